import type { ITask } from '@twilio/flex-ui';
import { useStore } from 'zustand';
import { taskMark } from '../../app/taskMark';
import type { AppState } from '../../app/sessions';
import { TaskMarkIcon } from '../../ui/agent/TaskMarkIcon';
import type { Translate } from '../../strings/translate';
import type { Flex } from './flexTypes';

interface ListedTaskProps {
  readonly app: AppState;
  readonly t: Translate;
  /** Flex hands it to what is in an item of its list. */
  readonly task?: ITask;
}

const ListedTask = ({ app, t, task }: ListedTaskProps) => {
  const session = useStore(app.store, ({ sessions }) => (task ? sessions[task.sid] : undefined));
  const mark = session ? taskMark(session) : null;
  return mark ? <TaskMarkIcon mark={mark} t={t} /> : null;
};

/**
 * Marks in Flex's own list the tasks that still lack something. After the item, not in it: Flex UI 2.17.1 makes each
 * item a button with a name of its own, in which nothing else is read out.
 */
export const placeTaskMarks = (flex: Flex, app: AppState, t: Translate): void => {
  flex.TaskListItem.Content.add(<ListedTask key="debrief-mark" app={app} t={t} />, {
    sortOrder: 1,
  });
};
