import type { ReactNode } from 'react';
import { Option, Select } from '@twilio-paste/core/select';
import { Setting } from './Setting';

interface SelectSettingProps {
  readonly pointer: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly onChange: (value: string) => void;
  readonly required?: boolean;
  readonly help?: ReactNode;
}

/** A setting that is one of a few. A value that is none of them is shown as it is. */
export function SelectSetting(props: SelectSettingProps) {
  const { value, options } = props;
  const isKnown = options.some(([known]) => known === value);
  return (
    <Setting
      pointer={props.pointer}
      label={props.label}
      required={props.required ?? false}
      help={props.help}
    >
      {(control) => (
        <Select {...control} value={value} onChange={(event) => props.onChange(event.target.value)}>
          {[...(isKnown ? [] : [[value, value] as const]), ...options].map(([one, text]) => (
            <Option key={one} value={one}>
              {text}
            </Option>
          ))}
        </Select>
      )}
    </Setting>
  );
}
