import type { ReactNode } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { copyIntent } from '../../core/capture/copyIntents';
import { sameValue } from '../../core/capture/sameValue';
import type { AnswerValue } from '../../core/capture/types';
import { textIn } from '../../core/catalog/textIn';
import { answerText } from './answerText';
import type { FieldProps } from './FieldProps';

interface PreviousAnswerProps extends FieldProps {
  readonly value: AnswerValue;
  /** Of the text, without the button: the field's control is described by it. */
  readonly textId: string;
}

/** What an earlier agent answered on the same task, to be copied by the agent's own wish. */
export function PreviousAnswer(props: PreviousAnswerProps) {
  const { field, answer, value, readOnly, catalog, language, t, dispatch, textId } = props;
  const intent = copyIntent(catalog, field, value);
  const wantsCopy = !readOnly && !sameValue(value, answer?.value ?? null);
  const why = t(value.kind === 'choices' ? 'previous.notAllOffered' : 'previous.notOffered');
  const text = t('previous.answer', { answer: answerText(props, value) });

  return (
    <Line textId={textId} text={wantsCopy && !intent ? `${text}\n${why}` : text}>
      {wantsCopy && intent ? (
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
    </Line>
  );
}

interface PreviousForeignProps extends Pick<FieldProps, 'readOnly' | 't'> {
  readonly value: string;
  readonly textId: string;
}

/** What an earlier agent left on the task that is none of the field's answers. */
export function PreviousForeign({ value, readOnly, t, textId }: PreviousForeignProps) {
  const text = t('previous.answer', { answer: value });
  return (
    <Line textId={textId} text={readOnly ? text : `${text}\n${t('previous.notOffered')}`}>
      {null}
    </Line>
  );
}

function Line(props: {
  readonly textId: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
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
      <Box id={props.textId} minWidth="size0" whiteSpace="pre-line">
        {props.text}
      </Box>
      {props.children}
    </Box>
  );
}
