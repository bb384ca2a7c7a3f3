import { validator } from 'twilio-flex-token-validator';
import { flexConfiguration } from '../../../serverless/src/twilio/flexConfiguration';
import { flexTokens } from '../../../serverless/src/twilio/flexTokens';
import { restCalls } from '../../../serverless/src/twilio/restCall';
import { twilioTaskRouter } from '../../../serverless/src/twilio/twilioTaskRouter';

jest.mock('twilio-flex-token-validator', () => ({ validator: jest.fn() }));

const WS = `WS${'0'.repeat(32)}`;
const WT = `WT${'0'.repeat(32)}`;
const WK = `WK${'0'.repeat(32)}`;
const TASK = `https://taskrouter.twilio.com/v1/Workspaces/${WS}/Tasks/${WT}`;

/** A client of Twilio's that answers so, or breaks. */
const callsTo = (...answers: readonly unknown[]) => {
  const left = [...answers];
  const request = jest.fn(async (_: unknown) => {
    const answer = left.shift();
    if (answer instanceof Error) throw answer;
    return answer;
  });
  return { request, calls: restCalls({ getTwilioClient: () => ({ request }) as never }) };
};
const task = (attributes: string, etag: string | undefined = '"4"') => ({
  statusCode: 200,
  body: { attributes },
  headers: { etag },
});

describe('TaskRouter over REST', () => {
  it('reads a task with its version', async () => {
    const { request, calls } = callsTo(task('{"a":1}'));
    expect(await twilioTaskRouter(calls, WS).fetchTask(WT, 1234.5)).toEqual({
      ok: true,
      value: { attributes: { a: 1 }, etag: '"4"' },
    });
    expect(request).toHaveBeenCalledWith({ method: 'get', uri: TASK, headers: {}, timeout: 1235 });
  });

  it('writes against the version, and never asks for a call without a time limit', async () => {
    const { request, calls } = callsTo(task('{"a":2}', '"5"'));
    const router = twilioTaskRouter(calls, WS);
    expect(await router.updateTask(WT, { a: 2 }, '"4"', 0.2)).toEqual({
      ok: true,
      value: { attributes: { a: 2 }, etag: '"5"' },
    });
    expect(request).toHaveBeenCalledWith({
      method: 'post',
      uri: TASK,
      headers: { 'If-Match': '"4"' },
      data: { Attributes: '{"a":2}' },
      timeout: 1,
    });
  });

  it('lists whose reservations there are', async () => {
    const listed = { sid: 'WR1', worker_sid: WK, reservation_status: 'wrapping', more: 1 };
    const { calls } = callsTo({ statusCode: 200, body: { reservations: [listed] } });
    expect(await twilioTaskRouter(calls, WS).listReservations(WT, 1000)).toEqual({
      ok: true,
      value: [{ sid: 'WR1', workerSid: WK, status: 'wrapping' }],
    });
  });

  it.each([
    [404, 'gone'],
    [412, 'conflict'],
    [429, 'rate-limited'],
    [500, 'server'],
    [503, 'server'],
    [408, 'server'],
    [400, 'refused'],
    [401, 'refused'],
    [302, 'refused'],
  ])('knows what %i means', async (statusCode, failure) => {
    const { calls } = callsTo({ statusCode, body: {}, headers: { 'retry-after': '3' } });
    expect(await twilioTaskRouter(calls, WS).fetchTask(WT, 1000)).toEqual({
      ok: false,
      error: { failure, status: statusCode, retryAfterMs: 3000 },
    });
  });

  it.each([
    [{ statusCode: 200, body: '<html>', headers: {} }, 'server'],
    [{ statusCode: 200, body: {}, headers: {} }, 'server'],
    [task('no json'), 'server'],
    [new Error('ECONNRESET'), 'network'],
  ])('bears what is no answer (%#)', async (answer, failure) => {
    const { calls } = callsTo(answer);
    expect(await twilioTaskRouter(calls, WS).fetchTask(WT, 1000)).toMatchObject({
      ok: false,
      error: { failure },
    });
  });

  it('gives a call up in time', async () => {
    const request = () => new Promise<never>(() => undefined);
    const calls = restCalls({ getTwilioClient: () => ({ request }) });
    expect(await twilioTaskRouter(calls, WS).fetchTask(WT, 5)).toEqual({
      ok: false,
      error: { failure: 'timeout', retryAfterMs: null },
    });
  });
});

describe('the Flex Configuration', () => {
  it.each([
    [{ ui_attributes: { debrief: { catalog: { version: 1 } } } }, { version: 1 }],
    [{ ui_attributes: { debrief: 'text' } }, undefined],
    [{ ui_attributes: null }, undefined],
    [{}, undefined],
  ])('names the workspace and the catalog (%#)', async (body, catalog) => {
    const { calls } = callsTo({ statusCode: 200, body: { taskrouter_workspace_sid: WS, ...body } });
    expect(await flexConfiguration(calls)(1000)).toEqual({
      ok: true,
      value: { workspaceSid: WS, catalog },
    });
  });
});

describe('Flex tokens', () => {
  const answers = (promise: () => Promise<object>) => {
    (validator as jest.Mock).mockImplementation(promise);
    return flexTokens({
      ACCOUNT_SID: 'AC1',
      AUTH_TOKEN: 'secret',
      TWILIO_REGION: 'ie1-ix',
      getTwilioClient: () => {
        throw new Error('not needed');
      },
    })('token', 20);
  };
  const valid = { valid: true, worker_sid: WK, roles: ['agent'], identity: 'a' };

  it('stand for a worker and their roles', async () => {
    expect(await answers(() => Promise.resolve(valid))).toEqual({
      ok: true,
      value: { workerSid: WK, identity: 'a', roles: ['agent'] },
    });
    expect(validator).toHaveBeenCalledWith('token', 'AC1', 'secret', 'ie1');
  });

  it.each([
    [{ ...valid, worker_sid: undefined }],
    [{ ...valid, worker_sid: 'WK1' }],
    [{ ...valid, identity: undefined }],
    [{ ...valid, identity: '' }],
    [{ ...valid, roles: 'agent' }],
    [{ ...valid, valid: 'true' }],
  ])('of nobody who takes tasks are refused (%#)', async (answer) => {
    expect(await answers(() => Promise.resolve(answer))).toEqual({ ok: false, error: 'bad' });
  });

  it.each([
    ['Token expired', 'bad'],
    [undefined, 'bad'],
    ['connect ECONNREFUSED 127.0.0.1:443', 'unchecked'],
    ['getaddrinfo ENOTFOUND iam.twilio.com', 'unchecked'],
    ['socket hang up', 'unchecked'],
    ['Unexpected token < in JSON at position 0', 'unchecked'],
    ['Unexpected token \'<\', "<html>" is not valid JSON', 'unchecked'],
    ['Unexpected end of JSON input', 'unchecked'],
    ['Unauthorized: AccountSid was not provided', 'unchecked'],
  ])('rejected with %j', async (reason, error) => {
    expect(await answers(() => Promise.reject(reason as unknown as Error))).toEqual({
      ok: false,
      error,
    });
  });

  it('that nobody answers about are unchecked', async () => {
    const answer = await answers(() => new Promise(() => undefined));
    expect(answer).toEqual({ ok: false, error: 'unchecked' });
  });
});
