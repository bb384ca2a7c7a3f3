import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { copyIntent } from '../../core/capture/copyIntents';
import { sameValue } from '../../core/capture/sameValue';
import { textIn } from '../../core/catalog/textIn';
import { answerText } from './answerText';
import type { FieldProps } from './FieldProps';

interface PreviousAnswerProps extends FieldProps {
  /** Id of the text, without the button: the field's control is described by it. */
  readonly textId: string;
}

/** What an earlier agent answered on the same task, to be copied by the agent's own wish. */
export function PreviousAnswer(props: PreviousAnswerProps) {
  const { field, answer, previous, readOnly, catalog, language, t, dispatch, textId } = props;
  const given = previous?.value ?? null;
  const intent = given && copyIntent(catalog, field, given);
  const isSame = sameValue(given, answer?.value ?? null);

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
      {/* Notes have lines. */}
      <Box id={textId} minWidth="size0" whiteSpace="pre-line">
        {linesOf(props, intent !== null || isSame).join('\n')}
      </Box>
      {intent && !isSame && !readOnly ? (
        <Button
          variant="link"
          aria-label={t('previous.copyTo', {
            field: textIn(field.name, language, catalog.reportedLanguage),
          })}
          aria-describedby={textId}
          onClick={() => {
            // Together: what the agent has typed before stays a step of undo of its own.
            dispatch({ type: 'together', intents: [intent] });
            // The button goes away with the difference; the focus must not go with it.
            props.controlRef.current?.focus();
          }}
        >
          {t('previous.copy')}
        </Button>
      ) : null}
    </Box>
  );
}

/** The answer, what is none, and for each that cannot be copied why: only who could copy wants to know. */
function linesOf(props: FieldProps, isCopyable: boolean): readonly string[] {
  const { previous, previousForeign, readOnly, t } = props;
  const line = (answer: string, why: string | null): string => {
    const text = t('previous.answer', { answer });
    return why === null || readOnly ? text : `${text}\n${why}`;
  };
  const lines: string[] = [];
  if (previous?.value) {
    const { value } = previous;
    const why = t(value.kind === 'choices' ? 'previous.notAllOffered' : 'previous.notOffered');
    lines.push(line(answerText(props, value), isCopyable ? null : why));
  }
  if (previousForeign !== undefined) lines.push(line(previousForeign, t('previous.notOffered')));
  return lines;
}
