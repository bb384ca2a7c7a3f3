import type { Ref } from 'react';
import { Input } from '@twilio-paste/core/input';
import type { NumberField as NumberFieldSpec } from '../../core/catalog/types';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';

/** A number, kept as typed: what does not parse stays and can be corrected. */
export function NumberField(props: FieldProps<NumberFieldSpec>) {
  const { field, answer, dispatch, readOnly, required } = props;
  const text = answer?.value?.kind === 'number' ? answer.value.text : '';

  return (
    <FieldFrame
      {...props}
      onClear={text === '' ? null : () => dispatch({ type: 'clear', field: field.id })}
    >
      {(control) => (
        <Input
          // Not "number": a browser gives no text at all for what it can't parse.
          type="text"
          inputMode={field.integer ? 'numeric' : 'decimal'}
          autoComplete="off"
          id={control.id}
          ref={props.controlRef as Ref<HTMLInputElement>}
          value={text}
          readOnly={readOnly}
          hasError={control.hasError}
          aria-describedby={control.describedBy}
          aria-invalid={control.hasError}
          aria-required={required}
          onChange={(event) =>
            dispatch({ type: 'write', field: field.id, text: event.target.value })
          }
        />
      )}
    </FieldFrame>
  );
}
