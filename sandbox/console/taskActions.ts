import type { ReservationState, TaskState } from '../control/api';

export type TaskAction = 'hang-up' | 'wrap-up' | 'complete' | 'cancel';
export type ReservationAction = 'timeout' | 'rescind' | 'reject';

/** By task status. TaskRouter cancels a task only before it is assigned, and completes it only afterwards. */
const BY_STATUS: Readonly<Record<string, readonly TaskAction[]>> = {
  pending: ['hang-up', 'cancel'],
  reserved: ['hang-up', 'cancel'],
  assigned: ['hang-up', 'wrap-up', 'complete'],
  wrapping: ['complete'],
};

/** What may happen to a task now, from outside the agent's browser. */
export const taskActions = (task: Pick<TaskState, 'status'>): readonly TaskAction[] =>
  BY_STATUS[task.status] ?? [];

/** What may happen to a reservation now, from outside the agent's browser. */
export const reservationActions = (
  reservation: Pick<ReservationState, 'status'>,
): readonly ReservationAction[] =>
  reservation.status === 'pending' ? ['timeout', 'rescind', 'reject'] : [];
