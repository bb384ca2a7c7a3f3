import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { OperationCall } from '../pipeline/operation';
import { judgeReservation } from './judgeReservation';
import { busy, type Patience } from './patience';
import type { SavePorts } from './saveAnswers';

interface Asked {
  readonly reservation: { readonly taskSid: string; readonly reservationSid: string };
  readonly call: OperationCall;
  readonly workspaceSid: string;
  readonly patience: Patience;
  /** Whether it may be over already. */
  readonly mayHaveEnded: boolean;
}

/** Asks TaskRouter whether the reservation on the task is the caller's own; null: it is. */
export const checkOwnReservation = async (
  { reservation, call: { caller, budget }, workspaceSid, patience, mayHaveEnded }: Asked,
  { taskRouter, throttle }: Pick<SavePorts, 'taskRouter' | 'throttle'>,
): Promise<ServiceError | null> => {
  const router = throttle.enter(taskRouter(workspaceSid), budget);
  for (;;) {
    const legs = await router.listReservations(reservation.taskSid, budget.left());
    if (legs.ok) {
      const refusal = judgeReservation(legs.value, reservation.reservationSid, caller.workerSid);
      return mayHaveEnded && refusal?.code === 'reservation-ended' ? null : refusal;
    }
    if (legs.error.failure === 'rate-limited') return busy(throttle.left());
    const error = await patience(legs.error);
    if (error) return error;
  }
};
