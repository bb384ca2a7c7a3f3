import type { WebSocket } from 'ws';
import type { Delays } from '../faults/Delays';
import type { EventFaults } from '../faults/EventFaults';
import type { Interactions } from '../interactions/Interactions';
import type { InteractionEvent } from '../interactions/records';
import type { Person } from '../people';
import type { Clock } from '../taskrouter/Clock';
import { ACCOUNT_SID, WORKSPACE_SID } from '../taskrouter/seed';
import type { WorldEvent } from '../taskrouter/records';
import type { World } from '../taskrouter/World';
import type { CallLog } from './CallLog';
import type { EventName } from './eventNames';
import { participantEventWire } from './interactionWire';
import {
  reservationWire,
  taskWire,
  transfersWire,
  transferWire,
  workerWire,
} from './taskrouterWire';

/** The client reconnects after 30 s of silence. */
const HEARTBEAT_MS = 10_000;
/**
 * Events come after the HTTP answer of the request that caused them. The real order is unknown; the client
 * takes either, but its actions wait for the event.
 */
const EVENT_DELAY_MS = 20;
const TOKEN_LIFETIME_MS = 8 * 3600 * 1000;

export interface EventBridgeParts {
  readonly world: World;
  readonly interactions: Interactions;
  readonly clock: Clock;
  readonly calls: CallLog;
  readonly eventFaults: EventFaults;
  readonly delays: Delays;
}

/** The event channel of TaskRouter: one socket per open Flex page, told of what concerns its worker. */
export class EventBridgeSockets {
  private readonly sockets = new Map<WebSocket, string>();

  constructor(private readonly parts: EventBridgeParts) {
    parts.world.listen((event) => this.onWorldEvent(event));
    parts.interactions.listen((event) => this.onInteractionEvent(event));
  }

  accept(socket: WebSocket, person: Person): void {
    this.parts.calls.record({
      person: person.id,
      operation: 'events.connect',
      method: 'WS',
      path: 'event-bridge/v1/wschannels',
      status: 101,
      unknown: false,
    });
    this.sockets.set(socket, person.workerSid);
    const heartbeat = setInterval(() => socket.send(' '), HEARTBEAT_MS);
    socket.on('close', () => {
      clearInterval(heartbeat);
      this.sockets.delete(socket);
    });
    this.send(socket, 'init', {
      channel_id: person.workerSid,
      account_sid: ACCOUNT_SID,
      workspace_sid: WORKSPACE_SID,
      token_lifetime: TOKEN_LIFETIME_MS,
    });
  }

  private onWorldEvent(event: WorldEvent): void {
    const now = this.parts.clock.now();
    switch (event.type) {
      case 'worker.activity.update':
      case 'worker.attributes.update':
        return this.push([event.worker.sid], event.type, workerWire(event.worker));
      case 'task.updated':
      case 'task.wrapup':
      case 'task.completed':
      case 'task.canceled':
        return this.push(event.workerSids, event.type, taskWire(event.task, now));
      case 'task.transfer-initiated':
      case 'task.transfer-completed':
      case 'task.transfer-attempt-failed':
      case 'task.transfer-failed':
      case 'task.transfer-canceled': {
        const { type, transfer } = event;
        return this.push([transfer.fromWorkerSid], type, transferWire(transfer));
      }
      case 'conference.requested':
      case 'conference.changed':
      case 'task.gone':
      case 'reset':
        return;
      default: {
        const { reservation, task } = event;
        return this.push([reservation.workerSid], event.type, {
          ...reservationWire(reservation, task, now),
          ...transfersWire(this.parts.world, reservation),
        });
      }
    }
  }

  private onInteractionEvent(event: InteractionEvent): void {
    if (event.type !== 'participant.removed' || event.participant.routing === null) return;
    const { interaction, participant } = event;
    this.push(
      [event.participant.routing.workerSid],
      event.type,
      participantEventWire(interaction, participant),
    );
  }

  /** Breaks these workers' sockets, or all. */
  drop(workerSids?: readonly string[]): void {
    for (const socket of this.socketsOf(workerSids)) socket.terminate();
  }

  private push(workerSids: readonly string[], name: EventName, payload: unknown): void {
    const send = () => {
      for (const socket of this.socketsOf(workerSids)) this.send(socket, name, payload);
    };
    this.parts.delays.after(EVENT_DELAY_MS, () => {
      // No fault is used up on an event that nobody would have got.
      if (this.socketsOf(workerSids).length === 0) return;
      const drop = () => this.drop(workerSids);
      this.parts.eventFaults.deliver({ name, workerSids, send, drop });
    });
  }

  private socketsOf(workerSids?: readonly string[]): WebSocket[] {
    return [...this.sockets]
      .filter(([, workerSid]) => workerSids?.includes(workerSid) ?? true)
      .map(([socket]) => socket);
  }

  private send(socket: WebSocket, event_type: string, payload: unknown): void {
    if (socket.readyState === socket.OPEN) socket.send(JSON.stringify({ event_type, payload }));
  }
}
