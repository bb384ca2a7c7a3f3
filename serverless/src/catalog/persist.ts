import { fail, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Budget } from '../budget';
import type { Clock } from '../Clock';
import { createPatience } from '../save/patience';
import type { CallResult } from '../save/ports';

/** Makes a call to Sync, and makes it again where that may help, as long as the request has time. */
export type Persist = <T>(
  call: (limitMs: number) => CallResult<T>,
) => Promise<Result<T, ServiceError>>;

const GONE: ServiceError = {
  code: 'twilio-refused',
  message: 'Sync has no such Service (see SYNC_SERVICE_SID), or something in it was removed',
  details: { status: 404 },
};

/** A write against a revision that does not hold any more: what to do then is for the caller to say. */
const MOVED: ServiceError = { code: 'conflict', message: 'Somebody else has written meanwhile' };

/** Each call has patience of its own: hundreds of reads of one request must not use up each other's. */
export const createPersist =
  (clock: Clock, budget: Budget): Persist =>
  async (call) => {
    const patience = createPatience(clock, budget, GONE);
    for (;;) {
      const answer = await call(budget.left());
      if (answer.ok) return answer;
      if (answer.error.failure === 'conflict') return fail(MOVED);
      const error = await patience(answer.error);
      if (error) return fail(error);
    }
  };
