import { useState } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { HelpText } from '@twilio-paste/core/help-text';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogContent, LanguageTag, Picklist } from '../../../core/catalog/types';
import { removePicklist, setPicklist } from '../../../core/edit/picklists';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import type { Edit } from '../EditorTabProps';
import { NameInput } from './NameInput';
import { withText } from './withText';

interface PicklistHeadProps {
  readonly picklist: Picklist;
  readonly content: CatalogContent;
  readonly used: CatalogContent | null;
  readonly isUsed: boolean;
  readonly language: LanguageTag;
  readonly readOnly: boolean;
  readonly edit: (what: string, change: Edit) => void;
  readonly onRemoved: () => void;
  readonly t: TranslateEditor;
}

/** A picklist's name, with what can be done to the picklist as a whole. */
export function PicklistHead(props: PicklistHeadProps) {
  const { picklist, content, used, isUsed, language, readOnly, edit, t } = props;
  const [renaming, setRenaming] = useState(false);
  const [returns, setReturns] = useState(false);
  const { id } = picklist;
  const name = textIn(picklist.name, language, content.reportedLanguage);
  const kept = isUsed
    ? 'named'
    : used?.picklists.some((one) => one.id === id && one.options.length > 0)
      ? 'published'
      : null;
  if (renaming) {
    return (
      <NameInput
        label={t('picklists.rename', { picklist: name })}
        value={name}
        onCommit={(next) =>
          edit(t('picklists.did.renameList', { picklist: name }), (draft) => {
            const now = draft.picklists.find((one) => one.id === id);
            return now
              ? setPicklist(draft, id, { name: withText(now.name, language, next) })
              : draft;
          })
        }
        onClose={(by) => {
          setRenaming(false);
          setReturns(by === 'keyboard');
        }}
      />
    );
  }
  return (
    <Box>
      <Box display="flex" alignItems="center" columnGap="space40" rowGap="space20" flexWrap="wrap">
        <Box flexGrow={1} minWidth="size0" overflowWrap="anywhere">
          <Heading as="h2" variant="heading30" marginBottom="space0">
            {name}
          </Heading>
        </Box>
        {readOnly ? null : (
          <>
            <Button variant="link" autoFocus={returns} onClick={() => setRenaming(true)}>
              {t('picklists.renameList')}
            </Button>
            {kept === null ? (
              <Button
                variant="destructive_link"
                onClick={() => {
                  edit(t('picklists.did.removeList', { picklist: name }), (draft) =>
                    removePicklist(draft, id),
                  );
                  props.onRemoved();
                }}
              >
                {t('picklists.removeList')}
              </Button>
            ) : null}
          </>
        )}
      </Box>
      {readOnly || kept === null ? null : <HelpText>{t(`picklists.keptList.${kept}`)}</HelpText>}
    </Box>
  );
}
