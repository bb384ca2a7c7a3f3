import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { functionsClient, type FunctionsClient, type Leg } from '../../support/functionsClient';

/** What the Functions refuse, over HTTP, under Twilio's own local runtime: the code, and a task unchanged to the byte. */
let sandbox: Sandbox;
let client: FunctionsClient;
let leg: Leg;
let before: Awaited<ReturnType<Leg['task']>>;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = functionsClient(sandbox.addresses);
  await client.ping();
});
afterAll(() => sandbox.stop());

beforeEach(async () => {
  await client.reset();
  leg = await client.newLeg();
  before = await leg.task();
});
afterEach(async () => {
  expect(await leg.task()).toEqual(before);
});

const refusal = (status: number, code: string) => ({
  status,
  body: { ok: false, error: { code, message: expect.any(String) as string } },
});
const text = (value: string) => ({ value: { kind: 'text', text: value }, origin: 'agent' });

describe('who calls', () => {
  it('no token', async () => {
    const input = JSON.stringify(leg.request);
    expect(await client.post({ operation: 'save', input })).toMatchObject(refusal(401, 'no-token'));
    expect(await client.post({ operation: 'save', input, Token: '' })).toMatchObject(
      refusal(401, 'no-token'),
    );
  });

  it('a token that Twilio does not know', async () => {
    expect(await leg.save({}, 'stranger')).toMatchObject(refusal(403, 'bad-token'));
  });

  it('a token that has expired', async () => {
    await client.sandbox.api('settings', { expiredTokens: ['agent1'] });
    expect(await leg.save()).toMatchObject(refusal(403, 'bad-token'));
  });

  it('a token that nobody can check says nothing about the token', async () => {
    await client.fault('token.validate', { type: 'html', status: 502 });
    expect(await leg.save()).toMatchObject(refusal(503, 'token-unchecked'));
    await client.fault('token.validate', { type: 'dropped' });
    expect(await leg.save()).toMatchObject(refusal(503, 'token-unchecked'));
  });

  it('a page of another origin', async () => {
    const input = JSON.stringify(leg.request);
    const fields = { operation: 'save', Token: 'sandbox-token-agent1', input };
    const answer = await client.post(fields, { origin: 'https://example.com' });
    expect(answer).toMatchObject(refusal(403, 'origin-refused'));
  });
});

describe('whose task', () => {
  it('another worker’s reservation', async () => {
    expect(await leg.save({}, 'agent2')).toMatchObject(refusal(403, 'not-your-reservation'));
    expect(await leg.save({}, 'supervisor')).toMatchObject(refusal(403, 'not-your-reservation'));
  });

  it('a reservation of another task', async () => {
    const other = await client.newLeg();
    const untouched = await other.task();
    expect(await leg.save({ reservationSid: other.reservationSid })).toMatchObject(
      refusal(403, 'not-your-reservation'),
    );
    expect(await leg.save({ taskSid: other.taskSid })).toMatchObject(
      refusal(403, 'not-your-reservation'),
    );
    expect(await other.task()).toEqual(untouched);
  });

  it('a stranger’s task', async () => {
    const other = await client.sandbox.newTask({ worker: 'agent2' });
    expect(await leg.save(other)).toMatchObject(refusal(403, 'not-your-reservation'));
  });

  it('a task that nobody has accepted, and one that is gone', async () => {
    const pending = await client.sandbox.newTask();
    expect(await leg.save(pending)).toMatchObject(refusal(409, 'reservation-ended'));
    expect(await leg.save({ taskSid: `WT${'f'.repeat(32)}` })).toMatchObject(
      refusal(404, 'task-gone'),
    );
  });

  it('a finished reservation', async () => {
    await client.sandbox.updateReservation(leg.reservationSid, { ReservationStatus: 'completed' });
    before = await leg.task();
    expect(await leg.save()).toMatchObject(refusal(409, 'reservation-ended'));
  });
});

describe('what is asked for', () => {
  it.each([
    'conference',
    'call_sid',
    'conversations',
    'conversations.outcome',
    'conversation_id',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
  ])('a key outside the form: %s', async (id) => {
    // As text, because an object literal has no own `__proto__`.
    const answers = `{"${id}":${JSON.stringify(text('x'))}}`;
    const input = JSON.stringify({ ...leg.request, answers: 0 }).replace(
      '"answers":0',
      `"answers":${answers}`,
    );
    const answer = await leg.saveText(input);
    expect(answer).toMatchObject(refusal(422, 'unknown-field'));
    expect(answer.body).toMatchObject({
      error: { details: { problems: [{ code: 'unknown-field', path: `/answers/${id}` }] } },
    });
  });

  it('a key outside the form beside good ones: nothing of it is done', async () => {
    const answers = { ...leg.request.answers, call_sid: text('x') };
    expect(await leg.save({ answers })).toMatchObject(refusal(422, 'unknown-field'));
  });

  it.each([
    ['attributes of its own', { attributes: { call_sid: 'x' } }, '/attributes'],
    ['no task', { taskSid: undefined }, '/taskSid'],
    ['a task that is a list', { taskSid: [] }, '/taskSid'],
    ['a huge SID', { taskSid: `WT${'0'.repeat(30_000)}` }, '/taskSid'],
    ['a SID with a way out', { taskSid: 'WT1/../../Workers/WK1' }, '/taskSid'],
    ['another purpose', { purpose: 'delete' }, '/purpose'],
    ['a version that is text', { catalogVersion: '7' }, '/catalogVersion'],
    ['answers that are a list', { answers: [] }, '/answers'],
    ['answers that are text', { answers: 'x' }, '/answers'],
    ['an answer that is null', { answers: { note: null } }, '/answers/note'],
    [
      'a prefilled answer',
      { answers: { note: { ...text('x'), origin: 'prefill' } } },
      '/answers/note/origin',
    ],
    [
      'a text of 5 000 characters',
      { answers: { note: text('x'.repeat(5000)) } },
      '/answers/note/value/text',
    ],
    [
      'an answer of another kind',
      { answers: { outcome: text('Sale') } },
      '/answers/outcome/value/kind',
    ],
  ])('%s', async (_, change, path) => {
    const answer = await leg.save(change);
    expect(answer).toMatchObject(refusal(400, 'bad-input'));
    expect(answer.body).toMatchObject({ error: { details: { problems: [{ path }] } } });
  });

  it.each([
    ['nothing', ''],
    ['no JSON', '{"taskSid":'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a number', '1'],
    ['deep nesting', '['.repeat(30_000) + ']'.repeat(30_000)],
    ['a deep object', '{"answers":'.repeat(5000) + '1' + '}'.repeat(5000)],
  ])('input that is %s', async (_, input) => {
    expect(await leg.saveText(input)).toMatchObject(refusal(400, 'bad-input'));
  });

  it('values that would not be stored as they were given', async () => {
    const answers = {
      outcome: { value: { kind: 'choice', code: 'invented' }, origin: 'agent' },
      amount: { value: { kind: 'number', text: 'many' }, origin: 'agent' },
      note: text('x'.repeat(129)),
    };
    const answer = await leg.save({ answers });
    expect(answer).toMatchObject(refusal(422, 'invalid-answers'));
    expect(answer.body).toMatchObject({
      error: {
        details: {
          problems: [
            { field: 'outcome', code: 'option-unavailable' },
            { field: 'amount', code: 'not-a-number' },
            { field: 'note', code: 'too-long' },
          ],
        },
      },
    });
  });

  it('a form that is not there, a catalog that is not in force', async () => {
    expect(await leg.save({ formId: 'other' })).toMatchObject(refusal(422, 'unknown-form'));
    const answer = await leg.save({ catalogVersion: 6 });
    expect(answer).toMatchObject(refusal(409, 'catalog-unknown'));
    expect(answer.body).toMatchObject({ error: { details: { asked: 6, current: 7 } } });
  });

  it('an operation that is not there', async () => {
    for (const operation of ['', 'delete', 'toString', '__proto__']) {
      expect(await client.post({ operation, Token: 'sandbox-token-agent1' })).toMatchObject(
        refusal(400, 'unknown-operation'),
      );
    }
  });

  it('fields that come twice, and a body that is no form', async () => {
    const twice = new URLSearchParams({ operation: 'save', Token: 'sandbox-token-agent1' });
    twice.append('Token', 'sandbox-token-agent2');
    expect(await client.send({ method: 'POST', body: twice })).toMatchObject(
      refusal(400, 'bad-input'),
    );
    expect(await client.send({ method: 'POST', body: 'nonsense' })).toMatchObject({ status: 400 });
  });

  it('more than a form can need', async () => {
    expect(await leg.saveText(' '.repeat(70_000))).toMatchObject(refusal(413, 'request-too-large'));
  });

  it('more than the platform takes', async () => {
    const answer = await leg.saveText(' '.repeat(1024 * 1024));
    expect(answer).toMatchObject({ status: 413, body: undefined });
  });

  it('a task that has no room left, or is damaged', async () => {
    const set = async (attributes: object) => {
      await client.sandbox.api(`tasks/${leg.taskSid}/attributes`, { attributes });
      before = await leg.task();
    };
    await set({ filler: 'x'.repeat(4070) });
    expect(await leg.save()).toMatchObject(refusal(422, 'too-large'));
    await set({ conversations: 'text' });
    expect(await leg.save()).toMatchObject(refusal(422, 'parent-not-object'));
  });
});

it('no refusal tells what was sent, or where it happened', async () => {
  const answers = { note: text(`secret${'x'.repeat(200)}`) };
  const refused = [
    await leg.save({ answers }),
    await leg.saveText('{"note":"secret'),
    await leg.save({ answers: { secretField: text('secret') } }, 'secret-token'),
  ];
  for (const { text: body } of refused) {
    expect(body).not.toMatch(/secret|\bat \w+ \(|node_modules/);
  }
});
