import { Badge } from '@twilio-paste/core/badge';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { acceptIntent } from '../../core/capture/suggest';
import type { FieldIntent, Suggestion } from '../../core/capture/types';
import { isAnswerable } from '../../core/catalog/fieldGuards';
import { textIn } from '../../core/catalog/textIn';
import { answerText } from './answerText';
import type { FieldProps } from './FieldProps';

/** What would take the suggestion over; null when there is none to be shown. */
export const suggestionIntent = (props: FieldProps): FieldIntent | null => {
  const { field, suggested, answer, state, readOnly, catalog } = props;
  return suggested && !readOnly && isAnswerable(field)
    ? acceptIntent(catalog, field, suggested, answer, state.offers)
    : null;
};

interface SuggestionNoteProps extends FieldProps {
  readonly suggested: Suggestion;
  readonly intent: FieldIntent;
  /** Of the text, without the button: the field's control is described by it. */
  readonly textId: string;
}

/** What another program proposes, and a button to make it the agent's answer. Nothing else does. */
export function SuggestionNote(props: SuggestionNoteProps) {
  const { field, suggested, intent, textId, catalog, language, t, dispatch } = props;
  return (
    <Box
      display="flex"
      flexWrap="wrap"
      alignItems="baseline"
      columnGap="space30"
      marginTop="space30"
      color="colorTextWeak"
      fontSize="fontSize30"
      lineHeight="lineHeight30"
    >
      <Box id={textId} minWidth="size0" whiteSpace="pre-line">
        <Badge as="span" variant="decorative10">
          {t('suggestion.from', { source: suggested.source })}
        </Badge>{' '}
        {answerText(props, suggested.value)}
      </Box>
      <Button
        variant="link"
        aria-label={t('suggestion.useIn', {
          field: textIn(field.name, language, catalog.reportedLanguage),
        })}
        aria-describedby={textId}
        onClick={() => {
          // Together: what the agent has typed before stays a step of undo of its own.
          dispatch({ type: 'together', intents: [intent] });
          // The button goes away with the note; the focus must not go with it.
          props.controlRef.current?.focus();
        }}
      >
        {t('suggestion.use')}
      </Button>
    </Box>
  );
}
