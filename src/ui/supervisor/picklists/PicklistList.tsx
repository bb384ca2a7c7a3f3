import { useState } from 'react';
import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { PlusIcon } from '@twilio-paste/icons/esm/PlusIcon';
import { textIn } from '../../../core/catalog/textIn';
import type { CatalogProblem, LanguageTag, Picklist } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { isWarning } from '../forms/findingsAt';
import { NameInput } from './NameInput';

interface PicklistListProps {
  readonly picklists: readonly Picklist[];
  readonly chosen: string | null;
  readonly language: LanguageTag;
  readonly fallback: LanguageTag;
  readonly readOnly: boolean;
  readonly problemsOf: (id: string) => readonly CatalogProblem[];
  readonly onChoose: (id: string) => void;
  readonly onAdd: (name: string) => void;
  readonly t: TranslateEditor;
}

/** The catalog's picklists, of which one is open. */
export function PicklistList(props: PicklistListProps) {
  const { picklists, chosen, language, fallback, t } = props;
  const [adding, setAdding] = useState(false);
  // The input goes away, and the keyboard must not go with it.
  const [returns, setReturns] = useState(false);
  return (
    <Box as="nav" aria-label={t('picklists.title')} minWidth="size0">
      <Heading as="h2" variant="heading40">
        {t('picklists.title')}
      </Heading>
      <Box
        as="ul"
        listStyleType="none"
        margin="space0"
        padding="space0"
        maxHeight="size50"
        overflowY="auto"
      >
        {picklists.map((picklist) => {
          const problems = props.problemsOf(picklist.id);
          const isChosen = picklist.id === chosen;
          return (
            <Box
              as="li"
              key={picklist.id}
              minWidth="size0"
              overflowWrap="anywhere"
              paddingX="space40"
              paddingY="space30"
              borderLeftStyle="solid"
              borderLeftWidth="borderWidth20"
              borderLeftColor={isChosen ? 'colorBorderPrimary' : 'transparent'}
            >
              <Button
                variant="link"
                aria-current={isChosen}
                onClick={() => props.onChoose(picklist.id)}
              >
                {textIn(picklist.name, language, fallback)}
              </Button>
              <Box color="colorTextWeak" fontSize="fontSize20" lineHeight="lineHeight20">
                {t('picklists.options', { count: picklist.options.length })}
              </Box>
              {problems.length > 0 ? (
                <Badge as="span" variant={problems.every(isWarning) ? 'warning' : 'error'}>
                  {t('picklists.findings', { count: problems.length })}
                </Badge>
              ) : null}
            </Box>
          );
        })}
      </Box>
      {props.readOnly ? null : (
        <Box marginTop="space40">
          {adding ? (
            <NameInput
              label={t('picklists.newName')}
              value=""
              onCommit={props.onAdd}
              onClose={(by) => {
                setAdding(false);
                setReturns(by === 'keyboard');
              }}
            />
          ) : (
            <Button
              variant="secondary"
              size="small"
              autoFocus={returns}
              onClick={() => setAdding(true)}
            >
              <PlusIcon decorative />
              {t('picklists.add')}
            </Button>
          )}
        </Box>
      )}
    </Box>
  );
}
