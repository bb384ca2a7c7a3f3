import { isJsonObject } from '../../src/core/json';
import type { CallLog } from '../edges/CallLog';
import type { EventBridgeSockets } from '../edges/EventBridgeSockets';
import type { Delays } from '../faults/Delays';
import type { EventFaults } from '../faults/EventFaults';
import type { Faults } from '../faults/Faults';
import type { RateLimiter } from '../faults/RateLimiter';
import { writeAsOther } from '../faults/writeAsOther';
import { isConversationChannel, type Interactions } from '../interactions/Interactions';
import type { Ledger } from '../ledger/Ledger';
import { Refused } from '../Refused';
import type { FunctionsGateway } from '../functions/FunctionsGateway';
import type { FunctionsLog } from '../functions/FunctionsLog';
import type { AccessTokens } from '../sync/AccessTokens';
import type { SyncSessions } from '../sync/SyncSessions';
import { SYNC_SERVICE_SID, type SyncService } from '../sync/SyncService';
import type { Clock } from '../taskrouter/Clock';
import { assertJson } from '../taskrouter/rawAttributes';
import type { Reservation, Task, Transfer } from '../taskrouter/records';
import { QUEUES } from '../taskrouter/seed';
import type { World } from '../taskrouter/World';
import type {
  ConversationState,
  NewTask,
  ReservationState,
  SandboxSettings,
  SandboxState,
  SyncState,
  TaskState,
  TransferState,
} from './api';
import type { Settings } from './Settings';

export interface ControlParts {
  readonly world: World;
  readonly interactions: Interactions;
  readonly sync: SyncService;
  readonly sessions: SyncSessions;
  readonly tokens: AccessTokens;
  readonly clock: Clock;
  readonly ledger: Ledger;
  readonly calls: CallLog;
  readonly functions: FunctionsGateway;
  readonly functionsLog: FunctionsLog;
  readonly faults: Faults;
  readonly delays: Delays;
  readonly eventFaults: EventFaults;
  readonly events: EventBridgeSockets;
  readonly rateLimiter: RateLimiter;
  readonly settings: Settings;
}

type AnyTransfer = Pick<Transfer, 'sid' | 'mode' | 'fromWorkerSid' | 'to'> &
  Pick<TransferState, 'status'>;

type Body = Readonly<Record<string, unknown>>;

/** What the operator can see and do, apart from how it is asked for over HTTP. */
export class Control {
  constructor(private readonly parts: ControlParts) {}

  state(): SandboxState {
    const { world, clock, calls, faults, rateLimiter, settings } = this.parts;
    return {
      now: new Date(clock.now()).toISOString(),
      aheadSeconds: clock.aheadSeconds(),
      faults: faults.list(),
      rateLimits: rateLimiter.get(),
      settings: settings.get(),
      workers: world
        .allWorkers()
        .map(({ sid, name, activity }) => ({ sid, name, activity: activity.name })),
      queues: QUEUES,
      tasks: world.allTasks().map((task) => this.taskState(task)),
      unknownCalls: calls.unknownCalls(),
      callCounts: calls.countsByOperation(),
    };
  }

  createTask(body: Body): { taskSid: string; reservationSid: string } {
    const spec = body as unknown as NewTask;
    const { world, interactions } = this.parts;
    const { task, reservation } = isConversationChannel(spec.channel)
      ? interactions.start(spec)
      : world.createTask(spec);
    return { taskSid: task.sid, reservationSid: reservation.sid };
  }

  hangUp(taskSid: string): void {
    const { world, interactions } = this.parts;
    if (interactions.ofTask(taskSid)) interactions.customerLeaves(taskSid);
    else world.customerLeaves(taskSid);
  }

  /** The customer writes in the task's conversation. */
  say(taskSid: string, body: Body): void {
    const { text } = body;
    if (typeof text !== 'string') throw new Refused(400, 20001, 'text is missing');
    this.parts.interactions.customerSays(taskSid, text);
  }

  /** Written as any other holder of the account's credentials could: whole, without a version check. */
  setAttributes(taskSid: string, body: Body): void {
    const { attributes } = body;
    if (attributes === undefined) {
      throw new Refused(400, 20001, 'attributes is missing: JSON text or an object');
    }
    const raw = typeof attributes === 'string' ? attributes : JSON.stringify(attributes);
    assertJson(raw, 'attributes');
    this.parts.world.setTaskAttributes(taskSid, raw);
  }

  endTask(taskSid: string, how: 'wrap-up' | 'complete' | 'cancel', body: Body): void {
    const reason = typeof body['reason'] === 'string' ? body['reason'] : null;
    const { world } = this.parts;
    if (how === 'wrap-up') world.wrapUpTask(taskSid, reason);
    else if (how === 'complete') world.completeTask(taskSid, reason);
    else world.cancelTask(taskSid, reason);
  }

  endReservation(sid: string, how: 'timeout' | 'rescind' | 'reject' | 'cancel'): void {
    const { world } = this.parts;
    if (how === 'timeout') world.timeOutReservation(sid);
    else if (how === 'rescind') world.rescindReservation(sid);
    else if (how === 'reject') world.rejectReservation(sid);
    else world.cancelReservation(sid);
  }

  writeAsOther(taskSid: string, body: Body): void {
    const { set } = body;
    if (!isJsonObject(set)) {
      throw new Refused(400, 20001, 'set must be an object of values by attribute path');
    }
    writeAsOther(this.parts.world, taskSid, set);
  }

  orderFault(body: Body): { id: string } {
    return { id: this.parts.faults.order(body) };
  }

  switchOffFault(id: string): void {
    this.parts.faults.switchOff(id);
  }

  clearFaults(): void {
    this.parts.faults.reset();
  }

  dropEventSockets(body: Body): void {
    const { refuseSeconds = 0 } = body;
    if (!Number.isInteger(refuseSeconds) || Number(refuseSeconds) < 0) {
      throw new Refused(400, 20001, 'refuseSeconds must be a whole number from 0');
    }
    if (Number(refuseSeconds) > 0) this.parts.faults.refuseEventSockets(Number(refuseSeconds));
    this.parts.events.drop();
  }

  /** The connections of the clients of the product's own Sync Service break; they come back by themselves. */
  dropSyncClients(): void {
    this.parts.sessions.drop();
  }

  changeRateLimits(body: Body): void {
    this.parts.rateLimiter.change(body);
  }

  forwardClock(body: Body): void {
    const seconds = body['forwardSeconds'];
    if (typeof seconds !== 'number' || !Number.isFinite(seconds) || seconds < 0) {
      throw new Refused(400, 20001, 'forwardSeconds must be a number from 0');
    }
    this.parts.clock.forward(seconds);
    this.parts.world.catchUpWithClock();
  }

  changeSettings(body: Body): void {
    const { settings, world } = this.parts;
    settings.change(body);
    if ('languages' in body) {
      world.setLanguages(settings.get().languages satisfies SandboxSettings['languages']);
    }
  }

  /** What the product's own Sync Service was asked. */
  syncState(): SyncState {
    const { sync, sessions } = this.parts;
    return {
      serviceSid: SYNC_SERVICE_SID,
      clients: sessions.count(),
      objects: sync.all().map((object) => ({
        kind: object.kind,
        sid: object.sid,
        uniqueName: object.uniqueName,
        items: object.items.size,
        subscribers: sessions.subscribersOf(object),
        ...object.usage.state(),
      })),
    };
  }

  async reset(): Promise<void> {
    const { world, sync, tokens, clock, calls, functions, functionsLog } = this.parts;
    const { faults, delays, eventFaults, rateLimiter, settings } = this.parts;
    // A Function that is still at work would meet the next fault that somebody orders.
    delays.reset();
    faults.reset();
    await functions.quiet();
    clock.reset();
    sync.reset();
    tokens.reset();
    eventFaults.reset();
    rateLimiter.reset();
    settings.reset();
    world.reset();
    calls.reset();
    functionsLog.reset();
  }

  private taskState(task: Task): TaskState {
    return {
      sid: task.sid,
      channel: task.channel.name,
      direction: task.direction,
      queue: task.queue.name,
      status: task.status,
      version: task.version,
      attributes: task.attributes,
      conversation: this.conversationState(task.sid),
      reservations: this.parts.world
        .reservationsOfTask(task.sid)
        .map((reservation) => this.reservationState(reservation)),
      transfers: this.transfersOf(task.sid),
    };
  }

  private transfersOf(taskSid: string): TransferState[] {
    const ofCall = this.parts.world.transfersOfTask(taskSid);
    const ofChannel = this.parts.interactions.ofTask(taskSid)?.transfers ?? [];
    return [
      ...ofCall.map((transfer) => this.transferState(transfer)),
      ...ofChannel
        .filter(({ fromTaskSid }) => fromTaskSid === taskSid)
        .map((transfer) => this.transferState({ ...transfer, mode: 'COLD' })),
    ];
  }

  private transferState({ sid, mode, status, fromWorkerSid, to }: AnyTransfer): TransferState {
    const { world } = this.parts;
    const queue = QUEUES.find((known) => known.sid === to);
    return {
      sid,
      mode,
      status,
      from: world.worker(fromWorkerSid).name,
      to: queue?.name ?? world.worker(to).name,
    };
  }

  private conversationState(taskSid: string): ConversationState | null {
    const interaction = this.parts.interactions.ofTask(taskSid);
    if (!interaction) return null;
    const { type, status, customer, messages, participants } = interaction;
    return {
      type,
      status,
      customerIsThere: participants.some((p) => p.type === 'customer' && p.present),
      messages: messages.map(({ author, body }) => ({
        from: author === customer.address ? 'customer' : 'agent',
        author,
        text: body,
      })),
    };
  }

  private reservationState(reservation: Reservation): ReservationState {
    return {
      sid: reservation.sid,
      taskSid: reservation.taskSid,
      worker: this.parts.world.worker(reservation.workerSid).name,
      status: reservation.status,
      version: reservation.version,
    };
  }
}

/** The body of a request to the control API: JSON, an object, or nothing. */
export const parseBody = (raw: string): Body => {
  if (raw.trim() === '') return {};
  const value = assertJson(raw, 'The request');
  if (!isJsonObject(value)) throw new Refused(400, 20001, 'The request must be a JSON object');
  return value;
};
