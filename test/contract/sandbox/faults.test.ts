import WebSocket from 'ws';
import type { ActiveFault, EmulatedCall, Fault, TaskState } from '../../../sandbox/control/api';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';

let sandbox: Sandbox;
let client: SandboxClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = sandboxClient(sandbox.addresses);
});
afterAll(() => sandbox.stop());
beforeEach(() => client.api('reset', {}));

const order = async (operation: string, kind: Fault['kind'], more: Partial<Fault> = {}) => {
  const { status, body } = await client.api('faults', { operation, kind, ...more });
  expect(status).toBe(200);
  return String(body['id']);
};
const active = async () =>
  (await client.api('state')).body['faults'] as unknown as readonly ActiveFault[];
const attributes = async (sid: string) => {
  const tasks = (await client.api('state')).body['tasks'] as unknown as readonly TaskState[];
  return tasks.find((task) => task.sid === sid)?.attributes;
};

describe('a list of what can still happen', () => {
  it('shrinks as it happens, and each fault is switched off by its id', async () => {
    const { taskSid } = await client.newTask();
    const kind = { type: 'status', status: 500 } as const;
    const reads = await order('task.fetch', kind, { times: 2 });
    const writes = await order('task.update', kind, { times: 'until-off' });
    await client.fetchTask(taskSid);

    expect(await active()).toEqual([
      { id: reads, operation: 'task.fetch', kind, after: 0, times: 1, happened: 1 },
      { id: writes, operation: 'task.update', kind, after: 0, times: 'until-off', happened: 0 },
    ]);
    await client.api(`faults/${reads}/off`, {});

    expect((await client.fetchTask(taskSid)).status).toBe(200);
    expect((await active()).map(({ id }) => id)).toEqual([writes]);
    expect((await client.api(`faults/${reads}/off`, {})).status).toBe(404);
  });

  it('is emptied at once', async () => {
    const { taskSid } = await client.newTask();
    await order('task.fetch', { type: 'hang' }, { times: 'until-off' });
    await order('task.update', { type: 'hang' });

    await client.api('faults/clear', {});

    expect(await active()).toEqual([]);
    expect((await client.fetchTask(taskSid)).status).toBe(200);
  });
});

describe('a call', () => {
  it('gets another status, as often as ordered', async () => {
    const { taskSid } = await client.newTask();
    await order('task.update', { type: 'status', status: 429, retryAfterSeconds: 3 }, { times: 2 });

    const replies = [];
    for (let i = 0; i < 3; i += 1) {
      replies.push(await client.updateTask(taskSid, { Attributes: { i } }));
    }

    expect(replies.map(({ status }) => status)).toEqual([429, 429, 200]);
    expect(replies[0]?.headers.get('retry-after')).toBe('3');
  });

  it('is refused as stale until that is switched off, whatever version it names', async () => {
    const { taskSid } = await client.newTask();
    const storm = await order(
      'task.update',
      { type: 'status', status: 412 },
      { times: 'until-off' },
    );
    const write = () => client.updateTask(taskSid, { Attributes: { by: 'me' } }, '1');
    for (let i = 0; i < 5; i += 1) expect((await write()).status).toBe(412);

    await client.api(`faults/${storm}/off`, {});

    expect((await write()).status).toBe(200);
  });

  it('gets its refusal late', async () => {
    const { taskSid } = await client.newTask();
    await order('task.fetch', { type: 'status', status: 504, afterMs: 80 });
    const started = Date.now();

    expect((await client.fetchTask(taskSid)).status).toBe(504);

    expect(Date.now() - started).toBeGreaterThanOrEqual(79);
  });

  it.each([502, 200])('gets a page in place of JSON, with status %d', async (status) => {
    const { taskSid } = await client.newTask();
    const before = await attributes(taskSid);
    await order('task.update', { type: 'html', status });

    const answer = await fetch(
      `${sandbox.addresses.people.agent1}/emulator/event-bridge.twilio.com/v1/wschannels`,
      {
        method: 'POST',
        body: JSON.stringify({
          url: `Workspaces/WS1/Tasks/${taskSid}`,
          method: 'POST',
          params: { Attributes: {} },
        }),
      },
    );

    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await answer.text()).toMatch(/^<!doctype html>/);
    expect(await attributes(taskSid)).toBe(before);
  });

  it('is done, and its answer is lost', async () => {
    const { taskSid } = await client.newTask();
    await order('task.update', { type: 'lost-answer' });

    await expect(client.updateTask(taskSid, { Attributes: { done: true } })).rejects.toThrow();

    expect(await attributes(taskSid)).toBe('{"done":true}');
  });

  it('is not done, and its connection reset', async () => {
    const { taskSid } = await client.newTask();
    const before = await attributes(taskSid);
    await order('task.update', { type: 'dropped' });

    await expect(client.updateTask(taskSid, { Attributes: { done: true } })).rejects.toThrow();

    expect(await attributes(taskSid)).toBe(before);
    expect((await client.api('state')).body['callCounts']).toEqual({ 'task.update': 1 });
    expect((await client.fetchTask(taskSid)).status).toBe(200);
  });

  it('is done at once and answered late', async () => {
    const { taskSid } = await client.newTask();
    await order('task.update', { type: 'delay', ms: 500, of: 'answer' });
    let answered = false;

    const write = client.updateTask(taskSid, { Attributes: { done: true } });
    void write.then(() => (answered = true));
    await client.until(async () => (await attributes(taskSid)) === '{"done":true}');

    expect(answered).toBe(false);
    expect((await write).status).toBe(200);
  });

  it('arrives late, and meets the version of then', async () => {
    const { taskSid } = await client.newTask();
    await order('task.update', { type: 'delay', ms: 500, of: 'call' });

    const late = client.updateTask(taskSid, { Attributes: { by: 'the late one' } }, '1');
    await client.until(async () => (await active()).length === 0);
    expect((await client.updateTask(taskSid, { Attributes: { by: 'me' } }, '1')).status).toBe(200);

    expect((await late).status).toBe(412);
    expect(await attributes(taskSid)).toBe('{"by":"me"}');
  });

  it('that is late never arrives after a reset', async () => {
    const { taskSid } = await client.newTask();
    await order('task.fetch', { type: 'delay', ms: 50, of: 'call' });
    const patience = new AbortController();
    const late = client.bridge('GET', `Workspaces/WS1/Tasks/${taskSid}`, {}, undefined, {
      signal: patience.signal,
    });
    await client.until(async () => (await active()).length === 0);
    await client.api('reset', {});
    await new Promise((resolve) => setTimeout(resolve, 100));

    expect((await client.api('state')).body['callCounts']).toEqual({});
    patience.abort();
    await expect(late).rejects.toThrow('aborted');
  });

  it('is never answered', async () => {
    const { taskSid } = await client.newTask();
    await order('task.fetch', { type: 'hang' });
    const patience = new AbortController();

    const hanging = client.bridge('GET', `Workspaces/WS1/Tasks/${taskSid}`, {}, undefined, {
      signal: patience.signal,
    });
    // Answered at once, so the hanging call had every chance to be, too.
    await client.until(async () => (await active()).length === 0);
    patience.abort();

    await expect(hanging).rejects.toThrow('aborted');
  });
});

describe('another writer', () => {
  it('comes right before a write, which then meets a newer version', async () => {
    const { taskSid } = await client.newTask({ attributes: '{"mine":1}' });
    await order('task.update', {
      type: 'other-writer',
      set: { 'conversations.campaign': 'Spring' },
    });

    const { status } = await client.updateTask(taskSid, { Attributes: {} }, '1');

    expect(status).toBe(412);
    expect(JSON.parse((await attributes(taskSid)) ?? '')).toMatchObject({
      mine: 1,
      conversations: { campaign: 'Spring' },
    });
  });

  it('comes at once, and leaves the rest as it is', async () => {
    const { taskSid } = await client.newTask();
    await client.api(`tasks/${taskSid}/attributes`, {
      attributes: '{"a":1,"conversations":{"outcome":"Sold","campaign":"Spring"},"z":2}',
    });

    await client.api(`tasks/${taskSid}/other-writer`, {
      set: { 'crm.stage': 'won', 'conversations.outcome': 'Lost' },
    });

    expect(await attributes(taskSid)).toBe(
      '{"a":1,"conversations":{"outcome":"Lost","campaign":"Spring"},"z":2,"crm":{"stage":"won"}}',
    );
    expect((await client.fetchTask(taskSid)).body['version']).toBe('3');
    const refused = await client.api(`tasks/${taskSid}/other-writer`, { set: 'x' });
    expect(refused.body['message']).toBe('set must be an object of values by attribute path');
  });
});

describe('more calls per second than the limit', () => {
  it('get 429 with Retry-After and leave the task alone, reads apart from writes', async () => {
    const { taskSid } = await client.newTask();
    await client.api('rate-limit', { writesPerSecond: 3 });

    const replies = await Promise.all(
      [1, 2, 3, 4, 5].map((n) => client.updateTask(taskSid, { Attributes: { n } })),
    );

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429, 429]);
    const refused = replies.find(({ status }) => status === 429);
    expect(refused?.body).toEqual({
      code: 20429,
      status: 429,
      message: 'Too many requests to TaskRouter in this second',
    });
    expect(refused?.headers.get('retry-after')).toBe('1');
    expect((await client.fetchTask(taskSid)).body['version']).toBe('4');

    await client.api('clock', { forwardSeconds: 1 });
    expect((await client.updateTask(taskSid, { Attributes: {} })).status).toBe(200);
    expect((await client.api('state')).body['rateLimits']).toEqual({
      readsPerSecond: null,
      writesPerSecond: 3,
    });
  });

  it('use up no ordered fault', async () => {
    const { taskSid } = await client.newTask();
    await client.api('rate-limit', { readsPerSecond: 1 });
    await client.fetchTask(taskSid);
    await order('task.fetch', { type: 'hang' });

    expect((await client.fetchTask(taskSid)).status).toBe(429);

    expect(await active()).toHaveLength(1);
  });
});

describe('the socket of events', () => {
  const opened: WebSocket[] = [];
  afterEach(() => opened.splice(0).forEach((socket) => socket.terminate()));

  const connect = (host = 'event-bridge.twilio.com') => {
    const address = sandbox.addresses.people.agent1.replace('http', 'ws');
    const socket = new WebSocket(`${address}/emulator/${host}/v1/wschannels`);
    opened.push(socket);
    const names: string[] = [];
    socket.on('message', (data: Buffer) => {
      const text = data.toString().trim();
      if (text !== '') names.push((JSON.parse(text) as { event_type: string }).event_type);
    });
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const failed = new Promise<string>((resolve) =>
      socket.on('error', ({ message }) => resolve(message)),
    );
    const open = new Promise<void>((resolve) => socket.once('open', () => resolve()));
    const saw = (name: string) => client.until(() => names.includes(name));
    return { names, open, closed, failed, saw };
  };

  /** One life of a task, of which the page hears six things. */
  const life = async () => {
    const { reservationSid } = await client.newTask();
    for (const status of ['accepted', 'wrapping', 'completed']) {
      await client.updateReservation(reservationSid, { ReservationStatus: status });
    }
  };
  const ALL = [
    'init',
    'reservation.created',
    'reservation.accepted',
    'reservation.wrapup',
    'task.wrapup',
    'reservation.completed',
    'task.completed',
  ];

  it.each<[string, Fault['kind'], readonly string[]]>([
    [
      'loses an event',
      { type: 'lost', event: 'reservation.wrapup' },
      ALL.filter((name) => name !== 'reservation.wrapup'),
    ],
    [
      'brings one twice',
      { type: 'duplicated', event: 'reservation.wrapup' },
      ALL.flatMap((name) => (name === 'reservation.wrapup' ? [name, name] : [name])),
    ],
    [
      'brings one after the next',
      { type: 'reordered', event: 'reservation.wrapup' },
      [...ALL.slice(0, 3), 'task.wrapup', 'reservation.wrapup', ...ALL.slice(5)],
    ],
    [
      'brings any, which is the first',
      { type: 'lost' },
      ALL.filter((name) => name !== 'reservation.created'),
    ],
  ])('%s', async (_, kind, expected) => {
    const page = connect();
    await page.open;
    await order('events.push', kind);

    await life();
    await page.saw('task.completed');

    expect(page.names).toEqual(expected);
  });

  it('brings an event late', async () => {
    const page = connect();
    await page.open;
    await order('events.push', { type: 'delay', ms: 500, event: 'reservation.accepted' });

    await life();
    await page.saw('reservation.accepted');

    expect(page.names.indexOf('reservation.accepted')).toBeGreaterThan(
      page.names.indexOf('reservation.created'),
    );
    expect(page.names).toHaveLength(ALL.length);
  });

  it('drops at an event, and refuses new sockets until that is over', async () => {
    const page = connect();
    await page.open;
    await order('events.push', {
      type: 'dropped',
      event: 'reservation.completed',
      refuseSeconds: 60,
    });

    await life();
    await page.closed;

    expect(page.names).toEqual(ALL.slice(0, 5));
    expect(await connect().failed).toMatch('socket hang up');
    await client.api('clock', { forwardSeconds: 60 });
    await connect().open;
  });

  it('drops at once', async () => {
    const page = connect();
    await page.open;

    await client.api('events/drop', {});

    await page.closed;
    await connect().open;
  });

  it('drops at once and refuses new ones, with a status if ordered so', async () => {
    await client.api('events/drop', { refuseSeconds: 60 });
    expect(await connect().failed).toMatch('socket hang up');
    await client.api('faults/clear', {});
    await order('events.connect', { type: 'status', status: 503 });

    expect(await connect().failed).toMatch('Unexpected server response: 503');

    await connect().open;
    const calls = (await client.api('calls')).body as unknown as readonly EmulatedCall[];
    expect(calls.map(({ operation, status }) => [operation, status])).toEqual([
      ['events.connect', 0],
      ['events.connect', 503],
      ['events.connect', 101],
    ]);
  });

  it('uses up no fault on an event that nobody hears', async () => {
    await order('events.push', { type: 'lost' });

    await life();
    await client.api('state');

    expect(await active()).toHaveLength(1);
  });
});
