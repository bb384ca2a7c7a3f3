import { fail, type Result } from '../../../src/core/result';
import { SERVICE_ERRORS, type ServiceError } from '../../../src/core/service/serviceErrors';
import { createBudget } from '../budget';
import type { Clock } from '../Clock';
import { checkOrigin } from './checkOrigin';
import type { HttpAnswer, HttpCall } from './HttpCall';
import type { Journal } from './Journal';
import type { Operation } from './operation';
import { parseInput, readRequest } from './readRequest';
import { authenticate, checkRole, type CheckToken } from './tokens';

export interface Service {
  readonly operations: ReadonlyMap<string, Operation>;
  readonly allowedOrigins: readonly string[];
  readonly checkToken: CheckToken;
  readonly clock: Clock;
  /** How long a call may take; without it: as long as a save. */
  readonly budgetMs?: number;
  readonly journal: Journal;
}

/** What the journal may say of a call. */
interface Facts {
  operation?: string;
  workerSid?: string;
}

/** Step after step; the first refusal is the answer. */
const run = async (
  call: HttpCall,
  service: Service,
  facts: Facts,
): Promise<Result<unknown, ServiceError>> => {
  const budget = createBudget(service.clock, service.budgetMs);
  const origin = checkOrigin(call.origin, service.allowedOrigins);
  if (!origin.ok) return origin;
  const request = readRequest(
    call.fields,
    (operation) => service.operations.get(operation)?.sizeLimit,
  );
  if (!request.ok) return request;
  const operation = service.operations.get(request.value.operation);
  if (!operation) {
    const known = [...service.operations.keys()];
    return fail({
      code: 'unknown-operation',
      message: 'There is no such operation',
      details: { known },
    });
  }
  facts.operation = request.value.operation;
  const caller = await authenticate(request.value.token, service.checkToken, budget);
  if (!caller.ok) return caller;
  facts.workerSid = caller.value.workerSid;
  const role = checkRole(caller.value, operation.roles);
  if (!role.ok) return role;
  const input = parseInput(request.value.input);
  if (!input.ok) return input;
  return operation.run(input.value, { caller: caller.value, budget });
};

const retryAfter = ({ details }: ServiceError): Readonly<Record<string, string>> => {
  const wait = details?.['retryAfterMs'];
  return typeof wait === 'number' ? { 'Retry-After': String(Math.ceil(wait / 1000)) } : {};
};

/**
 * Also a refused page may read why: nothing is in it that the page does not know, and else it would see a network
 * error and nobody could tell what is wrong.
 */
const corsHeaders = (origin: string | null): Readonly<Record<string, string>> =>
  origin === null
    ? {}
    : {
        'Access-Control-Allow-Origin': origin,
        'Access-Control-Expose-Headers': 'Retry-After',
      };

/** `at` goes with every answer: by it a browser knows how far its own clock is off. */
const toHttp = (
  result: Result<unknown, ServiceError>,
  origin: string | null,
  at: number,
): HttpAnswer => ({
  status: result.ok ? 200 : SERVICE_ERRORS[result.error.code].status,
  headers: {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    Vary: 'Origin',
    ...corsHeaders(origin),
    ...(result.ok ? {} : retryAfter(result.error)),
  },
  body: result.ok ? { ok: true, value: result.value, at } : { ok: false, error: result.error, at },
});

/** The whole service: one call in, one answer out, whatever happens. */
export const answerCall = async (call: HttpCall, service: Service): Promise<HttpAnswer> => {
  const started = service.clock.now();
  const facts: Facts = {};
  let result: Result<unknown, ServiceError>;
  try {
    result = await run(call, service, facts);
  } catch (error) {
    service.journal.bug(error);
    result = fail({ code: 'bug', message: 'A mistake of the service: see its log' });
  }
  service.journal.call({
    ...facts,
    code: result.ok ? 'ok' : result.error.code,
    milliseconds: service.clock.now() - started,
  });
  return toHttp(result, call.origin, service.clock.now());
};
