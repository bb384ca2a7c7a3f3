import type { Ref } from 'react';
import { Box } from '@twilio-paste/core/box';
import { Input } from '@twilio-paste/core/input';
import { textIn } from '../../core/catalog/textIn';
import type { NumberField as NumberFieldSpec } from '../../core/catalog/types';
import { decimalSign, numberText } from './decimalSign';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';

/** A number, kept as typed: what does not parse stays and can be corrected. */
export function NumberField(props: FieldProps<NumberFieldSpec>) {
  const { field, answer, catalog, language, dispatch, readOnly, required, idBase } = props;
  const decimal = decimalSign(language);
  const text = answer?.value?.kind === 'number' ? numberText(answer.value, decimal) : '';
  const unit = field.unit && textIn(field.unit, language, catalog.reportedLanguage);
  const unitId = `${idBase}-unit`;

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
          insertAfter={
            unit ? (
              // Whole words; only what is longer than a unit ever is gets broken.
              <Box id={unitId} maxWidth="size10" overflowWrap="break-word">
                {unit}
              </Box>
            ) : undefined
          }
          aria-describedby={
            [unit ? unitId : '', control.describedBy].filter(Boolean).join(' ') || undefined
          }
          aria-invalid={control.hasError}
          aria-required={required}
          onChange={(event) =>
            dispatch({ type: 'write', field: field.id, text: event.target.value, decimal })
          }
        />
      )}
    </FieldFrame>
  );
}
