import { Label } from '@twilio-paste/core/label';
import { Option, OptionGroup, Select } from '@twilio-paste/core/select';
import { useUID } from '@twilio-paste/core/uid-library';

export interface SelectOption<T extends string> {
  readonly value: T;
  readonly name: string;
  /** Options of one group stand together under its name. */
  readonly group?: string;
}

interface SelectFieldProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly SelectOption<T>[];
  readonly disabled?: boolean;
  readonly onChange: (value: T) => void;
}

/** One labelled choice out of a few. */
export const SelectField = <T extends string>(props: SelectFieldProps<T>) => {
  const id = useUID();
  const inGroup = (wanted: string | undefined) =>
    props.options
      .filter(({ group }) => group === wanted)
      .map(({ value, name }) => (
        <Option key={value} value={value}>
          {name}
        </Option>
      ));
  const groups = [...new Set(props.options.flatMap(({ group }) => group ?? []))];
  return (
    <div>
      <Label htmlFor={id}>{props.label}</Label>
      <Select
        id={id}
        value={props.value}
        disabled={props.disabled ?? false}
        onChange={(event) => props.onChange(event.target.value as T)}
      >
        {inGroup(undefined)}
        {groups.map((group) => (
          <OptionGroup key={group} label={group}>
            {inGroup(group)}
          </OptionGroup>
        ))}
      </Select>
    </div>
  );
};
