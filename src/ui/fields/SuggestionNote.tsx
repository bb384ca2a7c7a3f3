import { Badge } from '@twilio-paste/core/badge';
import { acceptIntent } from '../../core/capture/suggest';
import type { FieldIntent, Suggestion } from '../../core/capture/types';
import { isAnswerable } from '../../core/catalog/fieldGuards';
import { textIn } from '../../core/catalog/textIn';
import { answerText } from './answerText';
import type { FieldProps } from './FieldProps';
import { TakeOverNote } from './TakeOverNote';

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

/** What another program proposes. */
export function SuggestionNote(props: SuggestionNoteProps) {
  const { field, suggested, intent, catalog, language, t } = props;
  const name = textIn(field.name, language, catalog.reportedLanguage);
  return (
    <TakeOverNote
      {...props}
      text={
        <>
          <Badge as="span" variant="decorative10">
            {t('suggestion.from', { source: suggested.source })}
          </Badge>{' '}
          {answerText(props, suggested.value)}
        </>
      }
      takeOver={{ intent, text: t('suggestion.use'), name: t('suggestion.useIn', { field: name }) }}
    />
  );
}
