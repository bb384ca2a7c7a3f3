import type { ITask, Manager } from '@twilio/flex-ui';
import type { Ending } from '../../app/endSession';
import { isInHand, isWrapping, ownTasks } from './tasks';

export interface Attendant {
  /** A task is in the agent's hands, or changed while it is. */
  readonly onInHand: (task: ITask) => void;
  /** The task is in wrap-up: it began just now, or the page was loaded in it. */
  readonly onWrapup: (task: ITask) => void;
  /** The reservation ended, however. */
  readonly onEnded: (task: ITask, ending: Ending) => void;
}

/** No before/after action fires for most of these (host quirk, Flex UI 2.17.1), only the events. */
const ENDINGS: readonly (readonly [event: string, ending: Ending])[] = [
  ['taskCompleted', 'completed'],
  ['taskCanceled', 'canceled'],
  ['taskRejected', 'rejected'],
  ['taskRescinded', 'rescinded'],
  ['taskTimeout', 'timeout'],
];

/**
 * Follows the worker's tasks. `taskWrapup` is the only thing that fires when the customer hangs up, and after a
 * reload no event is replayed, so the tasks at hand are looked through once the plugins are up.
 */
export const followTasks = (
  manager: Manager,
  attendant: Attendant,
  guard: (work: () => unknown) => void,
): void => {
  const on = (event: string, handle: (task: ITask) => void): void => {
    manager.events.addListener(event, (task: ITask) => guard(() => handle(task)));
  };

  on('taskAccepted', attendant.onInHand);
  on('taskUpdated', (task) => {
    if (isInHand(task)) attendant.onInHand(task);
  });
  on('taskWrapup', attendant.onWrapup);
  for (const [event, ending] of ENDINGS) on(event, (task) => attendant.onEnded(task, ending));

  manager.events.addListener('pluginsInitialized', () =>
    guard(() => {
      for (const task of ownTasks(manager).values()) {
        if (!isInHand(task)) continue;
        attendant.onInHand(task);
        if (isWrapping(task)) attendant.onWrapup(task);
      }
    }),
  );
};
