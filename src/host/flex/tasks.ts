import type { ITask, Manager } from '@twilio/flex-ui';
import type { Reservation } from 'twilio-taskrouter';
import { assignmentFacts, type Workflow } from '../../core/assignments/assignmentFacts';
import type { AssignmentFacts, TaskContext } from '../../core/catalog/types';
import { isJsonObject } from '../../core/json';
import type { Facts } from '../../core/rules/types';

/** The worker's own tasks, keyed by reservation SID as Flex keys them. */
export const ownTasks = (manager: Manager): ReadonlyMap<string, ITask> =>
  manager.store.getState().flex.worker.tasks;

/**
 * Whether the worker's tasks are all known, and this is none of them. Flex UI 2.17.1 keeps them together with the
 * worker's activity once TaskRouter has told both; without TaskRouter (its degraded mode) it has neither.
 */
export const isOver = (manager: Manager, reservationSid: string): boolean => {
  const { activity, tasks } = manager.store.getState().flex.worker;
  return Boolean(activity?.sid) && !tasks.has(reservationSid);
};

/** A task that the logged-in worker has no reservation on is somebody else's, seen by a supervisor. */
export const isOwnTask = (manager: Manager, reservationSid: string): boolean =>
  ownTasks(manager).has(reservationSid);

export const isWrapping = (task: ITask): boolean => task.status === 'wrapping';

/** Accepted by the agent and not ended: from here on there is something to say about it. */
export const isInHand = (task: ITask): boolean => task.status === 'accepted' || isWrapping(task);

const CAME_TO_NOTHING: readonly string[] = ['failed', 'canceled'];

/**
 * Whether the worker's task came to them from another agent, or goes on to one. Flex UI 2.17.1 makes an ITask at each
 * event, of what the SDK knew then: a transfer that was answered later is only in the SDK's own task. One that came to
 * nothing stays there.
 */
export const isTransferred = (manager: Manager, reservationSid: string): boolean => {
  const task = ownTasks(manager).get(reservationSid);
  const transfers = (task?.sourceObject as Reservation | undefined)?.task.transfers;
  return [
    task?.incomingTransferObject,
    task?.outgoingTransferObject,
    transfers?.incoming,
    transfers?.outgoing,
  ].some((transfer) => transfer && !CAME_TO_NOTHING.includes(transfer.status));
};

export const directionOf = (attributes: unknown): TaskContext['direction'] => {
  const direction = isJsonObject(attributes) ? attributes['direction'] : undefined;
  return direction === 'inbound' || direction === 'outbound' ? direction : 'unknown';
};

/** In Teams, Flex 2.17.1 shows tasks it knows from Insights' live query: they have no queue SID and no workflow, among others. */
export const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Flex 2.17.1 has a Date there, and a text or nothing in tasks that come from Insights' live query. */
export const momentOf = (value: unknown): number | null => {
  const moment = value instanceof Date ? value.getTime() : Date.parse(text(value));
  return Number.isFinite(moment) ? moment : null;
};

const contextOf = (task: ITask): TaskContext => ({
  queueName: text(task.queueName),
  queueSid: text(task.queueSid),
  channel: text(task.taskChannelUniqueName),
  direction: directionOf(task.attributes),
});

/** The worker whose task it is: a supervisor looks at it as the agent's, not as their own. */
const workerOf = (manager: Manager, task: ITask): unknown => {
  const { worker, supervisor } = manager.store.getState().flex;
  if (isOwnTask(manager, task.sid)) return worker.attributes;
  return supervisor.workers.find((other) => other.worker.sid === task.workerSid)?.worker.attributes;
};

/** What rules look at. */
export const factsOf = (manager: Manager, task: ITask): Facts => {
  const worker = workerOf(manager, task);
  return {
    context: contextOf(task),
    worker: isJsonObject(worker) ? worker : {},
    startedAt: momentOf(task.dateCreated),
  };
};

export const workflowOf = (task: ITask): Workflow => ({
  name: text(task.workflowName),
  sid: text(task.workflowSid),
});

/** What assignments look at. */
export const assignmentFactsOf = (manager: Manager, task: ITask): AssignmentFacts =>
  assignmentFacts(factsOf(manager, task), task.attributes, workflowOf(task));
