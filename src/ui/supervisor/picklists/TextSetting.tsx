import { useState, type ReactNode } from 'react';
import { Input } from '@twilio-paste/core/input';
import { TextArea } from '@twilio-paste/core/textarea';
import type { CatalogProblem } from '../../../core/catalog/types';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { SettingFrame } from './SettingFrame';

interface TextSettingProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly readOnly: boolean;
  readonly required?: boolean;
  readonly multiline?: boolean;
  /** Shows how many characters there are, of how many. */
  readonly limit?: number;
  readonly placeholder?: string;
  readonly inputMode?: 'decimal' | 'numeric';
  readonly help?: ReactNode;
  readonly problems: readonly CatalogProblem[];
  /** Why a text is not taken over; null: it is. */
  readonly refuse?: (text: string) => string | null;
  /** Only what is new. */
  readonly onCommit: (text: string) => void;
  readonly t: TranslateEditor;
}

/** A text that is taken over as one step: on leaving it or on Enter. Escape puts back what was there. */
export function TextSetting(props: TextSettingProps) {
  const { id, value, readOnly, limit, multiline = false, refuse, t } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const error = typed === null ? null : (refuse?.(typed) ?? null);

  const commit = () => {
    if (typed === null || error !== null) return;
    setTyped(null);
    if (typed !== value) props.onCommit(typed);
  };
  return (
    <SettingFrame
      id={id}
      label={props.label}
      required={props.required ?? false}
      count={
        limit === undefined ? undefined : t('picklists.characters', { length: text.length, limit })
      }
      help={props.help}
      error={error}
      problems={props.problems}
      t={t}
    >
      {(control) => {
        const shared = {
          ...control,
          value: text,
          readOnly,
          placeholder: props.placeholder ?? '',
          onBlur: commit,
        };
        return multiline ? (
          <TextArea
            {...shared}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={({ key }) => {
              if (key === 'Escape') setTyped(null);
            }}
          />
        ) : (
          <Input
            {...shared}
            type="text"
            {...(props.inputMode ? { inputMode: props.inputMode } : {})}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={({ key }) => {
              if (key === 'Enter') commit();
              if (key === 'Escape') setTyped(null);
            }}
          />
        );
      }}
    </SettingFrame>
  );
}
