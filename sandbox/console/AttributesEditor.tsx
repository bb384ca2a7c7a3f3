import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { HelpText } from '@twilio-paste/core/help-text';
import { useEffect, useRef, useState } from 'react';
import type { TaskState } from '../control/api';
import { AttributesField, attributesProblem, showProblem } from './AttributesField';
import { useOperation } from './useOperation';

interface AttributesEditorProps {
  readonly task: TaskState;
  readonly onClose: () => void;
}

/** Writes a task's attributes the way another program would: replaced whole, without asking anybody. */
export const AttributesEditor = ({ task, onClose }: AttributesEditorProps) => {
  const [opened] = useState(task.version);
  const [text, setText] = useState(task.attributes);
  const [checked, setChecked] = useState(false);
  const { busy, refusal, run, dismiss } = useOperation();
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.focus(), []);

  const change = (next: string) => {
    dismiss();
    setText(next);
  };
  const save = async () => {
    const problem = attributesProblem(text);
    setChecked(true);
    if (problem) showProblem(field, problem);
    if (problem || busy || text.trim() === '') return;
    const done = `Attributes of ${task.sid} replaced.`;
    if (await run((client) => client.writeAttributes(task.sid, text), done)) onClose();
  };

  return (
    <form
      aria-label="Edit attributes as another writer"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <AttributesField
        ref={field}
        label="Attributes (JSON), replaced whole"
        help="Sent as typed, without a version."
        text={text}
        onChange={change}
        onSubmit={() => void save()}
        refusal={
          refusal?.message ??
          (checked && text.trim() === '' ? 'Attributes are missing. Write {} for none.' : null)
        }
        checked={checked}
      />
      {task.version !== opened && (
        <HelpText variant="warning">
          The task went from version {opened} to {task.version} since you opened this. Saving
          overwrites what was written meanwhile.
        </HelpText>
      )}
      <Box display="flex" columnGap="space30" marginTop="space30">
        <Button type="submit" variant="primary" size="small" loading={busy}>
          Replace attributes
        </Button>
        <Button variant="secondary" size="small" onClick={onClose}>
          Discard
        </Button>
      </Box>
    </form>
  );
};
