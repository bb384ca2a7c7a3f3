import type { Clock } from '../Clock';
import type { Budget } from '../budget';
import type { CallResult, TaskRouter } from './ports';

/** Limits are per second, so a second later there is room again. */
const REST_MS = 1_000;
/** In a crowd of a thousand most first calls would be in vain for minutes: see docs/decisions/0006-a-crowd.md. */
const LONGEST_REST_MS = 8_000;
/** How often a call is made at most once others of its request were taken: about as often as its time allows. */
const TRIES = 5;

/**
 * What this instance of the service knows about Twilio's limit of calls. A 429 is about the account, not about the
 * request that met it, so for a while nobody else here asks: they would be refused, and each try costs a call.
 * As with the catalog, an instance that the platform does not keep knows nothing and asks.
 */
export interface Throttle {
  /** How long new requests should leave Twilio alone, in milliseconds. */
  readonly left: () => number;
  /** TaskRouter for one request, with the patience that its place in the crowd deserves. */
  readonly enter: (taskRouter: TaskRouter, budget: Budget) => TaskRouter;
}

/**
 * A request whose first call is refused gives up at once: it has spent nothing, and its caller queues. One that is in
 * has calls to lose: it makes the refused call again, that one alone. A 429 was surely not done, and what was read
 * before still holds or the ETag says so.
 */
export const createThrottle = (clock: Clock): Throttle => {
  let restsUntil = 0;
  /** First calls refused since one was taken. */
  let turnedAway = 0;

  const rest = (retryAfterMs: number | null): void => {
    const own = Math.min(REST_MS * 2 ** Math.max(0, turnedAway - 1), LONGEST_REST_MS);
    restsUntil = Math.max(restsUntil, clock.now() + Math.max(own, retryAfterMs ?? 0));
  };

  return {
    left: () => Math.max(0, restsUntil - clock.now()),
    enter: (taskRouter, budget) => {
      let isIn = false;
      const persist = async <T>(call: () => CallResult<T>): CallResult<T> => {
        for (let tries = 1; ; tries += 1) {
          const answer = await call();
          if (answer.ok) {
            if (!isIn) turnedAway = 0;
            isIn = true;
            return answer;
          }
          const { failure, retryAfterMs } = answer.error;
          if (failure !== 'rate-limited') return answer;
          if (!isIn) turnedAway += 1;
          rest(retryAfterMs);
          const delay =
            Math.max(REST_MS / 2, retryAfterMs ?? 0) + Math.round(REST_MS * clock.random());
          if (!isIn || tries === TRIES || delay >= budget.left()) return answer;
          await clock.wait(delay);
        }
      };
      return {
        listReservations: (sid) => persist(() => taskRouter.listReservations(sid, budget.left())),
        fetchTask: (sid) => persist(() => taskRouter.fetchTask(sid, budget.left())),
        updateTask: (sid, attributes, etag) =>
          persist(() => taskRouter.updateTask(sid, attributes, etag, budget.left())),
      };
    },
  };
};
