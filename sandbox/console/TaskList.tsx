import { Box } from '@twilio-paste/core/box';
import type { TaskState } from '../control/api';
import { EmptyState } from './EmptyState';
import { Panel } from './Panel';
import { TaskCard } from './TaskCard';

interface TaskListProps {
  readonly tasks: readonly TaskState[];
}

/** Every task that TaskRouter still has, newest first. */
export const TaskList = ({ tasks }: TaskListProps) => (
  <Panel title="Tasks">
    {tasks.length === 0 && (
      <EmptyState>No task yet. Send one in; it rings at the agent&apos;s desktop.</EmptyState>
    )}
    <Box display="flex" flexDirection="column" rowGap="space50">
      {[...tasks].reverse().map((task) => (
        <TaskCard key={task.sid} task={task} />
      ))}
    </Box>
  </Panel>
);
