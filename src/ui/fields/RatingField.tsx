import type { Ref } from 'react';
import { Radio, RadioGroup } from '@twilio-paste/core/radio-group';
import { textIn } from '../../core/catalog/textIn';
import type { RatingField as RatingFieldSpec } from '../../core/catalog/types';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';

/** A number from 1 to the field's highest. */
export function RatingField(props: FieldProps<RatingFieldSpec>) {
  const { field, answer, catalog, language, t, dispatch, readOnly, required, idBase } = props;
  const rating = answer?.value?.kind === 'rating' ? answer.value.rating : null;
  const numbers = Array.from({ length: field.max }, (_, index) => index + 1);
  // The Tab key goes to the one that is checked, or to the first.
  const entry = rating !== null && numbers.includes(rating) ? rating : 1;
  const ends = [[1, field.lowest] as const, [field.max, field.highest] as const].flatMap(
    ([number, texts]) =>
      texts
        ? [t('rating.end', { number, text: textIn(texts, language, catalog.reportedLanguage) })]
        : [],
  );

  return (
    <FieldFrame
      {...props}
      group
      detail={ends.join(' · ')}
      onClear={rating === null ? null : () => dispatch({ type: 'clear', field: field.id })}
    >
      {(control) => (
        <RadioGroup
          role="radiogroup"
          name={control.id}
          legend={textIn(field.name, language, catalog.reportedLanguage)}
          orientation="horizontal"
          required={required}
          // aria-required says it; Paste would put English words into the name.
          i18nRequiredLabel=""
          disabled={readOnly}
          aria-describedby={control.describedBy}
          aria-invalid={control.hasError}
          aria-required={required}
          onChange={(value) => dispatch({ type: 'rate', field: field.id, rating: Number(value) })}
        >
          {numbers.map((number) => (
            <Radio
              key={number}
              id={`${idBase}-${number}`}
              value={String(number)}
              checked={number === rating}
              ref={number === entry ? (props.controlRef as Ref<HTMLInputElement>) : undefined}
            >
              {number}
            </Radio>
          ))}
        </RadioGroup>
      )}
    </FieldFrame>
  );
}
