import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { retryDelayMs } from '../../../src/core/sync/retryDelayMs';
import { SAVE_BOUNDS } from '../../../src/core/sync/stepSave';
import type { Budget } from '../budget';
import type { Clock } from '../Clock';
import type { CallRefused } from './ports';

/** Waits before a refused call is tried again: null when it may be, else the error to end with. */
export type Patience = (refused: CallRefused) => Promise<ServiceError | null>;

/** The caller has to queue, and is told how long at least. */
export const busy = (retryAfterMs: number): ServiceError => ({
  code: 'busy',
  message: 'Twilio takes no more calls right now',
  details: { retryAfterMs },
});

/** Beyond the time or the tries of one request the caller has to come again, and is told when. */
const comeAgain = ({ failure, status }: CallRefused, retryAfterMs: number): ServiceError =>
  failure === 'rate-limited'
    ? busy(retryAfterMs)
    : {
        code: 'out-of-time',
        message: 'Twilio did not do it in time',
        details: { retryAfterMs, failure, ...(status === undefined ? {} : { status }) },
      };

const TASK_GONE: ServiceError = {
  code: 'task-gone',
  message: 'TaskRouter does not have the task any more',
};

/** One request's patience: its waits are counted together, whichever call they were for. */
export const createPatience = (
  clock: Clock,
  budget: Budget,
  gone: ServiceError = TASK_GONE,
): Patience => {
  let waits = 0;
  let conflicts = 0;
  return async (refused) => {
    switch (refused.failure) {
      case 'gone':
        return gone;
      case 'refused':
        return {
          code: 'twilio-refused',
          message: 'Twilio refuses what the service asks for',
          details: { status: refused.status },
        };
      case 'conflict':
        // At once: whoever came between is done already.
        conflicts += 1;
        return conflicts < SAVE_BOUNDS.conflicts && budget.left() > 0
          ? null
          : { code: 'conflict', message: 'Other writers changed the task each time' };
    }
    waits += 1;
    const delay = retryDelayMs(waits, refused.retryAfterMs, clock.random());
    if (waits > SAVE_BOUNDS.waits || delay >= budget.left()) return comeAgain(refused, delay);
    await clock.wait(delay);
    return null;
  };
};
