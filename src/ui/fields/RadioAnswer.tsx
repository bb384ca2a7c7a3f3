import type { Ref } from 'react';
import { Radio, RadioGroup } from '@twilio-paste/core/radio-group';
import { textIn } from '../../core/catalog/textIn';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';

interface RadioAnswerProps extends FieldProps {
  /** All that can be answered, in order. */
  readonly choices: readonly { readonly value: string; readonly text: string }[];
  /** The value of the answer; null without one. */
  readonly chosen: string | null;
  readonly onChoose: (value: string) => void;
  /** A small line below. */
  readonly detail?: string;
}

/** A field that is answered by one of a few radio buttons in a row. */
export function RadioAnswer({ choices, chosen, onChoose, ...props }: RadioAnswerProps) {
  const { field, catalog, language, dispatch, readOnly, required, idBase } = props;
  // The Tab key goes to the one that is checked, or to the first.
  const entry = choices.find(({ value }) => value === chosen) ?? choices[0];

  return (
    <FieldFrame
      {...props}
      group
      onClear={chosen === null ? null : () => dispatch({ type: 'clear', field: field.id })}
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
          onChange={onChoose}
        >
          {choices.map((choice) => (
            <Radio
              key={choice.value}
              id={`${idBase}-${choice.value}`}
              value={choice.value}
              checked={choice.value === chosen}
              ref={choice === entry ? (props.controlRef as Ref<HTMLInputElement>) : undefined}
            >
              {choice.text}
            </Radio>
          ))}
        </RadioGroup>
      )}
    </FieldFrame>
  );
}
