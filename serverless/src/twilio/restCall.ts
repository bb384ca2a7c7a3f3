import { fail, ok } from '../../../src/core/result';
import type { CallRefused, CallResult } from '../save/ports';
import type { Context } from './Context';
import { withLimit } from './withLimit';

interface RestRequest {
  readonly method: 'get' | 'post' | 'delete';
  readonly uri: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

interface RestAnswer {
  /** Parsed; undefined when it is no JSON. */
  readonly body: unknown;
  readonly etag: string | null;
}

export type RestCall = (request: RestRequest, limitMs: number) => CallResult<RestAnswer>;

const header = (headers: unknown, name: string): string | null => {
  const value = (headers as Readonly<Record<string, unknown>> | undefined)?.[name];
  return typeof value === 'string' ? value : null;
};

const parseBody = (body: unknown): unknown => {
  if (typeof body !== 'string') return body;
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
};

const seconds = (retryAfter: string | null): number | null =>
  retryAfter !== null && /^\d+$/.test(retryAfter) ? Number(retryAfter) * 1000 : null;

const failureOf = (status: number): CallRefused['failure'] => {
  if (status === 404) return 'gone';
  if (status === 412) return 'conflict';
  if (status === 429) return 'rate-limited';
  return status >= 500 || status === 408 ? 'server' : 'refused';
};

/**
 * One call of Twilio's REST API with the account's own client. Not through the client's resource classes: their
 * exceptions have lost the headers, Retry-After among them, and they know no time limit per call (twilio 5.13.1).
 */
export const restCalls = (context: Context): RestCall => {
  const client = context.getTwilioClient();
  return (request, limitMs) => {
    const call = async () => {
      const { statusCode, body, headers } = await client.request({
        ...request,
        headers: { ...request.headers },
        // 0 would mean no limit.
        timeout: Math.max(1, Math.ceil(limitMs)),
      });
      if (statusCode < 200 || statusCode > 299) {
        return fail<CallRefused>({
          failure: failureOf(statusCode),
          status: statusCode,
          retryAfterMs: seconds(header(headers, 'retry-after')),
        });
      }
      return ok({ body: parseBody(body), etag: header(headers, 'etag') });
    };
    const broken = fail<CallRefused>({ failure: 'network', retryAfterMs: null });
    const late = fail<CallRefused>({ failure: 'timeout', retryAfterMs: null });
    return withLimit(
      call().catch(() => broken),
      limitMs,
      late,
    );
  };
};

/** An answer that is not what Twilio documents: something in between answered, which may pass. */
export const misread = fail<CallRefused>({ failure: 'server', retryAfterMs: null });
