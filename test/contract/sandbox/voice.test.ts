import { once } from 'node:events';
import WebSocket from 'ws';
import { startSandbox, type Sandbox } from '../../../sandbox/startSandbox';
import { sandboxClient, type SandboxClient } from '../../support/sandboxClient';

interface Message {
  readonly type: string;
  readonly callSid?: string;
  readonly sdp?: string;
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** A socket whose messages can be waited for one by one, none lost in between. */
const connect = async (address: string) => {
  const socket = new WebSocket(address);
  const received: Message[] = [];
  const waiting: ((message: Message) => void)[] = [];
  socket.on('message', (data: Buffer) => {
    if (data.toString().trim() === '') return;
    const message = JSON.parse(data.toString()) as Message;
    const next = waiting.shift();
    if (next) next(message);
    else received.push(message);
  });
  await once(socket, 'open');
  return {
    send: (message: Message) => socket.send(JSON.stringify(message)),
    next: (): Promise<Message> => {
      const message = received.shift();
      return message ? Promise.resolve(message) : new Promise((resolve) => waiting.push(resolve));
    },
    close: () => socket.close(),
  };
};

type Socket = Awaited<ReturnType<typeof connect>>;

let sandbox: Sandbox;
let client: SandboxClient;
let events: Socket;
let device: Socket;
let farEnd: Socket;

beforeAll(async () => {
  sandbox = await startSandbox({ port: 0 });
  client = sandboxClient(sandbox.addresses);
  const page = sandbox.addresses.people.agent1.replace('http', 'ws');
  events = await connect(`${page}/emulator/event-bridge.twilio.com/v1/wschannels`);
  device = await connect(`${page}/emulator/voice-js.roaming.twilio.com/signal`);
  farEnd = await connect(`${page}/sandbox/far-end`);
});
afterAll(() => sandbox.stop());

const nextEvent = async () => {
  const { event_type, payload } = (await events.next()) as unknown as {
    event_type: string;
    payload: Record<string, unknown>;
  };
  return { type: event_type, payload };
};

/** Flex accepts a call: TaskRouter is told, the browser rings and answers. */
const acceptCall = async () => {
  const { taskSid, reservationSid } = await client.newTask({ channel: 'voice' });
  expect((await nextEvent()).type).toBe('reservation.created');
  await client.updateReservation(reservationSid, {
    Instruction: 'conference',
    To: 'client:agent1',
  });
  const { callSid } = await farEnd.next();
  farEnd.send({ type: 'offer', callSid: callSid!, sdp: 'the offer' });
  const invite = await device.next();
  device.send({ type: 'answer', payload: { callsid: callSid, sdp: 'the answer' } });
  return { taskSid, reservationSid, callSid, invite };
};

it('the event socket greets with the worker it is for', async () => {
  expect(await nextEvent()).toMatchObject({
    type: 'init',
    payload: { channel_id: 'WK00000000000000000000000000000001' },
  });
});

it('the device is connected and registered', async () => {
  device.send({ type: 'listen', payload: {} });
  expect((await device.next()).type).toBe('connected');
  device.send({ type: 'register', payload: {} });
  expect((await device.next()).type).toBe('ready');
});

it('an accepted call is offered to the browser, and accepted only when that answers', async () => {
  const { taskSid, callSid, invite } = await acceptCall();

  expect(invite).toMatchObject({
    type: 'invite',
    payload: { callsid: callSid, sdp: 'the offer', parameters: { From: '+14155550100' } },
  });
  expect(await farEnd.next()).toEqual({ type: 'answered', callSid, sdp: 'the answer' });
  expect((await nextEvent()).type).toBe('task.updated');
  const accepted = await nextEvent();
  expect(accepted.type).toBe('reservation.accepted');
  const task = accepted.payload['task'] as { attributes: string };
  expect(JSON.parse(task.attributes)).toMatchObject({
    conference: { participants: { worker: callSid } },
  });

  await client.api(`tasks/${taskSid}/hang-up`, {});
  expect(await device.next()).toMatchObject({ type: 'hangup', payload: { callsid: callSid } });
  expect(await farEnd.next()).toEqual({ type: 'ended', callSid });
  expect((await nextEvent()).type).toBe('reservation.wrapup');
  expect((await nextEvent()).type).toBe('task.wrapup');
});

it('a hang-up in the browser sends the reservation to wrap-up', async () => {
  const { reservationSid, callSid } = await acceptCall();
  expect((await farEnd.next()).type).toBe('answered');
  expect((await nextEvent()).type).toBe('task.updated');
  expect((await nextEvent()).type).toBe('reservation.accepted');

  device.send({ type: 'hangup', payload: { callsid: callSid } });

  expect(await nextEvent()).toMatchObject({
    type: 'reservation.wrapup',
    payload: { sid: reservationSid, reservation_status: 'wrapping' },
  });
  expect(await farEnd.next()).toEqual({ type: 'ended', callSid });
  expect((await nextEvent()).type).toBe('task.wrapup');
});

it("a hold is the customer's, and leaves the task's version alone", async () => {
  const { taskSid } = await acceptCall();
  expect((await farEnd.next()).type).toBe('answered');
  expect((await nextEvent()).type).toBe('task.updated');
  expect((await nextEvent()).type).toBe('reservation.accepted');
  const before = (await client.fetchTask(taskSid)).body['version'];

  const held = await client.bridge('POST', 'Workspaces/WS1/Workers/WK1/CustomerParticipant', {
    TaskSid: taskSid,
    Hold: true,
  });

  expect(held.status).toBe(200);
  expect(held.body['version']).toBe(before);
});
