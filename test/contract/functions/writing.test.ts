import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { functionsClient, type FunctionsClient, type Leg } from '../../support/functionsClient';

/** What the Functions write, and how they bear what goes wrong between them and TaskRouter. */
let sandbox: Sandbox;
let client: FunctionsClient;
let leg: Leg;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = functionsClient(sandbox.addresses);
  await client.ping();
});
afterAll(() => sandbox.stop());

beforeEach(async () => {
  await client.reset();
  leg = await client.newLeg();
});

const BEFORE = '{"name":"Web request","direction":"inbound","customerAddress":"grace@example.com"}';
const AFTER =
  '{"name":"Web request","direction":"inbound","customerAddress":"grace@example.com","conversations":{"outcome":"Sale","case":"A-1"}}';

const updates = async () => {
  const { body } = await client.sandbox.api('state');
  return (body['callCounts'] as Record<string, number>)['api.task.update'] ?? 0;
};

it('saves, and says what is stored', async () => {
  const { version } = await leg.task();
  const answer = await leg.save();
  expect(answer).toMatchObject({ status: 200 });
  expect(answer.body).toEqual({
    ok: true,
    at: expect.any(Number),
    value: {
      version: String(version + 1),
      changed: true,
      whole: true,
      stored: { 'conversations.outcome': 'Sale', 'conversations.case': 'A-1' },
    },
  });
  expect(await leg.task()).toEqual({ attributes: AFTER, version: version + 1 });
});

it('saved again, writes nothing', async () => {
  await leg.save();
  const saved = await leg.task();
  expect((await leg.save()).body).toMatchObject({ ok: true, value: { changed: false } });
  expect(await leg.task()).toEqual(saved);
  expect(await updates()).toBe(1);
});

it('takes a JSON body with the same fields', async () => {
  const body = JSON.stringify({
    operation: 'save',
    Token: 'sandbox-token-agent1',
    input: JSON.stringify(leg.request),
  });
  const answer = await client.send({
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json' },
  });
  expect(answer).toMatchObject({ status: 200 });
  expect((await leg.task()).attributes).toBe(AFTER);
});

it('takes withdrawn answers off again', async () => {
  await leg.save();
  const gone = { value: null, origin: 'agent' };
  await leg.save({ answers: { outcome: gone, note: gone } });
  expect((await leg.task()).attributes).toBe(BEFORE.replace(/}$/, ',"conversations":{}}'));
});

it('a changed catalog holds at the next call that names it', async () => {
  await leg.save();
  const { smallCatalog } = await import('../../support/smallCatalog');
  await client.sandbox.api('settings', { debrief: { catalog: { ...smallCatalog, version: 8 } } });
  expect(await leg.save()).toMatchObject({ status: 409 });
  expect(await leg.save({ catalogVersion: 8 })).toMatchObject({ status: 200 });
});

describe('other writers', () => {
  const theirs = { type: 'other-writer', set: { 'conversations.theirs': 'kept', mine: 1 } };

  it('412 once: the fresh version is patched at once', async () => {
    await client.fault('api.task.update', theirs);
    expect(await leg.save()).toMatchObject({ status: 200 });
    expect((await leg.task()).attributes).toBe(
      BEFORE.replace(
        /}$/,
        ',"conversations":{"theirs":"kept","outcome":"Sale","case":"A-1"},"mine":1}',
      ),
    );
    expect(await updates()).toBe(2);
  });

  it('412 every time: said, and nothing of ours is on the task', async () => {
    await client.fault('api.task.update', theirs, 'until-off');
    expect(await leg.save()).toMatchObject({
      status: 409,
      body: { ok: false, error: { code: 'conflict' } },
    });
    expect(await updates()).toBe(5);
    expect((await leg.task()).attributes).toBe(
      BEFORE.replace(/}$/, ',"conversations":{"theirs":"kept"},"mine":1}'),
    );
  });
});

describe('trouble at Twilio', () => {
  const OPERATIONS = [
    'api.configuration.fetch',
    'api.reservation.list',
    'api.task.fetch',
    'api.task.update',
  ];

  it.each(OPERATIONS)('%s: 500 once is waited out', async (operation) => {
    await client.fault(operation, { type: 'status', status: 500 });
    expect(await leg.save()).toMatchObject({ status: 200 });
    expect((await leg.task()).attributes).toBe(AFTER);
  });

  // Who has spent no call yet goes back to the queue: docs/decisions/0006-a-crowd.md.
  it('api.reservation.list, the first call: 429 is passed on at once', async () => {
    await client.fault('api.reservation.list', {
      type: 'status',
      status: 429,
      retryAfterSeconds: 1,
    });
    const answer = await leg.save();
    expect(answer).toMatchObject({ status: 429, body: { ok: false, error: { code: 'busy' } } });
    expect(answer.headers.get('retry-after')).toBe('1');
    expect((await leg.task()).attributes).toBe(BEFORE);
  });

  const LATER = OPERATIONS.filter((operation) => operation !== 'api.reservation.list');
  it.each(LATER)('%s: 429 is waited out as long as asked', async (operation) => {
    await client.fault(operation, { type: 'status', status: 429, retryAfterSeconds: 1 });
    const started = Date.now();
    expect(await leg.save()).toMatchObject({ status: 200 });
    expect(Date.now() - started).toBeGreaterThanOrEqual(1000);
  });

  it('429 for longer than a call may take: the caller is told when to come again', async () => {
    await client.fault('api.task.update', { type: 'status', status: 429, retryAfterSeconds: 30 });
    const answer = await leg.save();
    expect(answer).toMatchObject({
      status: 429,
      body: { ok: false, error: { code: 'busy', details: { retryAfterMs: 30_000 } } },
    });
    expect(answer.headers.get('retry-after')).toBe('30');
    expect((await leg.task()).attributes).toBe(BEFORE);
  });

  it('500 every time', async () => {
    await client.fault('api.task.fetch', { type: 'status', status: 500 }, 'until-off');
    const answer = await leg.save();
    expect(answer).toMatchObject({
      status: 503,
      body: {
        ok: false,
        error: { code: 'out-of-time', details: { failure: 'server', status: 500 } },
      },
    });
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    expect((await leg.task()).attributes).toBe(BEFORE);
  });

  it.each(['api.task.fetch', 'api.task.update', 'token.validate'])(
    '%s never answers: the caller is told within the time',
    async (operation) => {
      await client.fault(operation, { type: 'hang' }, 'until-off');
      const started = Date.now();
      const answer = await leg.save();
      expect(answer.status).toBe(503);
      // The plugin gives up after 7 s, and the platform kills after 10.
      expect(Date.now() - started).toBeLessThan(7000);
      expect((await leg.task()).attributes).toBe(BEFORE);
    },
  );

  it('a write that was done and not told is found, and not done again', async () => {
    const { version } = await leg.task();
    await client.fault('api.task.update', { type: 'lost-answer' });
    expect(await leg.save()).toMatchObject({ status: 200, body: { value: { changed: true } } });
    expect(await leg.task()).toEqual({ attributes: AFTER, version: version + 1 });
    expect(await updates()).toBe(1);
  });

  it('an answer that is no JSON counts as trouble', async () => {
    await client.fault('api.task.fetch', { type: 'html', status: 200 });
    await client.fault('api.reservation.list', { type: 'html', status: 200 });
    expect(await leg.save()).toMatchObject({ status: 200 });
  });

  it('wrong credentials are told, and not tried again', async () => {
    await client.fault('api.task.fetch', { type: 'status', status: 401 });
    expect(await leg.save()).toMatchObject({
      status: 502,
      body: { ok: false, error: { code: 'twilio-refused', details: { status: 401 } } },
    });
  });
});
