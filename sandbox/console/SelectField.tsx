import { Label } from '@twilio-paste/core/label';
import { Option, Select } from '@twilio-paste/core/select';
import { useUID } from '@twilio-paste/core/uid-library';

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly name: string }[];
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** One labelled choice out of a few. */
export const SelectField = <T extends string>(props: SelectFieldProps<T>) => {
  const id = useUID();
  return (
    <div>
      <Label htmlFor={id}>{props.label}</Label>
      <Select
        id={id}
        value={props.value}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onChange(event.target.value as T)}
      >
        {props.options.map(({ value, name }) => (
          <Option key={value} value={value}>
            {name}
          </Option>
        ))}
      </Select>
    </div>
  );
};
