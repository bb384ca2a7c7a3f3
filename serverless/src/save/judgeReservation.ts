import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { ReservationState } from './ports';

/** A leg that is still the worker's to write for. */
export const isLive = ({ status }: ReservationState): boolean =>
  status === 'accepted' || status === 'wrapping';

/** Whether other reservations have, or had, a part in the task; those that were never accepted have none. */
export const hasOtherLegs = (
  reservations: readonly ReservationState[],
  reservationSid: string,
): boolean =>
  reservations.some(
    (leg) => leg.sid !== reservationSid && (isLive(leg) || leg.status === 'completed'),
  );

/** Why this worker may not write for this reservation, among those of the task; null when they may. */
export function judgeReservation(
  reservations: readonly ReservationState[],
  reservationSid: string,
  workerSid: string,
): ServiceError | null {
  const reservation = reservations.find(({ sid }) => sid === reservationSid);
  // One answer for both, so that nobody learns which reservations there are.
  if (reservation?.workerSid !== workerSid) {
    return {
      code: 'not-your-reservation',
      message: 'The reservation is not on this task, or is another worker’s',
    };
  }
  if (isLive(reservation)) return null;
  return {
    code: 'reservation-ended',
    message: 'The reservation is neither accepted nor wrapping',
    details: { status: reservation.status },
  };
}
