import type { Ref } from 'react';
import { Radio, RadioGroup } from '@twilio-paste/core/radio-group';
import { textIn } from '../../core/catalog/textIn';
import type { YesNoField as YesNoFieldSpec } from '../../core/catalog/types';
import { FieldFrame } from './FieldFrame';
import type { FieldProps } from './FieldProps';

/** A question to answer with yes or no. */
export function YesNoField(props: FieldProps<YesNoFieldSpec>) {
  const { field, answer, catalog, language, t, dispatch, readOnly, required, idBase } = props;
  const yes = answer?.value?.kind === 'yesno' ? answer.value.yes : null;

  return (
    <FieldFrame
      {...props}
      group
      onClear={yes === null ? null : () => dispatch({ type: 'clear', field: field.id })}
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
          onChange={(value) => dispatch({ type: 'answer', field: field.id, yes: value === 'true' })}
        >
          <Radio
            id={`${idBase}-yes`}
            value="true"
            checked={yes === true}
            ref={yes === false ? undefined : (props.controlRef as Ref<HTMLInputElement>)}
          >
            {t('yesno.yes')}
          </Radio>
          <Radio
            id={`${idBase}-no`}
            value="false"
            checked={yes === false}
            ref={yes === false ? (props.controlRef as Ref<HTMLInputElement>) : undefined}
          >
            {t('yesno.no')}
          </Radio>
        </RadioGroup>
      )}
    </FieldFrame>
  );
}
