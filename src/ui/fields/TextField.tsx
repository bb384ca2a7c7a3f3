import type { ChangeEvent, Ref } from 'react';
import { Input } from '@twilio-paste/core/input';
import { TextArea } from '@twilio-paste/core/textarea';
import type { TextField as TextFieldSpec } from '../../core/catalog/types';
import { cleanText } from '../../core/capture/storedText';
import { textLimit } from '../../core/capture/textLimit';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';

/** The counter appears when this many characters are left. */
const COUNT_FROM = 20;

/** Free text on one line or several. */
export function TextField(props: FieldProps<TextFieldSpec>) {
  const { field, answer, t, dispatch, readOnly, required } = props;
  const text = answer?.value?.kind === 'text' ? answer.value.text : '';
  const left = textLimit(field) - cleanText(text).length;

  // No maxLength on the control: it would cut a pasted text without a word.
  const counter = left < 0 ? t('text.over', { count: -left }) : t('text.left', { count: left });
  return (
    <FieldFrame
      {...props}
      count={left <= COUNT_FROM && !readOnly ? counter : undefined}
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
        return field.multiline ? (
          <TextArea {...shared} ref={props.controlRef as Ref<HTMLTextAreaElement>} />
        ) : (
          <Input {...shared} type="text" ref={props.controlRef as Ref<HTMLInputElement>} />
        );
      }}
    </FieldFrame>
  );
}
