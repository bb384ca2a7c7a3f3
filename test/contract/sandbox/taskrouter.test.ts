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

const accept = (sid: string) => client.updateReservation(sid, { ReservationStatus: 'accepted' });
const wrapUp = (sid: string) => client.updateReservation(sid, { ReservationStatus: 'wrapping' });
const complete = (sid: string) => client.updateReservation(sid, { ReservationStatus: 'completed' });

describe('task attributes', () => {
  it('are replaced whole, and the version goes up by one', async () => {
    const { taskSid } = await client.newTask({ attributes: { keep: 'me' } });

    const { status, body } = await client.updateTask(taskSid, { Attributes: { only: 'this' } });

    expect(status).toBe(200);
    expect(body['attributes']).toBe('{"only":"this"}');
    expect(body['version']).toBe('2');
    expect((await client.fetchTask(taskSid)).body['attributes']).toBe('{"only":"this"}');
  });

  it('are written when If-Match names the version, and refused with 412 when it names another', async () => {
    const { taskSid } = await client.newTask();

    expect((await client.updateTask(taskSid, { Attributes: { n: 1 } }, '1')).status).toBe(200);
    const stale = await client.updateTask(taskSid, { Attributes: { n: 2 } }, '1');

    expect(stale.status).toBe(412);
    expect(stale.body['message']).toBe(`Task ${taskSid} is at version 2, not 1`);
    expect((await client.fetchTask(taskSid)).body['attributes']).toBe('{"n":1}');
  });

  it('are last-writer-wins without If-Match', async () => {
    const { taskSid } = await client.newTask();
    await client.updateTask(taskSid, { Attributes: { n: 1 } });

    expect((await client.updateTask(taskSid, { Attributes: { n: 2 } })).status).toBe(200);
    expect((await client.fetchTask(taskSid)).body['attributes']).toBe('{"n":2}');
  });

  it('hold 4096 characters and not one more', async () => {
    const { taskSid } = await client.newTask();
    const ofLength = (length: number) => ({ x: 'a'.repeat(length - '{"x":""}'.length) });

    expect((await client.updateTask(taskSid, { Attributes: ofLength(4096) })).status).toBe(200);
    const refused = await client.updateTask(taskSid, { Attributes: ofLength(4097) });

    expect(refused.status).toBe(400);
    expect(refused.body['message']).toBe(
      'Attributes have 4097 characters; TaskRouter holds at most 4096',
    );
    expect(String((await client.fetchTask(taskSid)).body['attributes'])).toHaveLength(4096);
  });

  it('keep hostile keys as plain keys', async () => {
    const { taskSid } = await client.newTask();
    const raw = '{"Attributes":{"__proto__":{"polluted":true},"a":1}}';

    await client.updateTask(taskSid, JSON.parse(raw) as Record<string, unknown>);

    expect((await client.fetchTask(taskSid)).body['attributes']).toBe(
      '{"__proto__":{"polluted":true},"a":1}',
    );
  });

  it('do not go with a change of status in one request', async () => {
    const { taskSid } = await client.newTask();

    const { status } = await client.updateTask(taskSid, {
      Attributes: {},
      AssignmentStatus: 'completed',
    });

    expect(status).toBe(400);
  });

  it.each([null, 'text', 1, ['a']])('must be an object, not %j', async (Attributes) => {
    const { taskSid } = await client.newTask();

    expect((await client.updateTask(taskSid, { Attributes })).status).toBe(400);
  });
});

describe('the life of a task', () => {
  it('goes from reserved over assigned and wrapping to completed, with the versions it says', async () => {
    const { taskSid, reservationSid } = await client.newTask();
    const seen: unknown[] = [];
    const look = async () => {
      const { body } = await client.fetchTask(taskSid);
      seen.push([body['assignment_status'], body['version']]);
    };

    await look();
    await client.updateReservation(reservationSid, { ReservationStatus: 'accepted' }, '1');
    await look();
    await client.updateReservation(reservationSid, { ReservationStatus: 'wrapping' }, '2');
    await look();
    await client.updateReservation(reservationSid, { ReservationStatus: 'completed' }, '3');
    await look();

    expect(seen).toEqual([
      ['reserved', '1'],
      ['assigned', '2'],
      ['wrapping', '3'],
      ['completed', '4'],
    ]);
  });

  it('refuses a stale reservation version with 412', async () => {
    const { reservationSid } = await client.newTask();
    await accept(reservationSid);

    const stale = await client.updateReservation(
      reservationSid,
      { ReservationStatus: 'wrapping' },
      '1',
    );

    expect(stale.status).toBe(412);
  });

  it('refuses what cannot follow', async () => {
    const { taskSid, reservationSid } = await client.newTask();

    expect((await wrapUp(reservationSid)).status).toBe(400);
    expect((await client.api(`tasks/${taskSid}/complete`, {})).status).toBe(400);
    await accept(reservationSid);
    expect((await accept(reservationSid)).status).toBe(400);
    expect((await client.api(`tasks/${taskSid}/cancel`, {})).status).toBe(400);
  });

  it('can be read until 2 minutes after completion, and is 404 from then on', async () => {
    const { taskSid, reservationSid } = await client.newTask();
    await accept(reservationSid);
    await complete(reservationSid);

    await client.api('clock', { forwardSeconds: 118 });
    expect((await client.fetchTask(taskSid)).status).toBe(200);
    await client.api('clock', { forwardSeconds: 2 });
    const gone = await client.fetchTask(taskSid);

    expect(gone.status).toBe(404);
    expect(gone.body['code']).toBe(20404);
  });

  it('keeps the reason of a completion from outside', async () => {
    const { taskSid, reservationSid } = await client.newTask();
    await accept(reservationSid);

    await client.api(`tasks/${taskSid}/complete`, { reason: 'by a supervisor' });

    expect((await client.fetchTask(taskSid)).body['reason']).toBe('by a supervisor');
  });

  it('is canceled when the customer leaves before somebody accepts, and wraps up after', async () => {
    const early = await client.newTask();
    await client.api(`tasks/${early.taskSid}/hang-up`, {});
    const late = await client.newTask();
    await accept(late.reservationSid);
    await client.api(`tasks/${late.taskSid}/hang-up`, {});

    expect((await client.fetchTask(early.taskSid)).body['assignment_status']).toBe('canceled');
    expect((await client.fetchTask(late.taskSid)).body['assignment_status']).toBe('wrapping');
  });
});

it('answers a call it does not know with 501 and remembers it', async () => {
  const silenced = jest.spyOn(process.stderr, 'write').mockReturnValue(true);

  const { status } = await client.bridge('GET', 'Workspaces/WS1/Statistics');

  expect(silenced).toHaveBeenCalledWith(
    'sandbox: unknown call from agent1: GET event-bridge/Workspaces/WS1/Statistics\n',
  );
  silenced.mockRestore();
  expect(status).toBe(501);
  expect((await client.api('state')).body['unknownCalls']).toMatchObject([
    {
      person: 'agent1',
      operation: 'unknown',
      method: 'GET',
      path: 'event-bridge/Workspaces/WS1/Statistics',
      status: 501,
      unknown: true,
    },
  ]);
});
