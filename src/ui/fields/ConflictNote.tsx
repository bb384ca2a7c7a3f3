import type { RefObject } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import type { Decision } from '../../app/session';
import { textIn } from '../../core/catalog/textIn';
import type { Conflict } from '../../core/conflicts/findConflicts';
import { answerText } from './answerText';
import type { FieldProps } from './FieldProps';

interface ConflictNoteProps extends Pick<
  FieldProps,
  'field' | 'answer' | 'catalog' | 'language' | 't'
> {
  readonly conflict: Conflict;
  readonly onDecide: (field: string, decision: Decision) => void;
  /** The field's own control: a part that is loaded later must not stand in for it. */
  readonly fieldRef: RefObject<HTMLElement>;
}

/** What somebody else has written and what the agent has answered, with a button for each. */
export function ConflictNote(props: ConflictNoteProps) {
  const { field, conflict, answer, onDecide, catalog, language, fieldRef, t } = props;
  const { theirs, raw } = conflict;
  const name = textIn(field.name, language, catalog.reportedLanguage);
  const ours = answer?.value ? answerText(props, answer.value) : t('conflict.nothing');
  const decide = (decision: Decision) => {
    onDecide(field.id, decision);
    // The buttons go away; the focus must not go with them.
    fieldRef.current?.focus();
  };
  return (
    <Box
      role="group"
      aria-label={name}
      display="flex"
      flexDirection="column"
      rowGap="space30"
      marginTop="space40"
      padding="space40"
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderColor="colorBorderWarning"
      borderRadius="borderRadius20"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
      overflowWrap="anywhere"
    >
      <Box>{t('conflict.theirs', { value: theirs ? answerText(props, theirs) : raw })}</Box>
      <Box>{t('conflict.ours', { value: ours })}</Box>
      <Box display="flex" flexWrap="wrap" columnGap="space40" rowGap="space20">
        <Button
          variant="secondary"
          size="small"
          aria-label={t('conflict.keepIn', { field: name })}
          onClick={() => decide('ours')}
        >
          {t('conflict.keep')}
        </Button>
        {theirs ? (
          <Button
            variant="secondary"
            size="small"
            aria-label={t('conflict.takeIn', { field: name })}
            onClick={() => decide('theirs')}
          >
            {t('conflict.take')}
          </Button>
        ) : null}
      </Box>
    </Box>
  );
}
