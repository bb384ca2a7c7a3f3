import type { LedgerEntry } from '../../../sandbox/control/api';
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

const ledger = async () => (await client.api('ledger')).body as unknown as readonly LedgerEntry[];

describe('bad input is refused with what is wrong', () => {
  it.each([
    ['tasks', '{"channel":', /^The request must be JSON text: /],
    ['tasks', '[]', /^The request must be a JSON object$/],
    ['tasks', { channel: 'fax', direction: 'inbound' }, /^There is no channel fax$/],
    ['tasks', { channel: 'voice', direction: 'up' }, /^direction must be "inbound" or "outbound"$/],
    [
      'tasks',
      { channel: 'voice', direction: 'inbound', queue: 'Nope' },
      /^There is no queue Nope; there are Support, Sales, Billing, Everyone$/,
    ],
    [
      'tasks',
      { channel: 'voice', direction: 'inbound', worker: 'admin' },
      /^worker must be "agent1" or "agent2", not "admin"$/,
    ],
    [
      'tasks',
      { channel: 'voice', direction: 'inbound', attributes: '{"a":1,}' },
      /^attributes must be JSON text: .*position 7/,
    ],
    ['settings', { colour: 'red' }, /^There is no setting "colour"; there are /],
    ['settings', { publishRoles: 'admin' }, /^publishRoles must be a list of roles$/],
    ['settings', { syncAcl: 'off' }, /^syncAcl must be true or false$/],
    [
      'faults',
      { operation: 'api.sync.*', kind: { type: 'hang' }, after: -1 },
      /^after for api\.sync\.\*: must be a whole number from 0/,
    ],
    ['settings', { theme: 'red' }, /^theme must be "light" or "dark"$/],
    ['settings', { languages: { nobody: 'de' } }, /^languages must be an object of language codes/],
    ['clock', { forwardSeconds: -1 }, /^forwardSeconds must be a number from 0$/],
    ['faults', { operation: 'task.sing', kind: { type: 'hang' } }, /^There is no operation/],
    ['rate-limit', { callsPerSecond: 1 }, /^There is no limit "callsPerSecond"; there are reads/],
    ['rate-limit', { readsPerSecond: 0 }, /^readsPerSecond must be null or a whole number from 1$/],
    ['events/drop', { refuseSeconds: -1 }, /^refuseSeconds must be a whole number from 0$/],
    [
      'faults',
      { operation: 'task.fetch', kind: { type: 'sing' } },
      /^kind\.type for task\.fetch: .*"lost-answer"/,
    ],
  ])('POST %s %j', async (path, body, message) => {
    const { status, body: answer } = await client.api(path, body);

    expect(status).toBe(400);
    expect(answer['message']).toMatch(message);
  });

  it('names a task that is not there', async () => {
    const { status, body } = await client.api('tasks/WTnone/hang-up', {});

    expect(status).toBe(404);
    expect(body['message']).toBe('Task WTnone was not found');
  });
});

describe('attributes of a new task', () => {
  it("are added to Twilio's own", async () => {
    const { taskSid } = await client.newTask({ channel: 'voice', attributes: '{"crm":{"id":7}}' });

    const raw = String((await client.fetchTask(taskSid)).body['attributes']);

    expect(JSON.parse(raw)).toMatchObject({
      from: '+14155550100',
      to: '+18885550199',
      direction: 'inbound',
      crm: { id: 7 },
    });
    expect(raw).toMatch(/"call_sid":"CA[0-9a-f]{32}"/);
  });

  it.each(['null', '[1]', '"text"'])(
    'may be %s to show a plugin what is no object',
    async (raw) => {
      const { taskSid } = await client.newTask({ attributes: raw });

      expect((await client.fetchTask(taskSid)).body['attributes']).toBe(raw);
    },
  );

  it('written by another writer stand byte for byte', async () => {
    const { taskSid } = await client.newTask();

    await client.api(`tasks/${taskSid}/attributes`, { attributes: '{ "b": 1.0 }' });

    expect((await client.fetchTask(taskSid)).body['attributes']).toBe('{ "b": 1.0 }');
  });
});

describe('the ledger', () => {
  it.each([
    ['timeout', 'reservation.timeout'],
    ['rescind', 'reservation.rescinded'],
    ['reject', 'reservation.rejected'],
  ])('has an entry when a reservation is ended by %s', async (how, event) => {
    const { reservationSid } = await client.newTask();

    await client.api(`reservations/${reservationSid}/${how}`, {});

    expect((await ledger()).map((entry) => entry.event)).toEqual(['reservation.created', event]);
  });

  it('has an entry when an accepted reservation is canceled', async () => {
    const { reservationSid } = await client.newTask();
    await client.updateReservation(reservationSid, { ReservationStatus: 'accepted' });

    await client.api(`reservations/${reservationSid}/cancel`, {});

    expect((await ledger()).map((entry) => entry.event)).toEqual([
      'reservation.created',
      'reservation.canceled',
    ]);
  });

  it('has the bytes before and at completion, and the record', async () => {
    const { taskSid, reservationSid } = await client.newTask();
    const before = String((await client.fetchTask(taskSid)).body['attributes']);
    await client.updateReservation(reservationSid, { ReservationStatus: 'accepted' });
    await client.updateTask(taskSid, { Attributes: { conversations: { outcome: 'Sold' } } });
    await client.updateReservation(reservationSid, { ReservationStatus: 'completed' });

    const entry = (await ledger()).at(-1);

    expect(entry).toMatchObject({
      event: 'reservation.completed',
      worker: 'agent1',
      taskSid,
      reservationSid,
      attributesBefore: before,
      attributes: '{"conversations":{"outcome":"Sold"}}',
    });
    expect(entry?.record.values['conversations.outcome']).toBe('Sold');
  });

  it('has none for a wrap-up from outside, which only moves the task on', async () => {
    const { taskSid, reservationSid } = await client.newTask({ channel: 'default' });
    await client.updateReservation(reservationSid, { ReservationStatus: 'accepted' });

    const { status } = await client.api(`tasks/${taskSid}/wrap-up`, {});

    expect(status).toBe(200);
    expect((await client.fetchTask(taskSid)).body['assignment_status']).toBe('wrapping');
    expect((await ledger()).map(({ event }) => event)).toEqual(['reservation.created']);
  });

  it('shows a write after the end as too late', async () => {
    const { taskSid, reservationSid } = await client.newTask();
    await client.updateReservation(reservationSid, { ReservationStatus: 'accepted' });
    await client.updateReservation(reservationSid, { ReservationStatus: 'completed' });

    await client.updateTask(taskSid, { Attributes: { conversations: { outcome: 'Late' } } });

    const entry = (await ledger()).at(-1);
    expect(entry?.event).toBe('task.updated');
    expect(entry?.record.values['conversations.outcome']).toBeUndefined();
    expect(entry?.record.findings).toContainEqual(expect.objectContaining({ code: 'too-late' }));
  });
});

it('forgets tasks, ledger, calls, faults and settings at a reset', async () => {
  const { taskSid } = await client.newTask();
  await client.fetchTask(taskSid);
  await client.api('settings', { versionCheck: false });
  await client.api('faults', {
    operation: 'task.fetch',
    kind: { type: 'status', status: 500 },
    times: 9,
  });
  await client.api('rate-limit', { readsPerSecond: 1 });

  await client.api('reset', {});

  expect((await client.api('state')).body).toMatchObject({
    tasks: [],
    callCounts: {},
    faults: [],
    rateLimits: { readsPerSecond: null, writesPerSecond: null },
    settings: { versionCheck: true, theme: 'light', plugin: true },
  });
  expect(await ledger()).toEqual([]);
  expect((await client.fetchTask(taskSid)).status).toBe(404);
});

it('refuses a task for an agent who is not available', async () => {
  const { body } = await client.api('state');
  const [agent] = body['workers'] as { sid: string }[];
  const { body: activities } = await client.bridge('GET', 'Workspaces/WS1/Activities');
  const pause = (activities['contents'] as { sid: string; friendly_name: string }[]).find(
    (activity) => activity.friendly_name === 'Break',
  );
  await client.bridge('POST', `Workspaces/WS1/Workers/${agent?.sid}`, { ActivitySid: pause?.sid });

  const refused = await client.api('tasks', { channel: 'voice', direction: 'inbound' });

  expect(refused.status).toBe(409);
  expect(refused.body['message']).toMatch(/^agent1 is Break: /);
});

it('tells its listeners that something changed', async () => {
  const stream = await fetch(`${sandbox.addresses.console}/api/changes`);
  const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
  await reader.read();

  await client.newTask();

  expect((await reader.read()).value).toBe('data: changed\n\n');
  await reader.cancel();
});
