import { isJsonObject } from '../../src/core/json';
import type { NewTask, PersonId } from '../control/api';
import { PEOPLE } from '../people';
import { Refused, notFound } from '../Refused';
import type { Clock } from './Clock';
import { assertJson, assertWithinLimit, ATTRIBUTES_LIMIT } from './rawAttributes';
import type {
  Activity,
  Reservation,
  ReservationEventName,
  ReservationStatus,
  Task,
  TaskStatus,
  Worker,
  WorldEvent,
} from './records';
import { ACTIVITIES, CHANNELS, QUEUES, RESERVATION_TIMEOUT_SECONDS, seedWorkers } from './seed';
import { Sids } from './Sids';
import { twilioAttributes } from './twilioAttributes';

/**
 * How long a task can still be read after its end. Twilio's pages say 2, 5 and 5 to 8 minutes; the shortest is
 * the one to design for.
 */
const GONE_AFTER_MS = 120_000;

const LIVE: readonly ReservationStatus[] = ['pending', 'accepted', 'wrapping'];

/** Which status a reservation may change from. What TaskRouter answers otherwise is assumed. */
const ALLOWED_FROM: Readonly<
  Record<Exclude<ReservationStatus, 'pending'>, readonly ReservationStatus[]>
> = {
  accepted: ['pending'],
  rejected: ['pending'],
  timeout: ['pending'],
  rescinded: ['pending'],
  canceled: ['pending', 'accepted', 'wrapping'],
  wrapping: ['accepted'],
  // Channels without the wrap-up capability complete right from accepted.
  completed: ['accepted', 'wrapping'],
};

const EVENT_OF: Readonly<Record<Exclude<ReservationStatus, 'pending'>, ReservationEventName>> = {
  accepted: 'reservation.accepted',
  rejected: 'reservation.rejected',
  timeout: 'reservation.timeout',
  rescinded: 'reservation.rescinded',
  canceled: 'reservation.canceled',
  wrapping: 'reservation.wrapup',
  completed: 'reservation.completed',
};

type Listener = (event: WorldEvent) => void;
type NextReservationStatus = Exclude<ReservationStatus, 'pending'>;

/**
 * TaskRouter as far as the sandbox needs it: workers, tasks and reservations with their versions and rules.
 * It knows nothing of HTTP or of how Twilio writes these things on the wire; whoever wants to tell somebody
 * about a change listens. Listeners run synchronously, in the order of the changes, on immutable records.
 */
export class World {
  private readonly sids = new Sids();
  private readonly listeners: Listener[] = [];
  private workers = new Map<string, Worker>();
  private tasks = new Map<string, Task>();
  private reservations = new Map<string, Reservation>();

  constructor(
    private readonly clock: Clock,
    private languages: Readonly<Partial<Record<PersonId, string>>> = {},
  ) {
    this.seed();
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  reset(): void {
    this.tasks = new Map();
    this.reservations = new Map();
    this.languages = {};
    this.seed();
    this.emit({ type: 'reset' });
  }

  // ---- reading

  allWorkers(): Worker[] {
    return [...this.workers.values()];
  }

  allTasks(): Task[] {
    return [...this.tasks.values()];
  }

  worker(sid: string): Worker {
    const worker = this.workers.get(sid);
    if (!worker) throw notFound(`Worker ${sid}`);
    return worker;
  }

  task(sid: string): Task {
    const task = this.tasks.get(sid);
    if (!task) throw notFound(`Task ${sid}`);
    return task;
  }

  reservation(sid: string): Reservation {
    const reservation = this.reservations.get(sid);
    if (!reservation) throw notFound(`Reservation ${sid}`);
    return reservation;
  }

  reservationsOfTask(taskSid: string): Reservation[] {
    return [...this.reservations.values()].filter((r) => r.taskSid === taskSid);
  }

  liveReservationsOfWorker(workerSid: string): Reservation[] {
    return [...this.reservations.values()].filter(
      (r) => r.workerSid === workerSid && LIVE.includes(r.status),
    );
  }

  // ---- workers

  setActivity(workerSid: string, activitySid: string): Worker {
    const activity: Activity | undefined = ACTIVITIES.find((a) => a.sid === activitySid);
    if (!activity) throw notFound(`Activity ${activitySid}`);
    const worker = this.changeWorker(workerSid, {
      activity,
      activityChangedAt: this.clock.now(),
    });
    this.emit({ type: 'worker.activity.update', worker });
    return worker;
  }

  setWorkerAttributes(workerSid: string, raw: string): Worker {
    assertWithinLimit(raw);
    const worker = this.changeWorker(workerSid, { attributes: raw });
    this.emit({ type: 'worker.attributes.update', worker });
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

  /** A task and its one reservation, offered to the worker at once. */
  createTask(spec: NewTask): { task: Task; reservation: Reservation } {
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

    const callSid = this.sids.next('CA');
    const attributes = mergeAttributes(
      twilioAttributes(spec.channel, spec.direction, callSid),
      spec.attributes,
    );
    assertWithinLimit(attributes);

    const now = this.clock.now();
    const task: Task = {
      sid: this.sids.next('WT'),
      channel,
      direction: spec.direction,
      queue,
      status: 'reserved',
      attributes,
      attributesAtCreation: attributes,
      reason: null,
      routingTarget: spec.direction === 'outbound' ? worker.sid : null,
      conference: null,
      version: 1,
      createdAt: now,
      updatedAt: now,
      endedAt: null,
    };
    const reservation: Reservation = {
      sid: this.sids.next('WR'),
      taskSid: task.sid,
      workerSid: worker.sid,
      status: 'pending',
      timeoutSeconds: RESERVATION_TIMEOUT_SECONDS,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    this.tasks.set(task.sid, task);
    this.reservations.set(reservation.sid, reservation);
    // The SDK counts its worker's version up by one at this event (read in twilio-taskrouter 2.1.1).
    this.changeWorker(worker.sid, {});
    this.emit({ type: 'reservation.created', reservation, task });
    return { task, reservation };
  }

  /** Replaces all attributes, as TaskRouter does: nothing is merged. */
  setTaskAttributes(sid: string, raw: string): Task {
    this.task(sid);
    assertWithinLimit(raw);
    const task = this.changeTask(sid, { attributes: raw });
    this.emitTask('task.updated', task);
    return task;
  }

  /** As `POST Tasks/{sid}` with AssignmentStatus=wrapping: all accepted legs go to wrap-up. */
  wrapUpTask(sid: string, reason: string | null): Task {
    const task = this.task(sid);
    const accepted = this.reservationsOfTask(sid).filter((r) => r.status === 'accepted');
    if (task.status !== 'assigned' || accepted.length === 0) {
      throw new Refused(
        400,
        20001,
        `Task ${sid} is ${task.status}; only an assigned task can wrap up`,
      );
    }
    this.endConference(sid);
    for (const reservation of accepted) this.moveReservation(reservation.sid, 'wrapping', reason);
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
    this.endConference(sid);
    for (const reservation of this.reservationsOfTask(sid)) {
      if (reservation.status === 'accepted' || reservation.status === 'wrapping') {
        this.moveReservation(reservation.sid, 'completed', reason);
      }
    }
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
    for (const reservation of this.reservationsOfTask(sid)) {
      if (reservation.status === 'pending')
        this.moveReservation(reservation.sid, 'canceled', reason);
    }
    if (this.task(sid).status !== 'canceled') this.setTaskStatus(sid, 'canceled', reason);
    return this.task(sid);
  }

  /** The customer hangs up or leaves: an accepted task goes to wrap-up, one that still rings is canceled. */
  customerLeaves(sid: string): Task {
    const task = this.task(sid);
    if (task.status === 'pending' || task.status === 'reserved')
      return this.cancelTask(sid, 'hangup');
    if (task.status !== 'assigned') {
      throw new Refused(
        409,
        20001,
        `Task ${sid} is ${task.status}: the customer is not there any more`,
      );
    }
    return this.wrapUpTask(sid, null);
  }

  // ---- reservations

  acceptReservation(sid: string): Reservation {
    return this.moveReservation(sid, 'accepted');
  }

  rejectReservation(sid: string): Reservation {
    return this.moveReservation(sid, 'rejected');
  }

  wrapUpReservation(sid: string): Reservation {
    this.endConference(this.reservation(sid).taskSid);
    return this.moveReservation(sid, 'wrapping');
  }

  completeReservation(sid: string): Reservation {
    this.endConference(this.reservation(sid).taskSid);
    return this.moveReservation(sid, 'completed');
  }

  timeOutReservation(sid: string): Reservation {
    return this.moveReservation(sid, 'timeout');
  }

  rescindReservation(sid: string): Reservation {
    return this.moveReservation(sid, 'rescinded');
  }

  // ---- voice

  /** The agent accepts a call: TaskRouter rings the worker's contact, and accepts when that answers. */
  requestConference(reservationSid: string, to: string): Reservation {
    const reservation = this.reservation(reservationSid);
    this.assertMove(reservation, 'accepted');
    const task = this.task(reservation.taskSid);
    this.emit({ type: 'conference.requested', reservation, task, to });
    return reservation;
  }

  /** The worker's phone or browser has answered. Nothing happens if the reservation has ended meanwhile. */
  workerJoined(reservationSid: string, workerCallSid: string): void {
    const reservation = this.reservations.get(reservationSid);
    if (reservation?.status !== 'pending') return;
    const task = this.task(reservation.taskSid);
    const attributes: unknown = JSON.parse(task.attributes);
    const customerCallSid =
      isJsonObject(attributes) && typeof attributes['call_sid'] === 'string'
        ? attributes['call_sid']
        : this.sids.next('CA');
    const conference = {
      sid: this.sids.next('CF'),
      reservationSid: reservation.sid,
      workerSid: reservation.workerSid,
      workerCallSid,
      customerCallSid,
      customerOnHold: false,
      ended: false,
    };
    const withConference = isJsonObject(attributes)
      ? JSON.stringify({
          ...attributes,
          conference: {
            sid: conference.sid,
            participants: { worker: workerCallSid, customer: customerCallSid },
          },
        })
      : task.attributes;
    // What TaskRouter does when its own key has no room is not known; it never holds more than its limit.
    const fits = withConference.length <= ATTRIBUTES_LIMIT;
    const updated = this.changeTask(task.sid, {
      attributes: fits ? withConference : task.attributes,
      conference,
    });
    this.emit({ type: 'conference.changed', task: updated, conference });
    this.emitTask('task.updated', updated);
    this.moveReservation(reservationSid, 'accepted');
  }

  /** The agent's end of the call was hung up; TaskRouter moves the reservation to wrap-up by itself. */
  workerLeft(workerCallSid: string): void {
    for (const task of this.tasks.values()) {
      const conference = task.conference;
      if (conference?.workerCallSid !== workerCallSid || conference.ended) continue;
      const reservation = this.reservationsOfTask(task.sid).find((r) => r.status === 'accepted');
      if (reservation) this.wrapUpReservation(reservation.sid);
    }
  }

  holdCustomer(taskSid: string, onHold: boolean): Task {
    const task = this.task(taskSid);
    if (!task.conference || task.conference.ended) {
      throw new Refused(400, 20001, `Task ${taskSid} has no conference to hold`);
    }
    const conference = { ...task.conference, customerOnHold: onHold };
    // Not a change of the task as TaskRouter counts versions [assumed].
    const updated = { ...task, conference };
    this.tasks.set(taskSid, updated);
    this.emit({ type: 'conference.changed', task: updated, conference });
    return updated;
  }

  newCallSid(): string {
    return this.sids.next('CA');
  }

  // ---- time

  /** After the clock was moved: reservations that rang for too long time out. */
  catchUpWithClock(): void {
    const now = this.clock.now();
    for (const reservation of [...this.reservations.values()]) {
      if (
        reservation.status === 'pending' &&
        now - reservation.createdAt >= reservation.timeoutSeconds * 1000
      ) {
        this.timeOutReservation(reservation.sid);
      }
    }
  }

  private drop(task: Task): void {
    for (const reservation of this.reservationsOfTask(task.sid)) {
      this.reservations.delete(reservation.sid);
    }
    this.tasks.delete(task.sid);
    this.emit({ type: 'task.gone', task });
  }

  // ---- changes

  private seed(): void {
    this.workers = new Map(
      seedWorkers(this.clock.now(), this.languages).map((worker) => [worker.sid, worker]),
    );
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

  private assertMove(reservation: Reservation, to: NextReservationStatus): void {
    if (ALLOWED_FROM[to].includes(reservation.status)) return;
    throw new Refused(
      400,
      20001,
      `Reservation ${reservation.sid} is ${reservation.status} and cannot become ${to}`,
    );
  }

  /** `reason` is what TaskRouter keeps with the task when this ends it or sends it to wrap-up. */
  private moveReservation(
    sid: string,
    status: NextReservationStatus,
    reason: string | null = null,
  ): Reservation {
    const before = this.reservation(sid);
    this.assertMove(before, status);
    const reservation: Reservation = {
      ...before,
      status,
      version: before.version + 1,
      updatedAt: this.clock.now(),
    };
    this.reservations.set(sid, reservation);
    const ended = this.settleTask(reservation, reason);
    this.emit({ type: EVENT_OF[status], reservation, task: this.task(reservation.taskSid) });
    if (ended) this.emitTask(ended, this.task(reservation.taskSid));
    return reservation;
  }

  /** Moves the task to where its reservations put it. Answers the task event to tell, if any. */
  private settleTask(
    changed: Reservation,
    reason: string | null,
  ): 'task.wrapup' | 'task.completed' | 'task.canceled' | null {
    const statuses = this.reservationsOfTask(changed.taskSid).map((r) => r.status);
    const next: TaskStatus = statuses.includes('accepted')
      ? 'assigned'
      : statuses.includes('wrapping')
        ? 'wrapping'
        : statuses.includes('pending')
          ? 'reserved'
          : changed.status === 'completed'
            ? 'completed'
            : changed.status === 'canceled'
              ? 'canceled'
              : 'pending';
    const task = this.task(changed.taskSid);
    if (task.status === next) return null;
    this.setTaskStatus(task.sid, next, reason ?? task.reason);
    if (next === 'wrapping') return 'task.wrapup';
    if (next === 'completed') return 'task.completed';
    if (next === 'canceled') return 'task.canceled';
    return null;
  }

  private setTaskStatus(sid: string, status: TaskStatus, reason: string | null): Task {
    if (status !== 'completed' && status !== 'canceled') {
      return this.changeTask(sid, { status, reason });
    }
    const endedAt = this.clock.now();
    this.clock.alarm(endedAt + GONE_AFTER_MS, () => this.drop(this.task(sid)));
    return this.changeTask(sid, { status, reason, endedAt });
  }

  private endConference(taskSid: string): void {
    const task = this.task(taskSid);
    if (!task.conference || task.conference.ended) return;
    const conference = { ...task.conference, ended: true };
    const updated = { ...task, conference };
    this.tasks.set(taskSid, updated);
    this.emit({ type: 'conference.changed', task: updated, conference });
  }

  private changeTask(sid: string, change: Partial<Task>): Task {
    const before = this.task(sid);
    const task = { ...before, ...change, version: before.version + 1, updatedAt: this.clock.now() };
    this.tasks.set(sid, task);
    return task;
  }

  private changeWorker(sid: string, change: Partial<Worker>): Worker {
    const before = this.worker(sid);
    const worker = {
      ...before,
      ...change,
      version: before.version + 1,
      updatedAt: this.clock.now(),
    };
    this.workers.set(sid, worker);
    return worker;
  }

  private emitTask(
    type: 'task.updated' | 'task.wrapup' | 'task.completed' | 'task.canceled',
    task: Task,
  ): void {
    const workerSids = this.reservationsOfTask(task.sid)
      .filter((r) => !['rejected', 'timeout', 'rescinded'].includes(r.status))
      .map((r) => r.workerSid);
    this.emit({ type, task, workerSids });
  }

  private emit(event: WorldEvent): void {
    for (const listener of this.listeners) listener(event);
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
