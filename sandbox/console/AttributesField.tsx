import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { Label } from '@twilio-paste/core/label';
import { TextArea } from '@twilio-paste/core/textarea';
import { useUID } from '@twilio-paste/core/uid-library';
import { forwardRef, type KeyboardEvent, type RefObject } from 'react';
import { ATTRIBUTES_LIMIT } from '../taskrouter/rawAttributes';
import { parseJsonText, type JsonTextProblem } from './parseJsonText';

/** Nothing typed means: no attributes of one's own. */
export const attributesProblem = (text: string): JsonTextProblem | null => {
  const parsed = parseJsonText(text);
  return parsed.ok || text.trim() === '' ? null : parsed.error;
};

/** Puts the caret where the JSON breaks. */
export const showProblem = (
  field: RefObject<HTMLTextAreaElement>,
  { offset }: JsonTextProblem,
): void => {
  field.current?.focus();
  field.current?.setSelectionRange(offset, offset);
};

interface AttributesFieldProps {
  readonly label: string;
  readonly help: string;
  readonly text: string;
  readonly onChange: (text: string) => void;
  /** Ctrl+Enter or Cmd+Enter. */
  readonly onSubmit: () => void;
  /** What the sandbox says about this text. */
  readonly refusal?: string | null;
  /**
   * Show what is wrong with the JSON: from the first try to send it on. Not when the field is left: the message
   * would move the button away from under the pointer that is pressing it.
   */
  readonly checked: boolean;
}

/** Attributes as JSON text, with the place of what is wrong in it. */
export const AttributesField = forwardRef<HTMLTextAreaElement, AttributesFieldProps>(
  function AttributesField({ label, help, text, onChange, onSubmit, refusal, checked }, ref) {
    const id = useUID();
    const problem = attributesProblem(text);
    const error =
      checked && problem
        ? `Line ${problem.line}, column ${problem.column}: ${problem.message}`
        : (refusal ?? null);

    const reformat = (indent: number) => {
      const parsed = parseJsonText(text);
      if (parsed.ok) onChange(JSON.stringify(parsed.value, null, indent));
    };
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      onSubmit();
    };

    return (
      <div>
        <Label htmlFor={id}>{label}</Label>
        <TextArea
          id={id}
          ref={ref}
          value={text}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={onKeyDown}
          hasError={error !== null}
          aria-describedby={`${id}-help ${id}-error`}
          spellCheck={false}
          resize="vertical"
          element="CODE_TEXTAREA"
        />
        <div id={`${id}-error`} role="alert">
          {error && <HelpText variant="error">{error}</HelpText>}
        </div>
        <Box display="flex" justifyContent="space-between" columnGap="space30">
          <HelpText id={`${id}-help`}>
            {help} {text.length} of {ATTRIBUTES_LIMIT} characters.
          </HelpText>
          <Box display="flex" columnGap="space40" paddingTop="space20">
            <Button variant="link" size="reset" disabled={!!problem} onClick={() => reformat(2)}>
              Indent
            </Button>
            <Button variant="link" size="reset" disabled={!!problem} onClick={() => reformat(0)}>
              Compact
            </Button>
          </Box>
        </Box>
      </div>
    );
  },
);
