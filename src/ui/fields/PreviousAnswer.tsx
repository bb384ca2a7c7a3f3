import { copyIntent } from '../../core/capture/copyIntents';
import { sameValue } from '../../core/capture/sameValue';
import type { AnswerValue } from '../../core/capture/types';
import { textIn } from '../../core/catalog/textIn';
import { answerText } from './answerText';
import type { FieldProps } from './FieldProps';
import { TakeOverNote } from './TakeOverNote';

interface PreviousAnswerProps extends FieldProps {
  readonly value: AnswerValue;
  /** Of the text, without the button: the field's control is described by it. */
  readonly textId: string;
}

/** What an earlier agent answered on the same task, to be copied by the agent's own wish. */
export function PreviousAnswer(props: PreviousAnswerProps) {
  const { field, answer, value, readOnly, catalog, language, t } = props;
  const intent = copyIntent(catalog, field, value);
  const wantsCopy = !readOnly && !sameValue(value, answer?.value ?? null);
  const why = t(value.kind === 'choices' ? 'previous.notAllOffered' : 'previous.notOffered');
  const text = t('previous.answer', { answer: answerText(props, value) });
  const name = textIn(field.name, language, catalog.reportedLanguage);

  return (
    <TakeOverNote
      {...props}
      text={wantsCopy && !intent ? `${text}\n${why}` : text}
      takeOver={
        wantsCopy && intent
          ? { intent, text: t('previous.copy'), name: t('previous.copyTo', { field: name }) }
          : null
      }
    />
  );
}

interface PreviousForeignProps extends Pick<
  FieldProps,
  'readOnly' | 't' | 'dispatch' | 'controlRef'
> {
  readonly value: string;
  readonly textId: string;
}

/** What an earlier agent left on the task that is none of the field's answers. */
export function PreviousForeign(props: PreviousForeignProps) {
  const { value, readOnly, t } = props;
  const text = t('previous.answer', { answer: value });
  return (
    <TakeOverNote
      {...props}
      text={readOnly ? text : `${text}\n${t('previous.notOffered')}`}
      takeOver={null}
    />
  );
}
