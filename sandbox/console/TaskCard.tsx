import { Box } from '@twilio-paste/core/box';
import { Button } from '@twilio-paste/core/button';
import { Heading } from '@twilio-paste/core/heading';
import { Text } from '@twilio-paste/core/text';
import { useState } from 'react';
import type { TaskState } from '../control/api';
import { AttributesEditor } from './AttributesEditor';
import { Conversation } from './Conversation';
import { OTHER_WRITES } from './faultChoices';
import { RawAttributes } from './RawAttributes';
import { RefusalNotice } from './RefusalNotice';
import { ReservationRow } from './ReservationRow';
import { StatusBadge } from './StatusBadge';
import { taskActions, type TaskAction } from './taskActions';
import { TransferRow } from './TransferRow';
import { useOperation } from './useOperation';

const actionName = (action: TaskAction, channel: string): string => {
  if (action === 'hang-up') return channel === 'voice' ? 'Customer hangs up' : 'Customer leaves';
  return { 'wrap-up': 'Wrap up', complete: 'Complete', cancel: 'Cancel' }[action];
};

/** Another program that writes right now, beside the agent. */
const OTHER_WRITERS = [
  { name: 'Other writer: their key', set: OTHER_WRITES.theirs },
  { name: 'Other writer: our key', set: OTHER_WRITES.ours },
];

interface TaskCardProps {
  readonly task: TaskState;
}

/** One task as TaskRouter has it now, and what may happen to it from outside the agent's browser. */
export const TaskCard = ({ task }: TaskCardProps) => {
  const [editing, setEditing] = useState(false);
  const { busy, refusal, run } = useOperation();
  const act = (action: TaskAction) =>
    run(
      (client) => client.actOnTask(task.sid, action),
      `${task.sid}: ${actionName(action, task.channel).toLowerCase()}.`,
    );
  return (
    <Box
      as="article"
      aria-label={`Task ${task.sid}`}
      borderStyle="solid"
      borderWidth="borderWidth10"
      borderColor="colorBorderWeaker"
      borderRadius="borderRadius20"
      padding="space50"
      display="flex"
      flexDirection="column"
      rowGap="space30"
    >
      <Box display="flex" flexWrap="wrap" alignItems="center" columnGap="space30">
        <Heading as="h3" variant="heading50" marginBottom="space0">
          {task.conversation?.type ?? task.channel}, {task.direction}, {task.queue}
        </Heading>
        <StatusBadge status={task.status} />
        <Text as="span" fontSize="fontSize20" color="colorTextWeak">
          version {task.version}
        </Text>
        <Text as="span" fontSize="fontSize20" color="colorTextWeak" fontFamily="fontFamilyCode">
          {task.sid}
        </Text>
      </Box>
      <Box as="ul" margin="space0" padding="space0" listStyleType="none" aria-label="Reservations">
        {task.reservations.map((reservation) => (
          <ReservationRow key={reservation.sid} reservation={reservation} />
        ))}
      </Box>
      {task.transfers.length > 0 && (
        <Box as="ul" margin="space0" padding="space0" listStyleType="none" aria-label="Transfers">
          {task.transfers.map((transfer) => (
            <TransferRow key={transfer.sid} transfer={transfer} />
          ))}
        </Box>
      )}
      <Box display="flex" flexWrap="wrap" columnGap="space30" rowGap="space30">
        {taskActions(task).map((action) => (
          <Button
            key={action}
            variant={action === 'cancel' ? 'destructive_secondary' : 'secondary'}
            size="small"
            disabled={busy}
            onClick={() => void act(action)}
          >
            {actionName(action, task.channel)}
          </Button>
        ))}
        {OTHER_WRITERS.map(({ name, set }) => (
          <Button
            key={name}
            variant="secondary"
            size="small"
            disabled={busy}
            onClick={() =>
              void run(
                (client) => client.writeAsOther(task.sid, set),
                `${task.sid}: ${name.toLowerCase()}.`,
              )
            }
          >
            {name}
          </Button>
        ))}
        {!editing && (
          <Button variant="secondary" size="small" onClick={() => setEditing(true)}>
            Edit attributes
          </Button>
        )}
      </Box>
      <RefusalNotice title="Not done" refusal={refusal} />
      {task.conversation && <Conversation taskSid={task.sid} conversation={task.conversation} />}
      {editing ? (
        <AttributesEditor task={task} onClose={() => setEditing(false)} />
      ) : (
        <RawAttributes label={`Attributes of ${task.sid}`} attributes={task.attributes} />
      )}
    </Box>
  );
};
