import { Worker } from 'twilio-taskrouter';
import type { TaskAttributes } from '../../../src/app/ports';
import type { Manager } from '../../../src/host/flex/flexTypes';
import { createSdkTaskAttributes } from '../../../src/host/flex/sdkTaskAttributes';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';

/** The real TaskRouter SDK, as Flex UI 2.17.1 brings it, between our port and the emulated TaskRouter. */
let sandbox: Sandbox;
let client: SandboxClient;
let worker: Worker;

const connect = async (enableVersionCheck: boolean): Promise<Worker> => {
  const bridge = `${sandbox.addresses.people.agent1}/emulator/event-bridge.twilio.com/v1/wschannels`;
  const connected = new Worker('any', {
    ebServer: bridge,
    wsServer: bridge.replace('http', 'ws'),
    enableVersionCheck,
    logLevel: 'silent',
  });
  await new Promise((resolve, reject) => {
    connected.once('ready', resolve);
    connected.once('error', reject);
  });
  return connected;
};

/** A task in hand, and the port over it. */
const setUp = async (
  attributes: unknown,
): Promise<{ port: TaskAttributes; sid: string; taskSid: string }> => {
  const { taskSid, reservationSid } = await client.newTask({ attributes });
  await client.updateReservation(reservationSid, { ReservationStatus: 'accepted' });
  const reservation = await until(() => worker.reservations.get(reservationSid));
  const tasks = new Map([[reservationSid, { sourceObject: reservation }]]);
  const manager = { store: { getState: () => ({ flex: { worker: { tasks } } }) } };
  return {
    port: createSdkTaskAttributes(manager as unknown as Manager),
    sid: reservationSid,
    taskSid,
  };
};

/** Lets the event of a new reservation come in. */
const until = async <T>(find: () => T | undefined): Promise<T> => {
  for (let turns = 0; turns < 100_000; turns += 1) {
    const found = find();
    if (found !== undefined) return found;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('the SDK has not heard of the reservation');
};

const read = async (port: TaskAttributes, sid: string) => {
  const answer = await port.read(sid);
  if (!answer.ok) throw new Error(answer.error.failure);
  return answer.value;
};

const stored = async (taskSid: string) =>
  JSON.parse(String((await client.fetchTask(taskSid)).body['attributes'])) as Record<
    string,
    unknown
  >;

// The SDK's heartbeat and its timer for the token's end, eight hours later, go on after disconnect(): they must not
// keep Jest waiting.
const unref = <Timer extends typeof setTimeout | typeof setInterval>(
  name: 'setTimeout' | 'setInterval',
) => {
  const real = global[name];
  jest
    .spyOn(global, name)
    .mockImplementation(((...args: Parameters<typeof setTimeout>) =>
      real(...args).unref()) as unknown as Timer);
};
beforeAll(() => {
  unref('setTimeout');
  unref('setInterval');
});

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = sandboxClient(sandbox.addresses);
});
afterAll(() => sandbox.stop());

describe('with the version check', () => {
  beforeAll(async () => {
    worker = await connect(true);
  });
  afterAll(() => worker.disconnect());

  it('reads what others wrote a moment ago, and replaces it whole', async () => {
    const { port, sid, taskSid } = await setUp({ mine: 1 });
    await client.updateTask(taskSid, { Attributes: { theirs: 2 } });
    const { attributes, version } = await read(port, sid);
    expect(attributes).toEqual({ theirs: 2 });
    expect(await port.write(sid, { theirs: 2, ours: 3 }, version)).toEqual({
      ok: true,
      value: null,
    });
    expect(await stored(taskSid)).toEqual({ theirs: 2, ours: 3 });
  });

  it('is a conflict when another writer came between, and nothing of theirs is lost', async () => {
    const { port, sid, taskSid } = await setUp({});
    const { version } = await read(port, sid);
    await client.updateTask(taskSid, { Attributes: { theirs: 2 } });
    expect(await port.write(sid, { ours: 3 }, version)).toEqual({
      ok: false,
      error: { failure: 'conflict' },
    });
    expect(await stored(taskSid)).toEqual({ theirs: 2 });
  });

  it.each([
    [429, 'rate-limited'],
    [500, 'server'],
    [404, 'gone'],
    [400, 'refused'],
  ])('names a %i', async (status, failure) => {
    const { port, sid } = await setUp({});
    const { version } = await read(port, sid);
    await client.api('faults', { operation: 'task.update', kind: { type: 'status', status } });
    expect(await port.write(sid, { ours: 3 }, version)).toEqual({ ok: false, error: { failure } });
  });

  it('refuses more than 4096 characters, with the task as it was', async () => {
    const { port, sid, taskSid } = await setUp({ mine: 1 });
    const before = await stored(taskSid);
    const { version } = await read(port, sid);
    expect(await port.write(sid, { long: 'x'.repeat(4100) }, version)).toEqual({
      ok: false,
      error: { failure: 'refused' },
    });
    expect(await stored(taskSid)).toEqual(before);
  });
});

describe('without the version check', () => {
  beforeAll(async () => {
    worker = await connect(false);
  });
  afterAll(() => worker.disconnect());

  it("loses another writer's change that no event has told yet: why admins are told", async () => {
    const { port, sid, taskSid } = await setUp({});
    const { version } = await read(port, sid);
    await client.updateTask(taskSid, { Attributes: { theirs: 2 } });
    expect(await port.write(sid, { ours: 3 }, version)).toEqual({ ok: true, value: null });
    expect(await stored(taskSid)).toEqual({ ours: 3 });
  });
});
