import type { SandboxState } from '../../../sandbox/control/api';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';

const AGENT_1 = 'WK00000000000000000000000000000001';
const AGENT_2 = 'WK00000000000000000000000000000002';
const SUPPORT = 'WQ00000000000000000000000000000001';

let sandbox: Sandbox;
let client: SandboxClient;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = sandboxClient(sandbox.addresses);
});
afterAll(() => sandbox.stop());
beforeEach(() => client.api('reset', {}));

const of = (worker: string) => `Workspaces/WS1/Workers/${worker}`;

const transfer = (reservationSid: string, mode: string, to = AGENT_2) =>
  client.bridge('POST', `${of(AGENT_1)}/Transfers`, {
    ReservationSid: reservationSid,
    Mode: mode,
    To: to,
  });

const reservations = async (worker: string) => {
  const { body } = await client.bridge('GET', `${of(worker)}/Reservations`);
  return body['contents'] as Record<string, unknown>[];
};

const task = async (sid: string) =>
  ((await client.api('state')).body as unknown as SandboxState).tasks.find((t) => t.sid === sid)!;

const legs = async (sid: string) =>
  (await task(sid)).reservations.map(({ worker, status }) => `${worker} ${status}`);

/** A phone answers by itself, so that a call needs no browser. */
const acceptByPhone = async (reservationSid: string, taskSid: string) => {
  await client.updateReservation(reservationSid, { Instruction: 'conference', To: '+14155550111' });
  for (;;) {
    const { reservations: all } = await task(taskSid);
    if (all.find((r) => r.sid === reservationSid)?.status === 'accepted') return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
};

const inACall = async () => {
  const sent = await client.newTask({ channel: 'voice' });
  await acceptByPhone(sent.reservationSid, sent.taskSid);
  return sent;
};

const offeredTo2 = async () => String((await reservations(AGENT_2)).at(-1)?.['sid']);

const wrapUp = (sid: string) => client.updateReservation(sid, { ReservationStatus: 'wrapping' });
const complete = (sid: string) => client.updateReservation(sid, { ReservationStatus: 'completed' });

it('answers and lists a transfer with every property the client asks for', async () => {
  const { reservationSid, taskSid } = await inACall();
  const { status, body } = await transfer(reservationSid, 'WARM');

  expect(status).toBe(200);
  expect(body).toMatchObject({
    sid: expect.stringMatching(/^TT/) as string,
    task_sid: taskSid,
    initiating_reservation_sid: reservationSid,
    initiating_worker_sid: AGENT_1,
    initiating_queue_sid: SUPPORT,
    initiating_workflow_sid: 'WW00000000000000000000000000000001',
    transfer_mode: 'WARM',
    transfer_type: 'WORKER',
    transfer_to: AGENT_2,
    transfer_status: 'initiated',
    transfer_failed_reason: null,
  });
  expect(await reservations(AGENT_2)).toMatchObject([{ task_transfer: body }]);
  expect(await reservations(AGENT_1)).toMatchObject([{ active_outgoing_task_transfer: body }]);
  expect((await reservations(AGENT_1))[0]).not.toHaveProperty('task_transfer');
});

it('carries no transfer in the answer to a change of a reservation: the client would throw', async () => {
  const { reservationSid } = await inACall();
  await transfer(reservationSid, 'WARM');
  const { body } = await client.updateReservation(await offeredTo2(), {
    ReservationStatus: 'rejected',
  });
  expect(body).not.toHaveProperty('task_transfer');
  expect((await wrapUp(reservationSid)).body).not.toHaveProperty('active_outgoing_task_transfer');
});

it('cold: wraps up the first leg at once', async () => {
  const { reservationSid, taskSid } = await inACall();
  await transfer(reservationSid, 'COLD');
  expect(await legs(taskSid)).toEqual(['agent1 wrapping', 'agent2 pending']);
  expect((await task(taskSid)).status).toBe('reserved');

  const second = await offeredTo2();
  await acceptByPhone(second, taskSid);
  expect((await task(taskSid)).status).toBe('assigned');
  expect((await task(taskSid)).transfers).toMatchObject([{ status: 'complete' }]);
  // Known to the second leg for good, to the first only while it went on.
  expect(await reservations(AGENT_2)).toMatchObject([
    { task_transfer: { transfer_status: 'complete' } },
  ]);
  expect((await reservations(AGENT_1))[0]).not.toHaveProperty('active_outgoing_task_transfer');

  await complete(reservationSid);
  expect(await legs(taskSid)).toEqual(['agent1 completed', 'agent2 accepted']);
  await wrapUp(second);
  expect((await task(taskSid)).status).toBe('wrapping');
  await complete(second);
  expect((await task(taskSid)).status).toBe('completed');
});

it('cold, rejected: the customer waits, the task is pending, the first leg completes', async () => {
  const { reservationSid, taskSid } = await inACall();
  await transfer(reservationSid, 'COLD');
  await client.updateReservation(await offeredTo2(), { ReservationStatus: 'rejected' });
  expect(await legs(taskSid)).toEqual(['agent1 wrapping', 'agent2 rejected']);
  expect(await task(taskSid)).toMatchObject({
    status: 'pending',
    transfers: [{ status: 'failed' }],
  });

  await client.api(`tasks/${taskSid}/hang-up`, {});
  expect((await task(taskSid)).status).toBe('wrapping');
  await complete(reservationSid);
  expect((await task(taskSid)).status).toBe('completed');
});

it('cold: a customer who hangs up while it is offered takes the offer away', async () => {
  const { reservationSid, taskSid } = await inACall();
  await transfer(reservationSid, 'COLD');
  await complete(reservationSid);
  await client.api(`tasks/${taskSid}/hang-up`, {});
  expect(await legs(taskSid)).toEqual(['agent1 completed', 'agent2 canceled']);
  expect((await task(taskSid)).status).toBe('canceled');
});

it('warm: one leg leaves, the other goes on', async () => {
  const { reservationSid, taskSid } = await inACall();
  await transfer(reservationSid, 'WARM');
  const second = await offeredTo2();
  await acceptByPhone(second, taskSid);
  expect(await legs(taskSid)).toEqual(['agent1 accepted', 'agent2 accepted']);
  // What Flex does once there are three in the call.
  await client.bridge('POST', `${of(AGENT_1)}/WorkerParticipant`, {
    ReservationSid: reservationSid,
    EndConferenceOnExit: false,
  });
  await wrapUp(reservationSid);
  expect(await legs(taskSid)).toEqual(['agent1 wrapping', 'agent2 accepted']);
  expect((await task(taskSid)).status).toBe('assigned');
  await wrapUp(second);
  expect((await task(taskSid)).status).toBe('wrapping');
});

it('a leg that ends the conference on exit ends it for everybody', async () => {
  const { reservationSid, taskSid } = await inACall();
  await transfer(reservationSid, 'WARM');
  await acceptByPhone(await offeredTo2(), taskSid);
  await wrapUp(reservationSid);
  expect(await legs(taskSid)).toEqual(['agent1 wrapping', 'agent2 wrapping']);
});

it('one agent takes another out of the call, and holds them', async () => {
  const { reservationSid, taskSid } = await inACall();
  await transfer(reservationSid, 'WARM');
  await acceptByPhone(await offeredTo2(), taskSid);
  await client.bridge('POST', `${of(AGENT_2)}/WorkerParticipant`, {
    ReservationSid: await offeredTo2(),
    EndConferenceOnExit: false,
  });
  const act = (resource: string, params: object) =>
    client.bridge('POST', `${of(AGENT_1)}/${resource}`, {
      TaskSid: taskSid,
      TargetWorkerSid: AGENT_2,
      ...params,
    });
  expect((await act('HoldWorkerParticipant', { Hold: true })).status).toBe(200);
  expect((await act('KickWorkerParticipant', {})).body).toMatchObject({ sid: taskSid });
  expect(await legs(taskSid)).toEqual(['agent1 accepted', 'agent2 wrapping']);
  expect((await act('KickWorkerParticipant', {})).status).toBe(400);
});

it('warm, canceled: the offer is taken back, once', async () => {
  const { reservationSid, taskSid } = await inACall();
  const { body } = await transfer(reservationSid, 'WARM');
  const cancel = () =>
    client.bridge('POST', `${of(AGENT_1)}/Transfers/${String(body['sid'])}`, {
      TaskSid: taskSid,
      TransferStatus: 'canceled',
    });
  expect((await cancel()).body).toMatchObject({ transfer_status: 'canceled' });
  expect(await legs(taskSid)).toEqual(['agent1 accepted', 'agent2 canceled']);
  expect((await task(taskSid)).status).toBe('assigned');
  const again = await cancel();
  expect(again.status).toBe(400);
  expect(again.body['message']).toBe(
    `Transfer ${String(body['sid'])} is already canceled. Cannot cancel transfer.`,
  );
});

it('to a queue: another available agent gets it', async () => {
  const { reservationSid, taskSid } = await inACall();
  const { body } = await transfer(reservationSid, 'WARM', SUPPORT);
  expect(body).toMatchObject({ transfer_type: 'QUEUE', transfer_to: SUPPORT });
  expect(await legs(taskSid)).toEqual(['agent1 accepted', 'agent2 pending']);
  expect((await task(taskSid)).transfers).toMatchObject([{ from: 'agent1', to: 'Support' }]);
});

it.each([
  ['to itself', AGENT_1, `Worker ${AGENT_1} has the task`],
  ['to nobody', 'WK99', 'Worker WK99 was not found'],
])('is refused %s', async (_, to, message) => {
  const { reservationSid } = await inACall();
  const { status, body } = await transfer(reservationSid, 'WARM', to);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(body['message']).toBe(message);
});

it('is refused to a worker who is not available, and while another one goes on', async () => {
  const { reservationSid, taskSid } = await inACall();
  const setActivity = (sid: string) =>
    client.bridge('POST', of(AGENT_2), { ActivitySid: `WA${sid.padStart(32, '0')}` });
  await setActivity('4');
  expect((await transfer(reservationSid, 'WARM')).body['message']).toBe(
    `Worker ${AGENT_2} is Break, not available`,
  );
  await setActivity('2');
  await transfer(reservationSid, 'WARM');
  expect((await transfer(reservationSid, 'WARM')).body['message']).toBe(
    `Task ${taskSid} has an ongoing transfer`,
  );
  // A task on offer is reserved, and cannot wrap up as a whole.
  expect((await client.updateTask(taskSid, { AssignmentStatus: 'wrapping' })).status).toBe(400);
});

it('an agent who dials gets the task, with what Flex sends as its attributes', async () => {
  const { status, body } = await client.bridge('POST', 'Workspaces/WS1/Tasks', {
    WorkflowSid: 'WW00000000000000000000000000000001',
    TaskQueueSid: SUPPORT,
    RoutingTarget: AGENT_1,
    TaskChannelUniqueName: 'voice',
    Attributes: { direction: 'outbound', outbound_to: '+14155550100', from: '+18885550199' },
  });
  expect(status).toBe(200);
  expect(body).toMatchObject({
    routing_target: AGENT_1,
    task_channel_unique_name: 'voice',
    attributes: '{"direction":"outbound","outbound_to":"+14155550100","from":"+18885550199"}',
  });
  expect(await reservations(AGENT_1)).toMatchObject([{ reservation_status: 'pending' }]);
});

it('the directory is searched by name', async () => {
  const found = async (name: string) => {
    const { body } = await client.bridge('GET', 'Workspaces/WS1/Workers', {
      TargetWorkersExpression: `full_name contains "${name}"`,
    });
    return (body['contents'] as { friendly_name: string }[]).map((w) => w.friendly_name);
  };
  expect(await found('ben')).toEqual(['agent2']);
  expect(await found('')).toEqual(['agent1', 'agent2', 'supervisor', 'admin', 'supervisor2']);
  const { body } = await client.bridge('GET', 'Workspaces/WS1/TaskQueues');
  expect(body['contents']).toHaveLength(4);
  expect((await client.bridge('GET', `Workspaces/WS1/TaskQueues/${SUPPORT}`)).body).toMatchObject({
    friendly_name: 'Support',
  });
});
