import type { ReactNode } from 'react';
import { Input } from '@twilio-paste/core/input';
import { TextArea } from '@twilio-paste/core/textarea';
import { Setting } from './Setting';
import { useTyped } from './useTyped';

interface TextSettingProps {
  readonly pointer: string;
  readonly label: string;
  readonly value: string;
  /** Answers why a text cannot be; null when it can. */
  readonly onChange: (text: string) => string | null;
  readonly required?: boolean;
  readonly help?: ReactNode;
  readonly multiline?: boolean;
  readonly isCode?: boolean;
}

/** A setting that is a text. */
export function TextSetting(props: TextSettingProps) {
  const { error, input } = useTyped(props.value, props.onChange);
  return (
    <Setting
      pointer={props.pointer}
      label={props.label}
      required={props.required ?? false}
      help={props.help}
      error={error}
    >
      {(control) =>
        props.multiline ? (
          <TextArea {...control} {...input} resize="vertical" />
        ) : (
          <Input
            {...control}
            {...input}
            type="text"
            autoComplete="off"
            spellCheck={!props.isCode}
          />
        )
      }
    </Setting>
  );
}
