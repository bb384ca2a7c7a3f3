import type { YesNoField as YesNoFieldSpec } from '../../core/catalog/types';
import type { FieldProps } from './FieldProps';
import { RadioAnswer } from './RadioAnswer';

/** A question to answer with yes or no. */
export function YesNoField(props: FieldProps<YesNoFieldSpec>) {
  const { field, answer, t, dispatch } = props;
  const yes = answer?.value?.kind === 'yesno' ? answer.value.yes : null;

  return (
    <RadioAnswer
      {...props}
      choices={[
        { value: 'yes', text: t('yesno.yes') },
        { value: 'no', text: t('yesno.no') },
      ]}
      chosen={yes === null ? null : yes ? 'yes' : 'no'}
      onChoose={(value) => dispatch({ type: 'answer', field: field.id, yes: value === 'yes' })}
    />
  );
}
