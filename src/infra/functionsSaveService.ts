import type { Clock, SaveService, ServiceRefused } from '../app/ports';
import {
  parsePingAnswer,
  parseSaveAnswer,
  type HttpReply,
  type ServiceFailure,
} from '../core/service/serviceAnswer';
import { fail, ok, type Result } from '../core/result';
import type { SaveFailure } from '../core/sync/types';
import type { CallFunctions } from './functionsClient';

/** How long a service that could not do its work is left alone: each try may cost an agent seconds. */
const REST_MS = 60_000;

export interface FunctionsSaveServiceParts {
  readonly call: CallFunctions;
  readonly clock: Clock;
  /** The task of one of this worker's reservations; undefined when the reservation is unknown. */
  readonly taskSidOf: (reservationSid: string) => string | undefined;
  /** Told each time the service turns out to be of no use, with what it answered. */
  readonly onUnavailable: (code: string) => void;
}

const isText = (value: unknown): value is string => typeof value === 'string';

const attributesFailure = ({ code, details }: ServiceFailure): SaveFailure => {
  const { size, limit, path, largest } = details;
  if (code === 'too-large' && typeof size === 'number' && typeof limit === 'number') {
    const fields = Array.isArray(largest) && largest.every(isText) ? { largest } : {};
    return { kind: 'attributes', error: { code, size, limit, ...fields } };
  }
  if (code === 'parent-not-object' && typeof path === 'string') {
    return { kind: 'attributes', error: { code, path } };
  }
  return code === 'attributes-not-object'
    ? { kind: 'attributes', error: { code } }
    : { kind: 'refused' };
};

/** What a failed call means for a save: try later, tell the agent, or leave it to the SDK (`unavailable`). */
const failureOf = (failure: ServiceFailure): ServiceRefused['failure'] => {
  switch (failure.code) {
    case 'busy':
      return { kind: 'rate-limited' };
    case 'out-of-time':
      return { kind: 'server' };
    case 'conflict':
      return { kind: 'conflict' };
    case 'changed-elsewhere':
      return { kind: 'changed' };
    case 'task-gone':
      return { kind: 'gone' };
    case 'too-large':
    case 'parent-not-object':
    case 'attributes-not-object':
      return attributesFailure(failure);
    // These are about this save, and the SDK would only go past them.
    case 'not-your-reservation':
    case 'reservation-ended':
    case 'role-refused':
    case 'invalid-answers':
    case 'request-too-large':
    case 'bad-input':
      return { kind: 'refused' };
    default:
      // The platform itself takes only so many calls at once.
      return failure.status === 429 ? { kind: 'rate-limited' } : { kind: 'unavailable' };
  }
};

const NO_ANSWER: ServiceFailure = {
  code: 'unreadable',
  status: 0,
  message: '',
  details: {},
  retryable: true,
  retryAfterMs: null,
};

const named = ({ code, status }: ServiceFailure): string => {
  if (code !== 'unreadable') return code;
  return status === 0 ? 'no answer' : `HTTP ${status}`;
};

/** Saving through our Functions. After it could not do its work it answers `unavailable` at once for a minute. */
export const createFunctionsSaveService = (parts: FunctionsSaveServiceParts): SaveService => {
  const { call, clock, taskSidOf, onUnavailable } = parts;
  let restsUntil = 0;

  const ask = async <T>(
    operation: string,
    input: unknown,
    parse: (reply: HttpReply) => Result<T, ServiceFailure>,
  ): Promise<Result<T, ServiceRefused>> => {
    if (clock.now() < restsUntil) {
      return fail({ failure: { kind: 'unavailable' }, code: 'left alone' });
    }
    const reply = await call(operation, input);
    const parsed = reply ? parse(reply) : fail(NO_ANSWER);
    if (parsed.ok) return parsed;
    const failure = failureOf(parsed.error);
    const code = named(parsed.error);
    if (failure.kind === 'unavailable') {
      restsUntil = clock.now() + REST_MS;
      onUnavailable(code);
    }
    const { retryAfterMs } = parsed.error;
    return fail({ failure, code, ...(retryAfterMs === null ? {} : { retryAfterMs }) });
  };

  return {
    save: async (request) => {
      const taskSid = taskSidOf(request.reservationSid);
      if (!taskSid) return fail({ failure: { kind: 'gone' }, code: 'no task' });
      return ask('save', { ...request, taskSid }, parseSaveAnswer);
    },
    check: async () => {
      const answer = await ask('ping', {}, (reply) => {
        const parsed = parsePingAnswer(reply);
        return parsed.ok ? ok(null) : parsed;
      });
      return answer.ok ? null : answer.error;
    },
  };
};
