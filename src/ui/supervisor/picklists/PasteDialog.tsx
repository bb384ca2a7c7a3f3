import { useMemo, useRef, useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Callout, CalloutHeading, CalloutList, CalloutListItem } from '@twilio-paste/core/callout';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import {
  Modal,
  ModalBody,
  ModalFooter,
  ModalFooterActions,
  ModalHeader,
  ModalHeading,
} from '@twilio-paste/core/modal';
import { Option as Choice, Select } from '@twilio-paste/core/select';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, LanguageTag, Option, Picklist } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { planPaste, type PastePlan } from './planPaste';

interface PasteDialogProps {
  readonly content: CatalogContent;
  readonly picklist: Picklist;
  /** The chosen option: what is pasted may go below it. */
  readonly option: Option | undefined;
  readonly language: LanguageTag;
  readonly onPaste: (text: string, parent: string | null, added: number) => void;
  readonly onClose: () => void;
  readonly t: TranslateEditor;
}

/** Lines shown of what a long text makes or of what is wrong with it. */
const SHOWN = 50;

/** Many options at once, out of a spreadsheet: shows what it makes before it makes it. */
export function PasteDialog(props: PasteDialogProps) {
  const { content, picklist, option, language, onPaste, onClose, t } = props;
  const id = useUID();
  const first = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const [parent, setParent] = useState<string | null>(null);
  const plan = useMemo(
    () => planPaste(content, picklist.id, text, language, parent),
    [content, picklist.id, text, language, parent],
  );
  const canPaste = plan.errors.length === 0 && plan.added.length > 0;
  const nameOf = (one: Option) => textIn(one.name, language, content.reportedLanguage);
  return (
    <Modal
      isOpen
      size="wide"
      ariaLabelledby={`${id}-title`}
      onDismiss={onClose}
      initialFocusRef={first}
    >
      <ModalHeader i18nDismissLabel={t('picklists.paste.close')}>
        <ModalHeading as="h3" id={`${id}-title`}>
          {t('picklists.paste.title', {
            picklist: textIn(picklist.name, language, content.reportedLanguage),
          })}
        </ModalHeading>
      </ModalHeader>
      <ModalBody>
        <Box display="flex" flexDirection="column" rowGap="space60">
          <Box>
            <Label htmlFor={`${id}-text`}>{t('picklists.paste.text')}</Label>
            <TextArea
              id={`${id}-text`}
              ref={first}
              value={text}
              hasError={plan.errors.length > 0}
              aria-describedby={`${id}-help ${id}-plan`}
              onChange={(event) => setText(event.target.value)}
            />
            <HelpText id={`${id}-help`}>{t('picklists.paste.help')}</HelpText>
          </Box>
          {option ? (
            <Box>
              <Label htmlFor={`${id}-parent`}>{t('picklists.paste.where')}</Label>
              <Select
                id={`${id}-parent`}
                value={parent ?? ''}
                onChange={({ target: { value } }) => setParent(value === '' ? null : value)}
              >
                <Choice value="">{t('picklists.paste.top')}</Choice>
                <Choice value={option.code}>
                  {t('picklists.paste.below', { option: nameOf(option) })}
                </Choice>
              </Select>
            </Box>
          ) : null}
          <Box id={`${id}-plan`} role="status" aria-label={t('picklists.paste.plan')}>
            {text.trim() === '' ? (
              <Box color="colorTextWeak">{t('picklists.paste.nothing')}</Box>
            ) : (
              <>
                {t('picklists.paste.added', { count: plan.added.length })}
                {plan.known > 0 ? ` ${t('picklists.paste.known', { count: plan.known })}` : null}
              </>
            )}
          </Box>
          <LineErrors errors={plan.errors} t={t} />
          {plan.errors.length === 0 && plan.added.length > 0 ? (
            <Box
              as="ul"
              aria-label={t('picklists.paste.preview')}
              listStyleType="none"
              margin="space0"
              padding="space0"
            >
              {plan.added.slice(0, SHOWN).map(({ option: made, level }) => (
                <Box as="li" key={made.code} overflowWrap="anywhere">
                  <span style={{ paddingLeft: (level - 1) * 20 }}>{nameOf(made)}</span>{' '}
                  <Box as="span" color="colorTextWeak" fontSize="fontSize20">
                    {made.reported === nameOf(made)
                      ? made.code
                      : t('picklists.paste.made', { code: made.code, reported: made.reported })}
                  </Box>
                </Box>
              ))}
              <More count={plan.added.length - SHOWN} t={t} />
            </Box>
          ) : null}
        </Box>
      </ModalBody>
      <ModalFooter>
        <ModalFooterActions>
          <Button variant="secondary" onClick={onClose}>
            {t('picklists.paste.cancel')}
          </Button>
          <Button
            variant="primary"
            disabled={!canPaste}
            onClick={() => {
              onPaste(text, parent, plan.added.length);
              onClose();
            }}
          >
            {t('picklists.paste.do')}
          </Button>
        </ModalFooterActions>
      </ModalFooter>
    </Modal>
  );
}

interface LineErrorsProps {
  readonly errors: PastePlan['errors'];
  readonly t: TranslateEditor;
}

function LineErrors({ errors, t }: LineErrorsProps) {
  if (errors.length === 0) return null;
  return (
    <Callout variant="error">
      <CalloutHeading as="h4">{t('picklists.paste.errors')}</CalloutHeading>
      <CalloutList as="ul">
        {errors.slice(0, SHOWN).map(({ line, code, text }) => (
          <CalloutListItem key={`${line} ${code} ${text}`}>
            {t(`picklists.paste.error.${code}`, { line, text })}
          </CalloutListItem>
        ))}
        {errors.length > SHOWN ? (
          <CalloutListItem>
            {t('picklists.paste.more', { count: errors.length - SHOWN })}
          </CalloutListItem>
        ) : null}
      </CalloutList>
    </Callout>
  );
}

const More = ({ count, t }: { readonly count: number; readonly t: TranslateEditor }) =>
  count > 0 ? (
    <Box as="li" color="colorTextWeak">
      {t('picklists.paste.more', { count })}
    </Box>
  ) : null;
