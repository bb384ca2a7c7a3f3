import { CHANNELS, ACCOUNT_SID, WORKFLOW, WORKSPACE_SID } from '../taskrouter/seed';
import type {
  Activity,
  Channel,
  Queue,
  Reservation,
  Task,
  Transfer,
  Worker,
} from '../taskrouter/records';
import type { World } from '../taskrouter/World';

/**
 * TaskRouter's records as the event bridge sends them: snake case, dates in epoch seconds, attributes as JSON
 * text, versions as text. The client refuses a record in which one of these properties is missing (read in
 * twilio-taskrouter 2.1.1).
 */
const seconds = (ms: number) => Math.floor(ms / 1000);

const owner = { account_sid: ACCOUNT_SID, workspace_sid: WORKSPACE_SID };

export const taskWire = (task: Task, now: number) => ({
  ...owner,
  sid: task.sid,
  addons: '{}',
  age: Math.max(0, seconds(now - task.createdAt)),
  attributes: task.attributes,
  date_created: seconds(task.createdAt),
  date_updated: seconds(task.updatedAt),
  priority: 0,
  queue_name: task.queue.name,
  queue_sid: task.queue.sid,
  reason: task.reason,
  routing_target: task.routingTarget,
  assignment_status: task.status,
  task_channel_unique_name: task.channel.name,
  task_channel_sid: task.channel.sid,
  timeout: 86_400,
  workflow_name: WORKFLOW.name,
  workflow_sid: WORKFLOW.sid,
  version: String(task.version),
  virtual_start_time: seconds(task.createdAt),
});

export const reservationWire = (reservation: Reservation, task: Task, now: number) => ({
  ...owner,
  sid: reservation.sid,
  worker_sid: reservation.workerSid,
  reservation_status: reservation.status,
  reservation_timeout: reservation.timeoutSeconds,
  date_created: seconds(reservation.createdAt),
  date_updated: seconds(reservation.updatedAt),
  version: String(reservation.version),
  task: taskWire(task, now),
});

export const transferWire = (transfer: Transfer) => ({
  ...owner,
  sid: transfer.sid,
  task_sid: transfer.taskSid,
  date_created: seconds(transfer.createdAt),
  date_updated: seconds(transfer.updatedAt),
  initiating_reservation_sid: transfer.fromReservationSid,
  initiating_worker_sid: transfer.fromWorkerSid,
  initiating_queue_sid: transfer.fromQueueSid,
  initiating_workflow_sid: WORKFLOW.sid,
  transfer_mode: transfer.mode,
  transfer_to: transfer.to,
  transfer_type: transfer.type,
  transfer_status: transfer.status,
  transfer_failed_reason: transfer.failedReason,
});

/**
 * The transfers that a reservation came by and is being handed on by, as events and lists of reservations carry them;
 * a handing on only while it is going on (mocks of twilio-taskrouter). Absent, not null, where there is none. An answer
 * to a change of a reservation must not carry them: the client throws.
 */
export const transfersWire = (world: World, { sid, taskSid, transferSid }: Reservation) => {
  const outgoing = world
    .transfersOfTask(taskSid)
    .find((transfer) => transfer.fromReservationSid === sid && transfer.status === 'initiated');
  return {
    ...(transferSid === null ? {} : { task_transfer: transferWire(world.transfer(transferSid)) }),
    ...(outgoing ? { active_outgoing_task_transfer: transferWire(outgoing) } : {}),
  };
};

export const workerWire = (worker: Worker) => ({
  ...owner,
  sid: worker.sid,
  friendly_name: worker.name,
  activity_name: worker.activity.name,
  activity_sid: worker.activity.sid,
  available: worker.activity.available,
  attributes: worker.attributes,
  date_created: seconds(worker.createdAt),
  date_updated: seconds(worker.updatedAt),
  date_status_changed: seconds(worker.activityChangedAt),
  version: String(worker.version),
});

export const queueWire = ({ sid, name }: Queue) => ({
  ...owner,
  sid,
  friendly_name: name,
  reservation_activity_name: null,
  reservation_activity_sid: null,
  assignment_activity_name: null,
  assignment_activity_sid: null,
  target_workers: '1==1',
  max_reserved_workers: 1,
  task_order: 'FIFO',
  lifo_queue: false,
  date_created: 0,
  date_updated: 0,
});

export const activityWire = (activity: Activity) => ({
  ...owner,
  sid: activity.sid,
  friendly_name: activity.name,
  available: activity.available,
  date_created: 0,
  date_updated: 0,
});

const channelWire = (channel: Channel, workerSid: string) => ({
  ...owner,
  sid: `WC${workerSid.slice(-16)}${channel.sid.slice(-16)}`,
  worker_sid: workerSid,
  task_channel_sid: channel.sid,
  task_channel_unique_name: channel.name,
  assigned_tasks: 0,
  available: true,
  available_capacity_percentage: 100,
  configured_capacity: 5,
  date_created: 0,
  date_updated: 0,
  last_reserved_time: 0,
});

export const workerChannelsWire = (workerSid: string) =>
  CHANNELS.map((channel) => channelWire(channel, workerSid));
