import type { WebSocket } from 'ws';
import type { FromFarEnd, ToFarEnd } from '../page/farEndMessages';
import { PEOPLE, type Person } from '../people';
import { isJsonObject } from '../../src/core/json';
import { ACCOUNT_SID } from '../taskrouter/seed';
import type { Reservation, Task } from '../taskrouter/records';
import type { World } from '../taskrouter/World';
import type { CallLog } from './CallLog';
import type { OperationName } from './operations';

/** How long the agent's own phone rings before it is answered, where the worker's contact is one. */
const PHONE_ANSWERS_MS = 150;
const HEARTBEAT_MS = 10_000;
const PROTOCOL_VERSION = '1.6';
const TOKEN_TTL_SECONDS = 28_800;

interface Message {
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A call to an agent's browser, from the moment it starts to ring. */
interface BrowserCall {
  readonly callSid: string;
  readonly reservationSid: string;
  readonly from: string;
  readonly person: Person;
}

/**
 * The signalling of the Voice SDK 2.11.1 (read in its source), far enough that an accepted call is a live one in
 * the browser. An agent's newest page gets the calls.
 */
export class VoiceSignalling {
  private readonly devices = new Map<string, WebSocket>();
  private readonly farEnds = new Map<string, WebSocket>();
  private readonly browserCalls = new Map<string, BrowserCall>();

  constructor(
    private readonly world: World,
    private readonly calls: CallLog,
  ) {
    world.listen((event) => {
      if (event.type === 'conference.requested') this.ring(event.reservation, event.task, event.to);
      if (event.type === 'conference.changed') {
        for (const { callSid, left } of event.conference.workers) if (left) this.hangUp(callSid);
      }
      if (event.type === 'reset') {
        for (const callSid of [...this.browserCalls.keys()]) this.hangUp(callSid);
      }
    });
  }

  /** The Voice SDK's own socket. */
  acceptDevice(socket: WebSocket, person: Person): void {
    this.record(person, 'voice.connect', 'connect');
    this.devices.set(person.id, socket);
    const heartbeat = setInterval(() => socket.send('\n'), HEARTBEAT_MS);
    socket.on('close', () => {
      clearInterval(heartbeat);
      if (this.devices.get(person.id) === socket) this.devices.delete(person.id);
    });
    socket.on('message', (data: Buffer) => {
      const text = data.toString().trim();
      // Empty: the client's own heartbeat.
      if (text !== '') this.onDeviceMessage(socket, person, JSON.parse(text) as Message);
    });
  }

  /** The page's stand-in for Twilio's media servers. */
  acceptFarEnd(socket: WebSocket, person: Person): void {
    this.farEnds.set(person.id, socket);
    socket.on('close', () => {
      if (this.farEnds.get(person.id) === socket) this.farEnds.delete(person.id);
    });
    socket.on('message', (data: Buffer) => {
      const { callSid, sdp } = JSON.parse(data.toString()) as FromFarEnd;
      this.invite(callSid, sdp);
    });
  }

  private ring(reservation: Reservation, task: Task, to: string): void {
    const callSid = this.world.newCallSid();
    const person = Object.values(PEOPLE).find((p) => `client:${p.identity}` === to);
    if (!person) {
      setTimeout(() => this.world.workerJoined(reservation.sid, callSid), PHONE_ANSWERS_MS);
      return;
    }
    const attributes: unknown = JSON.parse(task.attributes);
    const from = isJsonObject(attributes) ? String(attributes['from'] ?? '') : '';
    this.browserCalls.set(callSid, { callSid, reservationSid: reservation.sid, from, person });
    this.toFarEnd(person, { type: 'make-offer', callSid });
  }

  private invite(callSid: string, sdp: string): void {
    const call = this.browserCalls.get(callSid);
    if (!call) return;
    this.toDevice(call.person, 'invite', {
      callsid: callSid,
      sdp,
      parameters: {
        CallSid: callSid,
        AccountSid: ACCOUNT_SID,
        From: call.from,
        To: `client:${call.person.identity}`,
      },
    });
  }

  private onDeviceMessage(socket: WebSocket, person: Person, { type, payload }: Message): void {
    const call = this.browserCalls.get(String(payload['callsid']));
    switch (type) {
      case 'listen':
        this.record(person, 'voice.listen', type);
        return send(socket, 'connected', {
          region: 'gll',
          edge: 'roaming',
          token: { ttl: TOKEN_TTL_SECONDS, client_name: person.identity },
        });
      case 'register':
        this.record(person, 'voice.register', type);
        return send(socket, 'ready', {});
      case 'answer':
        this.record(person, 'voice.answer', type);
        if (!call) return;
        this.toFarEnd(person, {
          type: 'answered',
          callSid: call.callSid,
          sdp: String(payload['sdp']),
        });
        return this.world.workerJoined(call.reservationSid, call.callSid);
      case 'hangup':
        this.record(person, 'voice.hangup', type);
        if (!call) return;
        this.forget(call);
        return this.world.workerLeft(call.callSid);
      case 'reject':
        // The reservation stays pending: what TaskRouter then does is not known.
        this.record(person, 'voice.reject', type);
        if (call) this.forget(call);
        return;
      case 'dtmf':
        return this.record(person, 'voice.dtmf', type);
      default:
        this.record(person, 'unknown', type);
    }
  }

  /** From Twilio's side: the call is over for the agent. */
  private hangUp(callSid: string): void {
    const call = this.browserCalls.get(callSid);
    if (!call) return;
    this.forget(call);
    this.toDevice(call.person, 'hangup', { callsid: callSid });
  }

  private forget(call: BrowserCall): void {
    this.browserCalls.delete(call.callSid);
    this.toFarEnd(call.person, { type: 'ended', callSid: call.callSid });
  }

  private toDevice(person: Person, type: string, payload: Message['payload']): void {
    const socket = this.devices.get(person.id);
    if (socket) send(socket, type, payload);
  }

  private toFarEnd(person: Person, message: ToFarEnd): void {
    this.farEnds.get(person.id)?.send(JSON.stringify(message));
  }

  private record(person: Person, operation: OperationName | 'unknown', type: string): void {
    this.calls.record({
      person: person.id,
      operation,
      method: 'WS',
      path: `voice/${type}`,
      status: operation === 'unknown' ? 501 : 200,
      unknown: operation === 'unknown',
    });
  }
}

const send = (socket: WebSocket, type: string, payload: Message['payload']): void => {
  if (socket.readyState === socket.OPEN) {
    socket.send(JSON.stringify({ type, version: PROTOCOL_VERSION, payload }));
  }
};
