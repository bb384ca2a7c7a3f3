import type { ReactNode } from 'react';
import { DatePicker } from '@twilio-paste/core/date-picker';
import { Input } from '@twilio-paste/core/input';
import type { CatalogProblem } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { useTyped } from '../forms/useTyped';
import { SettingFrame } from './SettingFrame';

interface TextSettingProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly required?: boolean;
  /** A day is written as `2026-11-24`, whatever the browser shows. */
  readonly kind?: 'text' | 'day' | 'number';
  /** Shows how many characters there are, of how many. */
  readonly limit?: number;
  readonly help?: ReactNode;
  readonly problems: readonly CatalogProblem[];
  /** Answers why a text is not taken over; null when it is. */
  readonly onChange: (text: string) => string | null;
  readonly t: TranslateEditor;
}

/** A text or a day that is taken over as one step. */
export function TextSetting(props: TextSettingProps) {
  const { value, readOnly, limit, kind = 'text', t } = props;
  const { error, input } = useTyped(value, props.onChange);
  return (
    <SettingFrame
      id={props.id}
      label={props.label}
      required={props.required ?? false}
      count={
        limit === undefined
          ? undefined
          : t('picklists.characters', { length: input.value.length, limit })
      }
      help={props.help}
      error={error}
      problems={props.problems}
      t={t}
    >
      {(control) =>
        kind === 'day' ? (
          <DatePicker {...control} {...input} readOnly={readOnly} />
        ) : (
          <Input
            {...control}
            {...input}
            type="text"
            readOnly={readOnly}
            autoComplete="off"
            {...(kind === 'number' ? { inputMode: 'decimal' } : {})}
          />
        )
      }
    </SettingFrame>
  );
}
