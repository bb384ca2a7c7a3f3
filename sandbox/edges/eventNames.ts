/** Every event that the sandbox sends over TaskRouter's event bridge. */
export const EVENT_NAMES = [
  'reservation.created',
  'reservation.accepted',
  'reservation.wrapup',
  'reservation.completed',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.rescinded',
  'reservation.canceled',
  'task.updated',
  'task.wrapup',
  'task.completed',
  'task.canceled',
  'task.transfer-initiated',
  'task.transfer-completed',
  'task.transfer-attempt-failed',
  'task.transfer-failed',
  'task.transfer-canceled',
  'participant.removed',
  'worker.activity.update',
  'worker.attributes.update',
] as const;

export type EventName = (typeof EVENT_NAMES)[number];
