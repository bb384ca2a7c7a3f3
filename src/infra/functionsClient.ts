import type { Clock } from '../app/ports';
import type { HttpReply } from '../core/service/serviceAnswer';
import { serverTimeOf } from '../core/service/serverTime';
import type { ClockSample } from '../core/wrapUp/clockOffset';

/**
 * Longer than the service works on anything (5 s and 8 s), so that a call without an answer has surely come to its end.
 */
const CALL_LIMITS_MS = { attributes: 7_000, catalog: 10_500 } as const;

export interface FunctionsClientParts {
  /** The address of the Functions service, without a slash at the end. */
  readonly url: string;
  /** Which of the Functions; without it, the one that saves. */
  readonly endpoint?: keyof typeof CALL_LIMITS_MS;
  /** The worker's Flex token as it is now: Flex renews it. */
  readonly token: () => string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Told with each answer that says the service's time. */
  readonly onTime?: (sample: ClockSample) => void;
}

/** Answers null when there was no answer: no connection, or not in time. Never throws. */
export type CallFunctions = (operation: string, input: unknown) => Promise<HttpReply | null>;

/**
 * Calls our Functions. The request is a form, which a browser sends to another origin without asking first: that
 * saves a round trip. A Function sees no path below its own and no method, so the body names the operation.
 */
export const createFunctionsClient = (parts: FunctionsClientParts): CallFunctions => {
  const { url, endpoint = 'attributes', token, clock, onTime } = parts;
  return async (operation, input) => {
    const stop = new AbortController();
    const call = async (): Promise<HttpReply> => {
      const askedAt = clock.now();
      const answer = await parts.fetch(`${url}/${endpoint}`, {
        method: 'POST',
        body: new URLSearchParams({ Token: token(), operation, input: JSON.stringify(input) }),
        signal: stop.signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
      });
      const body = await answer.text();
      const serverTime = serverTimeOf(body);
      if (serverTime !== null) onTime?.({ askedAt, answeredAt: clock.now(), serverTime });
      return {
        status: answer.status,
        body,
        retryAfter: answer.headers.get('retry-after'),
      };
    };
    try {
      return await Promise.race([call(), clock.wait(CALL_LIMITS_MS[endpoint]).then(() => null)]);
    } catch {
      return null;
    } finally {
      stop.abort();
    }
  };
};
