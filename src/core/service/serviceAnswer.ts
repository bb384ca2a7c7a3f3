import * as v from 'valibot';
import type { AttributePath } from '../attributes/types';
import { isJsonObject, type JsonValue } from '../json';
import { fail, ok, type Result } from '../result';
import { isServiceErrorCode, SERVICE_ERRORS, type ServiceErrorCode } from './serviceErrors';

export interface SaveAnswer {
  /** The task's version that `stored` was read in; empty when Twilio did not say. */
  readonly version: string;
  /** False when the task already said all of it, and nothing was written. */
  readonly changed: boolean;
  /** False when answers were held back on purpose: a flush beside another leg (see `mergeAnswers`). */
  readonly whole: boolean;
  /** What the form's own paths hold on the task now. */
  readonly stored: Readonly<Record<AttributePath, JsonValue>>;
}

export interface PingAnswer {
  readonly service: 'debrief';
  readonly version: string;
}

/** An HTTP answer as it came, from the service or from whatever stood in its place. */
export interface HttpReply {
  readonly status: number;
  readonly body: string;
  /** The header `Retry-After`, if it could be read. */
  readonly retryAfter?: string | null;
}

/** Why a call to the service did not do its work. */
export interface ServiceFailure {
  /** `unreadable`: no answer of the service, but a page of the platform or of something in between. */
  readonly code: ServiceErrorCode | 'unreadable';
  readonly status: number;
  readonly message: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | null;
}

const saveAnswer = v.object({
  version: v.string(),
  changed: v.boolean(),
  whole: v.boolean(),
  stored: v.record(
    v.string(),
    v.custom<JsonValue>((value) => value !== undefined),
  ),
});
const pingAnswer = v.object({ service: v.literal('debrief'), version: v.string() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Too early, too many, or the server's trouble: what may pass. */
const mayPass = (status: number): boolean => status === 408 || status === 429 || status >= 500;

const isDelay = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0;

/** Of the two forms of `Retry-After`, seconds; a date would need a clock. */
function retryAfterMs({ retryAfter }: HttpReply, details: Readonly<Record<string, unknown>>) {
  if (isDelay(details['retryAfterMs'])) return details['retryAfterMs'];
  const seconds = retryAfter && /^\d+$/.test(retryAfter.trim()) ? Number(retryAfter) : null;
  return isDelay(seconds) ? seconds * 1000 : null;
}

function unreadable(reply: HttpReply): ServiceFailure {
  const { status } = reply;
  return {
    code: 'unreadable',
    status,
    message: `HTTP ${status}, and no answer of the service`,
    details: {},
    // A page with status 200 is a login or a proxy in between: that may pass, a wrong address does not.
    retryable: mayPass(status) || status < 400,
    retryAfterMs: retryAfterMs(reply, {}),
  };
}

/** What a call came to, whatever was answered: HTML of the platform and half an answer too. */
export function parseAnswer<T>(
  reply: HttpReply,
  shape: v.GenericSchema<unknown, T>,
): Result<T, ServiceFailure> {
  const body = parseJson(reply.body);
  if (!isJsonObject(body)) return fail(unreadable(reply));
  if (body['ok'] === true) {
    const value = v.safeParse(shape, body['value']);
    return value.success ? ok(value.output) : fail(unreadable(reply));
  }
  const error = body['error'];
  if (body['ok'] !== false || !isJsonObject(error) || !isServiceErrorCode(error['code'])) {
    return fail(unreadable(reply));
  }
  const { code, message } = error;
  const details = isJsonObject(error['details']) ? error['details'] : {};
  return fail({
    code,
    status: reply.status,
    message: typeof message === 'string' ? message : '',
    details,
    retryable: SERVICE_ERRORS[code].retryable,
    retryAfterMs: retryAfterMs(reply, details),
  });
}

export const parseSaveAnswer = (reply: HttpReply): Result<SaveAnswer, ServiceFailure> =>
  parseAnswer(reply, saveAnswer);

export const parsePingAnswer = (reply: HttpReply): Result<PingAnswer, ServiceFailure> =>
  parseAnswer(reply, pingAnswer);
