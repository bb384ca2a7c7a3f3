import { isJsonObject, type JsonObject } from '../../src/core/json';
import type { NewTask, PersonId } from '../control/api';
import { PEOPLE } from '../people';
import { notFound, Refused } from '../Refused';
import type { Clock } from './Clock';
import { Conferences } from './Conferences';
import { assertJson, assertWithinLimit } from './rawAttributes';
import { RecordStore } from './RecordStore';
import type {
  Activity,
  Direction,
  Queue,
  Reservation,
  Task,
  Transfer,
  Worker,
  WorldEvent,
} from './records';
import { Reservations } from './Reservations';
import { ACTIVITIES, CHANNELS, QUEUES } from './seed';
import { Transfers, type TransferOrder } from './Transfers';
import { twilioAttributes } from './twilioAttributes';

/**
 * TaskRouter as far as the sandbox needs it: workers, tasks, reservations, transfers and calls with their versions
 * and rules. It knows nothing of HTTP or of how Twilio writes these things on the wire; whoever wants to tell
 * somebody about a change listens.
 */
export class World {
  private readonly records: RecordStore;
  private readonly transfers: Transfers;
  private readonly reservations: Reservations;
  private readonly conferences: Conferences;

  constructor(
    private readonly clock: Clock,
    private languages: Readonly<Partial<Record<PersonId, string>>> = {},
  ) {
    this.records = new RecordStore(clock, languages);
    this.transfers = new Transfers(this.records);
    this.reservations = new Reservations(this.records, this.transfers);
    this.conferences = new Conferences(this.records);
  }

  listen(listener: (event: WorldEvent) => void): void {
    this.records.listen(listener);
  }

  reset(): void {
    this.languages = {};
    this.records.clear(this.languages);
    this.records.emit({ type: 'reset' });
  }

  // ---- reading

  allWorkers = (): Worker[] => this.records.allWorkers();
  allTasks = (): Task[] => this.records.allTasks();
  worker = (sid: string): Worker => this.records.worker(sid);
  task = (sid: string): Task => this.records.task(sid);
  reservation = (sid: string): Reservation => this.records.reservation(sid);
  reservationsOfTask = (sid: string): Reservation[] => this.records.reservationsOfTask(sid);
  liveReservationsOfWorker = (sid: string): Reservation[] =>
    this.records.liveReservationsOfWorker(sid);
  transfer = (sid: string): Transfer => this.records.transfer(sid);
  transfersOfTask = (sid: string): Transfer[] => this.records.transfersOfTask(sid);

  // ---- workers

  setActivity(workerSid: string, activitySid: string): Worker {
    const activity: Activity | undefined = ACTIVITIES.find((a) => a.sid === activitySid);
    if (!activity) throw notFound(`Activity ${activitySid}`);
    const worker = this.records.changeWorker(workerSid, {
      activity,
      activityChangedAt: this.clock.now(),
    });
    this.records.emit({ type: 'worker.activity.update', worker });
    return worker;
  }

  setWorkerAttributes(workerSid: string, raw: string): Worker {
    assertWithinLimit(raw);
    const worker = this.records.changeWorker(workerSid, { attributes: raw });
    this.records.emit({ type: 'worker.attributes.update', worker });
    return worker;
  }

  /** The worker attribute `language`, by person; somebody not named has none. */
  setLanguages(languages: Readonly<Partial<Record<PersonId, string>>>): void {
    this.languages = languages;
    for (const person of Object.values(PEOPLE)) {
      const { language: _, ...others } = JSON.parse(
        this.worker(person.workerSid).attributes,
      ) as Record<string, unknown>;
      const language = languages[person.id];
      this.setWorkerAttributes(
        person.workerSid,
        JSON.stringify(language === undefined ? others : { ...others, language }),
      );
    }
  }

  // ---- tasks

  /**
   * A task and its one reservation, offered to the worker at once. `twilio`: what Twilio itself puts on it, where
   * that is not what a call or a request by itself gets.
   */
  createTask(spec: NewTask, twilio?: JsonObject): { task: Task; reservation: Reservation } {
    const channel = CHANNELS.find((c) => c.name === spec.channel);
    if (!channel) throw new Refused(400, 20001, `There is no channel ${String(spec.channel)}`);
    const queue = spec.queue ? QUEUES.find((q) => q.name === spec.queue) : QUEUES[0];
    if (!queue) {
      const names = QUEUES.map((q) => q.name).join(', ');
      throw new Refused(400, 20001, `There is no queue ${String(spec.queue)}; there are ${names}`);
    }
    if (spec.direction !== 'inbound' && spec.direction !== 'outbound') {
      throw new Refused(400, 20001, 'direction must be "inbound" or "outbound"');
    }
    const worker = this.availableAgent(spec.worker ?? 'agent1');
    const attributes = mergeAttributes(
      twilio ?? twilioAttributes(channel.name, spec.direction, this.newCallSid()),
      spec.attributes,
    );
    return this.offerNew(channel, spec.direction, queue, worker, attributes);
  }

  /** An agent dials: the task is theirs whatever their activity, with the attributes that Flex sends. */
  dial(workerSid: string, queueSid: string, attributes: string): Task {
    const channel = CHANNELS.find(({ name }) => name === 'voice');
    const queue = QUEUES.find(({ sid }) => sid === queueSid);
    if (!channel || !queue) throw notFound(`TaskQueue ${queueSid}`);
    return this.offerNew(channel, 'outbound', queue, this.worker(workerSid), attributes).task;
  }

  /** Replaces all attributes, as TaskRouter does: nothing is merged. */
  setTaskAttributes(sid: string, raw: string): Task {
    this.task(sid);
    assertWithinLimit(raw);
    const task = this.records.changeTask(sid, { attributes: raw });
    this.reservations.emitTask('task.updated', sid);
    return task;
  }

  /** As `POST Tasks/{sid}` with AssignmentStatus=wrapping: all accepted legs go to wrap-up. */
  wrapUpTask(sid: string, reason: string | null): Task {
    const { status } = this.task(sid);
    // While a transfer is offered the task is reserved, and cannot (tests of twilio-taskrouter).
    if (status !== 'assigned') {
      throw new Refused(400, 20001, `Task ${sid} is ${status}; only an assigned task can wrap up`);
    }
    this.conferences.end(sid);
    this.moveAll(sid, 'accepted', 'wrapping', reason);
    return this.task(sid);
  }

  completeTask(sid: string, reason: string | null): Task {
    const task = this.task(sid);
    if (task.status !== 'assigned' && task.status !== 'wrapping') {
      throw new Refused(
        400,
        20001,
        `Task ${sid} is ${task.status}; only an assigned or wrapping task can be completed`,
      );
    }
    this.conferences.end(sid);
    this.moveAll(sid, 'accepted', 'completed', reason);
    this.moveAll(sid, 'wrapping', 'completed', reason);
    return this.task(sid);
  }

  /** TaskRouter cancels only what nobody has accepted yet (documented: task states). */
  cancelTask(sid: string, reason: string | null): Task {
    const task = this.task(sid);
    if (task.status !== 'pending' && task.status !== 'reserved') {
      throw new Refused(
        400,
        20001,
        `Task ${sid} is ${task.status}; TaskRouter cancels only pending and reserved tasks: complete it instead`,
      );
    }
    this.endCall(sid, reason);
    return this.task(sid);
  }

  /** The customer hangs up or leaves: an accepted task goes to wrap-up, one that still rings is canceled. */
  customerLeaves(sid: string): Task {
    const { status } = this.task(sid);
    const waits = status === 'pending' || status === 'reserved';
    if (!waits && status !== 'assigned') {
      throw new Refused(409, 20001, `Task ${sid} is ${status}: the customer is not there any more`);
    }
    const isAnswered = this.reservationsOfTask(sid).some((r) => r.status === 'accepted');
    this.endCall(sid, isAnswered ? null : 'hangup');
    return this.task(sid);
  }

  // ---- reservations

  acceptReservation(sid: string): Reservation {
    return this.reservations.move(sid, 'accepted');
  }

  rejectReservation(sid: string): Reservation {
    return this.reservations.move(sid, 'rejected');
  }

  wrapUpReservation(sid: string): Reservation {
    return this.leave(this.reservation(sid), 'wrapping');
  }

  completeReservation(sid: string): Reservation {
    return this.leave(this.reservation(sid), 'completed');
  }

  timeOutReservation(sid: string): Reservation {
    return this.reservations.move(sid, 'timeout');
  }

  rescindReservation(sid: string): Reservation {
    return this.reservations.move(sid, 'rescinded');
  }

  /** Takes the task from an agent who has accepted it, as its removal does. The call is over for them. */
  cancelReservation(sid: string): Reservation {
    this.conferences.end(this.reservation(sid).taskSid);
    return this.reservations.move(sid, 'canceled');
  }

  // ---- transfers

  /**
   * Offers an accepted task to somebody else, and puts the customer on hold until an agent takes them off it. A cold
   * one is the end of the agent's own leg at once, before anybody has accepted (tests of twilio-taskrouter).
   */
  startTransfer(order: TransferOrder): Transfer {
    const from = this.reservation(order.reservationSid);
    const target = this.transfers.target(order.to, from);
    const transfer = this.transfers.start(order, from);
    if (this.task(from.taskSid).conference) this.conferences.holdCustomer(from.taskSid, true);
    this.reservations.offer(this.task(from.taskSid), target, transfer);
    if (order.mode === 'COLD') {
      this.conferences.leave(from);
      this.reservations.move(from.sid, 'wrapping');
    }
    return transfer;
  }

  /**
   * Another task like the one of this reservation, offered to a worker or a queue: what a conversation that is handed
   * on becomes. For a worker it stays in its queue (assumed).
   */
  routeOn(reservationSid: string, to: string, attributes: string): Task {
    const from = this.reservation(reservationSid);
    const { channel, direction, queue } = this.task(from.taskSid);
    const worker = this.transfers.target(to, from);
    const nextQueue = QUEUES.find(({ sid }) => sid === to) ?? queue;
    return this.offerNew(channel, direction, nextQueue, worker, attributes).task;
  }

  cancelTransfer(sid: string): Transfer {
    const transfer = this.transfers.cancel(sid);
    const offered = this.reservationsOfTask(transfer.taskSid).find(
      (r) => r.transferSid === sid && r.status === 'pending',
    );
    if (offered) this.reservations.move(offered.sid, 'canceled');
    else this.reservations.settle(transfer.taskSid, null, 'pending');
    this.records.emit({ type: 'task.transfer-canceled', transfer });
    return transfer;
  }

  // ---- voice

  /** The agent accepts a call: TaskRouter rings the worker's contact, and accepts when that answers. */
  requestConference(reservationSid: string, to: string): Reservation {
    const reservation = this.reservation(reservationSid);
    this.reservations.assertMove(reservation, 'accepted');
    const task = this.task(reservation.taskSid);
    this.records.emit({ type: 'conference.requested', reservation, task, to });
    return reservation;
  }

  /** The worker's phone or browser has answered. Nothing happens if the reservation has ended meanwhile. */
  workerJoined(reservationSid: string, callSid: string): void {
    const reservation = this.records.findReservation(reservationSid);
    if (reservation?.status !== 'pending') return;
    this.conferences.join(reservation, callSid);
    this.reservations.emitTask('task.updated', reservation.taskSid);
    this.reservations.move(reservationSid, 'accepted');
  }

  /** The agent's end of the call was hung up; TaskRouter moves the reservation to wrap-up by itself. */
  workerLeft(callSid: string): void {
    const leg = this.conferences.legOfCall(callSid);
    if (leg) this.wrapUpReservation(leg.reservationSid);
  }

  setEndsConferenceOnExit(reservationSid: string, endsOnExit: boolean): void {
    this.conferences.setEndsOnExit(this.reservation(reservationSid), endsOnExit);
  }

  holdCustomer(taskSid: string, onHold: boolean): Task {
    return this.conferences.holdCustomer(taskSid, onHold);
  }

  holdWorker(taskSid: string, workerSid: string, onHold: boolean): Task {
    return this.conferences.holdWorker(taskSid, workerSid, onHold);
  }

  /** One agent takes another out of the call. */
  kickWorker(taskSid: string, workerSid: string): Task {
    this.wrapUpReservation(this.conferences.reservationOf(taskSid, workerSid).sid);
    return this.task(taskSid);
  }

  newCallSid(): string {
    return this.records.nextSid('CA');
  }

  // ---- time

  /** After the clock was moved: reservations that rang for too long time out. */
  catchUpWithClock(): void {
    const now = this.clock.now();
    for (const reservation of this.records.allReservations()) {
      if (
        reservation.status === 'pending' &&
        now - reservation.createdAt >= reservation.timeoutSeconds * 1000
      ) {
        this.timeOutReservation(reservation.sid);
      }
    }
  }

  // ---- together

  private offerNew(
    channel: Task['channel'],
    direction: Direction,
    queue: Queue,
    worker: Worker,
    attributes: string,
  ): { task: Task; reservation: Reservation } {
    assertWithinLimit(attributes);
    const now = this.clock.now();
    const task: Task = {
      sid: this.records.nextSid('WT'),
      channel,
      direction,
      queue,
      status: 'reserved',
      attributes,
      attributesAtCreation: attributes,
      reason: null,
      routingTarget: direction === 'outbound' ? worker.sid : null,
      conference: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
      endedAt: null,
    };
    this.records.addTask(task);
    return { task, reservation: this.reservations.offer(task, worker) };
  }

  /** One agent is done with the call; the others go on without them if there are others. */
  private leave({ sid }: Reservation, to: 'wrapping' | 'completed'): Reservation {
    const reservation = this.reservation(sid);
    this.reservations.assertMove(reservation, to);
    const isOver = this.conferences.leave(reservation);
    if (isOver) this.conferences.end(reservation.taskSid);
    const moved = this.reservations.move(sid, to);
    if (isOver) this.endCall(reservation.taskSid, null);
    return moved;
  }

  /** Nobody is there any more: who was offered the task loses it, who had accepted it wraps up. */
  private endCall(taskSid: string, reason: string | null): void {
    this.conferences.end(taskSid);
    this.moveAll(taskSid, 'pending', 'canceled', reason);
    this.moveAll(taskSid, 'accepted', 'wrapping', reason);
    this.reservations.settle(taskSid, reason, 'canceled');
  }

  private moveAll(
    taskSid: string,
    from: 'pending' | 'accepted' | 'wrapping',
    to: 'canceled' | 'wrapping' | 'completed',
    reason: string | null,
  ): void {
    for (const { sid, status } of this.reservationsOfTask(taskSid)) {
      if (status === from) this.reservations.move(sid, to, reason);
    }
  }

  private availableAgent(id: PersonId): Worker {
    const person = PEOPLE[id];
    if (!person || person.role !== 'agent') {
      throw new Refused(
        400,
        20001,
        `worker must be "agent1" or "agent2", not ${JSON.stringify(id)}`,
      );
    }
    const worker = this.worker(person.workerSid);
    if (!worker.activity.available) {
      throw new Refused(
        409,
        20001,
        `${id} is ${worker.activity.name}: no task can be offered until the activity is an available one`,
      );
    }
    return worker;
  }
}

/**
 * JSON text or an object from the operator, added to Twilio's own attributes. Text that is JSON but no object
 * replaces them, so that a plugin can be shown attributes such as `null`.
 */
const mergeAttributes = (twilio: object, own: unknown): string => {
  if (own === undefined) return JSON.stringify(twilio);
  const value = typeof own === 'string' ? assertJson(own, 'attributes') : own;
  if (!isJsonObject(value)) return JSON.stringify(value);
  // Not a spread into a literal of ours: a key `__proto__` must stay the plain key that JSON.parse made.
  const merged: [string, unknown][] = [...Object.entries(twilio), ...Object.entries(value)];
  return JSON.stringify(Object.fromEntries(merged));
};
