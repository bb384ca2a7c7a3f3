import type { ChangeEvent, Ref } from 'react';
import { Input } from '@twilio-paste/core/input';
import { TextArea } from '@twilio-paste/core/textarea';
import type { TextualField as TextualFieldSpec } from '../../core/catalog/types';
import { cleanText, countInvisible, storedText } from '../../core/capture/storedText';
import { textLimit } from '../../core/capture/textLimit';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';

/** The counter appears when this many characters are left. */
const COUNT_FROM = 20;

/**
 * What the box is besides a box. Never `type="email"`: the browser takes spaces off its value, and the answer is what
 * was typed.
 */
const BOXES = {
  text: { type: 'text' },
  phone: { type: 'tel', inputMode: 'tel', autoComplete: 'off' },
  email: { type: 'text', inputMode: 'email', autoComplete: 'off', spellCheck: false },
  url: { type: 'text', inputMode: 'url', autoComplete: 'off', spellCheck: false },
  reference: { type: 'text', autoComplete: 'off', spellCheck: false },
} as const;

/** A text on one line or several, and whatever is written as one: a phone number, an address, a reference. */
export function TextualField(props: FieldProps<TextualFieldSpec>) {
  const { field, answer, t, dispatch, readOnly, required } = props;
  const text = answer?.value?.kind === 'text' ? answer.value.text : '';
  const { left, notes } = describe(props, text);

  // No maxLength on the control: it would cut a pasted text without a word.
  const counter = left < 0 ? t('text.over', { count: -left }) : t('text.left', { count: left });
  return (
    <FieldFrame
      {...props}
      count={left <= COUNT_FROM && !readOnly ? counter : undefined}
      detail={readOnly ? undefined : notes.join(' · ')}
      onClear={text === '' ? null : () => dispatch({ type: 'clear', field: field.id })}
    >
      {(control) => {
        const shared = {
          id: control.id,
          value: text,
          readOnly,
          hasError: control.hasError,
          'aria-describedby': control.describedBy,
          'aria-invalid': control.hasError,
          'aria-required': required,
          onChange: (event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
            dispatch({ type: 'write', field: field.id, text: event.target.value }),
        };
        return field.kind === 'text' && field.multiline ? (
          <TextArea {...shared} ref={props.controlRef as Ref<HTMLTextAreaElement>} />
        ) : (
          <Input
            {...shared}
            {...BOXES[field.kind]}
            ref={props.controlRef as Ref<HTMLInputElement>}
          />
        );
      }}
    </FieldFrame>
  );
}

/** How much more may be written, and in which way what is stored will differ from what the box shows. */
function describe({ field, t }: FieldProps<TextualFieldSpec>, text: string) {
  const stored = storedText(field, text);
  const seen = cleanText(text);
  const will = stored.ok ? stored.value : seen;
  const left = textLimit(field) - will.length;
  const notes: string[] = [];
  if (field.kind === 'reference') notes.push(t('reference.example', { example: field.example }));
  const invisible = countInvisible(text);
  if (invisible > 0) notes.push(t('text.invisible', { count: invisible }));
  if (left >= 0 && will !== seen) notes.push(t('text.storedAs', { text: will }));
  return { left, notes };
}
