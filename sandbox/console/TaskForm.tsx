import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { useState, type FormEvent, type RefObject } from 'react';
import type { SandboxState } from '../control/api';
import { AttributesField, attributesProblem, showProblem } from './AttributesField';
import { isAboutAttributes } from './controlClient';
import { RefusalNotice } from './RefusalNotice';
import { SelectField } from './SelectField';
import { newTaskOf, type TaskDraft } from './taskDraft';
import { useOperation } from './useOperation';

const CHANNELS = [
  { value: 'voice', name: 'Voice call' },
  { value: 'custom1', name: 'Custom channel' },
  { value: 'default', name: 'Default channel' },
  { value: 'chat', name: 'Web chat' },
  { value: 'sms', name: 'SMS' },
  { value: 'whatsapp', name: 'WhatsApp' },
  { value: 'email', name: 'E-mail' },
] as const;
const DIRECTIONS = [
  { value: 'inbound', name: 'Inbound' },
  { value: 'outbound', name: 'Outbound' },
] as const;
const AGENTS = [
  { value: 'agent1', name: 'Agent 1' },
  { value: 'agent2', name: 'Agent 2' },
] as const;

interface TaskFormProps {
  readonly queues: SandboxState['queues'];
  readonly draft: TaskDraft;
  readonly onChange: (draft: TaskDraft) => void;
  readonly attributesRef: RefObject<HTMLTextAreaElement>;
}

/** A task of the operator's own making. What was typed stays until the operator changes it. */
export const TaskForm = ({ queues, draft, onChange, attributesRef }: TaskFormProps) => {
  const [checked, setChecked] = useState(false);
  const { busy, refusal, run, dismiss } = useOperation();
  const change = (part: Partial<TaskDraft>) => {
    dismiss();
    onChange({ ...draft, ...part });
  };
  const submit = () => {
    const problem = attributesProblem(draft.attributes);
    setChecked(problem !== null);
    if (problem) showProblem(attributesRef, problem);
    if (problem || busy) return;
    void run((client) => client.createTask(newTaskOf(draft)), 'Sent in: own task.');
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    submit();
  };
  const queueOptions = [
    { value: '', name: 'First queue' },
    ...queues.map(({ name }) => ({ value: name, name })),
  ];

  return (
    <form onSubmit={onSubmit} aria-label="Own task" noValidate>
      <Box
        display="grid"
        gridTemplateColumns="1fr 1fr"
        columnGap="space40"
        rowGap="space40"
        marginBottom="space40"
      >
        <SelectField
          label="Channel"
          value={draft.channel}
          options={CHANNELS}
          onChange={(channel) => change({ channel })}
        />
        <SelectField
          label="Direction"
          value={draft.direction}
          options={DIRECTIONS}
          onChange={(direction) => change({ direction })}
        />
        <SelectField
          label="Queue"
          value={draft.queue}
          options={queueOptions}
          onChange={(queue) => change({ queue })}
        />
        <SelectField
          label="Agent"
          value={draft.worker}
          options={AGENTS}
          onChange={(worker) => change({ worker })}
        />
      </Box>
      <AttributesField
        ref={attributesRef}
        label="Attributes (JSON)"
        help="Added to what Twilio itself puts on such a task; JSON that is no object replaces it."
        text={draft.attributes}
        onChange={(attributes) => change({ attributes })}
        onSubmit={submit}
        refusal={refusal && isAboutAttributes(refusal) ? refusal.message : null}
        checked={checked}
      />
      <RefusalNotice
        title="Not sent in"
        refusal={refusal && !isAboutAttributes(refusal) ? refusal : null}
      />
      <Box marginTop="space40">
        <Button type="submit" variant="primary" loading={busy}>
          Send in own task
        </Button>
      </Box>
    </form>
  );
};
