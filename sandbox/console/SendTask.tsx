import { Heading } from '@twilio-paste/core/heading';
import { Box } from '@twilio-paste/core/box';
import { useRef, useState } from 'react';
import type { SandboxState, Scenario } from '../control/api';
import { Panel } from './Panel';
import { ScenarioList } from './ScenarioList';
import { EMPTY_DRAFT, draftOf } from './taskDraft';
import { TaskForm } from './TaskForm';

interface SendTaskProps {
  readonly scenarios: readonly Scenario[];
  readonly queues: SandboxState['queues'];
}

/** Where the operator sends in tasks. */
export const SendTask = ({ scenarios, queues }: SendTaskProps) => {
  const [draft, setDraft] = useState(EMPTY_DRAFT);
  const attributes = useRef<HTMLTextAreaElement>(null);
  const edit = (scenario: Scenario) => {
    setDraft(draftOf(scenario.task));
    attributes.current?.focus();
  };
  return (
    <Panel title="Send in a task">
      <ScenarioList scenarios={scenarios} onEdit={edit} />
      <Box marginTop="space60">
        <Heading as="h3" variant="heading40">
          Own task
        </Heading>
        <TaskForm attributesRef={attributes} queues={queues} draft={draft} onChange={setDraft} />
      </Box>
    </Panel>
  );
};
