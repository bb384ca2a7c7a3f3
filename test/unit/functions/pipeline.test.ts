import {
  createFakeService,
  FOREIGN,
  ORIGIN,
  saveRequest,
  WORKER,
} from '../../support/fakeSaveService';

const input = JSON.stringify(saveRequest);
const saving = { Token: 'agent', operation: 'save', input };

describe('the pipeline', () => {
  it('answers ping with who it is', async () => {
    const { call } = createFakeService();
    expect(await call({ Token: 'agent', operation: 'ping' })).toEqual({
      status: 200,
      headers: {
        'Content-Type': 'application/json',
        'Cache-Control': 'no-store',
        Vary: 'Origin',
        'Access-Control-Allow-Origin': ORIGIN,
        'Access-Control-Expose-Headers': 'Retry-After',
      },
      body: {
        ok: true,
        value: { service: 'debrief', version: expect.any(String) as string },
        at: 0,
      },
    });
  });

  it.each([
    ['no operation', { ...saving, operation: undefined }, 400, 'unknown-operation'],
    ['an unknown one', { ...saving, operation: 'delete' }, 400, 'unknown-operation'],
    ['one that every object has', { ...saving, operation: 'toString' }, 400, 'unknown-operation'],
    ['a list of operations', { ...saving, operation: ['save', 'ping'] }, 400, 'bad-input'],
    ['no token', { ...saving, Token: undefined }, 401, 'no-token'],
    ['an empty token', { ...saving, Token: '' }, 401, 'no-token'],
    ['a token that is not valid', { ...saving, Token: 'expired' }, 403, 'bad-token'],
    ['a list of tokens', { ...saving, Token: ['agent', 'x'] }, 400, 'bad-input'],
    ['a token nobody could check', { ...saving, Token: 'nobody-to-ask' }, 503, 'token-unchecked'],
    ['a role it is not for', { ...saving, Token: 'auditor' }, 403, 'role-refused'],
    ['no input', { ...saving, input: undefined }, 400, 'bad-input'],
    ['input that is no JSON', { ...saving, input: '{' }, 400, 'bad-input'],
    ['input that is no text', { ...saving, input: saveRequest }, 400, 'bad-input'],
    ['a list', { ...saving, input: '[]' }, 400, 'bad-input'],
    [
      'deep nesting',
      { ...saving, input: '['.repeat(30_000) + ']'.repeat(30_000) },
      400,
      'bad-input',
    ],
    ['too much', { ...saving, input: ' '.repeat(65_536) }, 413, 'request-too-large'],
    ['too long a token', { ...saving, Token: 'x'.repeat(65_536) }, 413, 'request-too-large'],
  ])('refuses %s', async (_, fields, status, code) => {
    const { call, router } = createFakeService();
    expect(await call(fields)).toMatchObject({ status, body: { ok: false, error: { code } } });
    expect(router.calls).toEqual([]);
    expect(router.raw()).toBe(JSON.stringify(FOREIGN));
  });

  it('looks at the token before it looks at the input', async () => {
    const { call } = createFakeService();
    expect(await call({ operation: 'save', input: '{' })).toMatchObject({ status: 401 });
    expect(await call({ ...saving, Token: 'auditor', input: '{' })).toMatchObject({ status: 403 });
  });

  it('refuses pages of other origins, in a way that they can read', async () => {
    const { call, router } = createFakeService();
    const answer = await call(saving, 'https://flex.twilio.com.example');
    expect(answer).toMatchObject({ status: 403, body: { error: { code: 'origin-refused' } } });
    expect(answer.headers['Access-Control-Allow-Origin']).toBe('https://flex.twilio.com.example');
    expect(router.calls).toEqual([]);
  });

  it('takes calls that come from no page', async () => {
    const { call } = createFakeService();
    const answer = await call(saving, null);
    expect(answer.status).toBe(200);
    expect(answer.headers).not.toHaveProperty('Access-Control-Allow-Origin');
  });

  it('tells nothing about a mistake of its own but that it was one', async () => {
    const { save, router, logged } = createFakeService();
    router.taskRouter.fetchTask = () => Promise.reject(new TypeError('secret'));
    const answer = await save();
    expect(answer).toMatchObject({ status: 500, body: { ok: false, error: { code: 'bug' } } });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(logged).toEqual([
      { bug: 'TypeError' },
      { operation: 'save', workerSid: WORKER, code: 'bug', milliseconds: 0 },
    ]);
  });

  it('logs codes and SIDs, nothing that was sent', async () => {
    const { call, save, logged } = createFakeService();
    await save();
    await save({ answers: { secret: { value: null, origin: 'agent' } } });
    await call({ ...saving, operation: 'secret' });
    expect(logged).toEqual([
      { operation: 'save', workerSid: WORKER, code: 'ok', milliseconds: 0 },
      { operation: 'save', workerSid: WORKER, code: 'unknown-field', milliseconds: 0 },
      { code: 'unknown-operation', milliseconds: 0 },
    ]);
  });
});
