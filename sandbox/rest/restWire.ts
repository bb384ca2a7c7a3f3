import { isoDate } from '../edges/edge';
import type { Reservation, Task, Worker } from '../taskrouter/records';
import { ACCOUNT_SID, WORKFLOW, WORKSPACE_SID } from '../taskrouter/seed';

/** TaskRouter's records as its REST API sends them: dates as ISO text, attributes as JSON text, no version. */
const TASKS = `https://taskrouter.twilio.com/v1/Workspaces/${WORKSPACE_SID}/Tasks`;

const WORKERS = `https://taskrouter.twilio.com/v1/Workspaces/${WORKSPACE_SID}/Workers`;

const owner = { account_sid: ACCOUNT_SID, workspace_sid: WORKSPACE_SID };

export const taskRest = (task: Task, now: number) => ({
  ...owner,
  sid: task.sid,
  addons: '{}',
  age: Math.max(0, Math.floor((now - task.createdAt) / 1000)),
  assignment_status: task.status,
  attributes: task.attributes,
  date_created: isoDate(task.createdAt),
  date_updated: isoDate(task.updatedAt),
  ignore_capacity: false,
  priority: 0,
  reason: task.reason,
  routing_target: task.routingTarget,
  task_channel_sid: task.channel.sid,
  task_channel_unique_name: task.channel.name,
  task_queue_entered_date: isoDate(task.createdAt),
  task_queue_friendly_name: task.queue.name,
  task_queue_sid: task.queue.sid,
  timeout: 86_400,
  virtual_start_time: isoDate(task.createdAt),
  workflow_friendly_name: WORKFLOW.name,
  workflow_sid: WORKFLOW.sid,
  url: `${TASKS}/${task.sid}`,
  links: { reservations: `${TASKS}/${task.sid}/Reservations` },
});

export const reservationRest = (reservation: Reservation, workerName: string) => ({
  ...owner,
  sid: reservation.sid,
  task_sid: reservation.taskSid,
  worker_sid: reservation.workerSid,
  worker_name: workerName,
  reservation_status: reservation.status,
  date_created: isoDate(reservation.createdAt),
  date_updated: isoDate(reservation.updatedAt),
  url: `${TASKS}/${reservation.taskSid}/Reservations/${reservation.sid}`,
  links: {},
});

export const workerRest = (worker: Worker) => ({
  ...owner,
  sid: worker.sid,
  friendly_name: worker.name,
  attributes: worker.attributes,
  activity_name: worker.activity.name,
  activity_sid: worker.activity.sid,
  available: worker.activity.available,
  date_created: isoDate(worker.createdAt),
  date_updated: isoDate(worker.updatedAt),
  date_status_changed: isoDate(worker.activityChangedAt),
  url: `${WORKERS}/${worker.sid}`,
  links: {},
});
