import { Refused } from '../Refused';
import type { RecordStore } from './RecordStore';
import type {
  Reservation,
  ReservationEventName,
  ReservationStatus,
  Task,
  TaskEventName,
  TaskStatus,
  Transfer,
  Worker,
} from './records';
import { RESERVATION_TIMEOUT_SECONDS } from './seed';
import type { Transfers } from './Transfers';

/**
 * How long a task can still be read after its end. Twilio's pages say 2, 5 and 5 to 8 minutes; the shortest is
 * the one to design for.
 */
const GONE_AFTER_MS = 120_000;

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

/** Who holds no part of a task any more is not told what happens to it, but for its end. */
const isTold = (status: ReservationStatus, event: TaskEventName): boolean =>
  status === 'pending' ||
  status === 'accepted' ||
  status === 'wrapping' ||
  event === `task.${status}`;

export type NextReservationStatus = Exclude<ReservationStatus, 'pending'>;

/** The life of reservations, and of tasks as far as their reservations decide it. */
export class Reservations {
  constructor(
    private readonly records: RecordStore,
    private readonly transfers: Transfers,
  ) {}

  offer(task: Task, worker: Worker, transfer: Transfer | null = null): Reservation {
    const now = this.records.now();
    const reservation: Reservation = {
      sid: this.records.nextSid('WR'),
      taskSid: task.sid,
      workerSid: worker.sid,
      status: 'pending',
      transferSid: transfer?.sid ?? null,
      timeoutSeconds: RESERVATION_TIMEOUT_SECONDS,
      version: 1,
      createdAt: now,
      updatedAt: now,
    };
    this.records.addReservation(reservation);
    this.settleTask(task.sid, null, 'pending');
    // The SDK counts its worker's version up by one at this event (read in twilio-taskrouter 2.1.1).
    this.records.changeWorker(worker.sid, {});
    this.records.emit({
      type: 'reservation.created',
      reservation,
      task: this.records.task(task.sid),
    });
    return reservation;
  }

  assertMove(reservation: Reservation, to: NextReservationStatus): void {
    if (ALLOWED_FROM[to].includes(reservation.status)) return;
    throw new Refused(
      400,
      20001,
      `Reservation ${reservation.sid} is ${reservation.status} and cannot become ${to}`,
    );
  }

  /** `reason` is what TaskRouter keeps with the task when this ends it or sends it to wrap-up. */
  move(sid: string, status: NextReservationStatus, reason: string | null = null): Reservation {
    const before = this.records.reservation(sid);
    this.assertMove(before, status);
    const transfer = this.transfers.settle(before, status);
    const reservation = this.records.changeReservation(sid, status);
    const taskEvent = this.settleTask(
      reservation.taskSid,
      reason,
      status === 'completed' || status === 'canceled' ? status : 'pending',
    );
    this.records.emit({
      type: EVENT_OF[status],
      reservation,
      task: this.records.task(reservation.taskSid),
    });
    // Whoever else is on the task is told that it is not on offer any more (tests of twilio-taskrouter).
    const wasHandedOn = before.transferSid !== null && before.status === 'pending';
    if (taskEvent) this.emitTask(taskEvent, reservation.taskSid);
    else if (wasHandedOn) this.emitTask('task.updated', reservation.taskSid);
    transfer.tell();
    return reservation;
  }

  /** For a task whose call has changed without any reservation: see `settleTask`. */
  settle(taskSid: string, reason: string | null, otherwise: TaskStatus): void {
    const before = this.records.task(taskSid).status;
    const event = this.settleTask(taskSid, reason, otherwise);
    if (this.records.task(taskSid).status !== before) {
      this.emitTask(event ?? 'task.updated', taskSid);
    }
  }

  /**
   * Moves the task to where its reservations put it, or to `otherwise` when none of them says anything. Answers the
   * task event to tell, if any.
   */
  private settleTask(
    taskSid: string,
    reason: string | null,
    otherwise: TaskStatus,
  ): TaskEventName | null {
    const task = this.records.task(taskSid);
    const next = this.statusOf(task, otherwise);
    if (task.status === next || task.endedAt !== null) return null;
    this.setTaskStatus(task.sid, next, reason ?? task.reason);
    if (next === 'wrapping') return 'task.wrapup';
    if (next === 'completed') return 'task.completed';
    if (next === 'canceled') return 'task.canceled';
    return null;
  }

  emitTask(type: TaskEventName, taskSid: string): void {
    const workerSids = this.records
      .reservationsOfTask(taskSid)
      .filter((r) => isTold(r.status, type))
      .map((r) => r.workerSid);
    this.records.emit({ type, task: this.records.task(taskSid), workerSids });
  }

  /** A task offered to somebody is reserved, whoever else is still on it (tests of twilio-taskrouter). */
  private statusOf(task: Task, otherwise: TaskStatus): TaskStatus {
    const statuses = this.records.reservationsOfTask(task.sid).map((r) => r.status);
    if (statuses.includes('pending')) return 'reserved';
    if (this.transfers.ongoing(task.sid)) return 'pending';
    if (statuses.includes('accepted')) return 'assigned';
    // A customer whom a failed cold transfer has left alone waits for the next agent.
    if (task.conference && !task.conference.ended) return 'pending';
    if (statuses.includes('wrapping')) return 'wrapping';
    return otherwise;
  }

  private setTaskStatus(sid: string, status: TaskStatus, reason: string | null): Task {
    if (status !== 'completed' && status !== 'canceled') {
      return this.records.changeTask(sid, { status, reason });
    }
    const endedAt = this.records.now();
    this.records.clock.alarm(endedAt + GONE_AFTER_MS, () => {
      const task = this.records.task(sid);
      this.records.drop(sid);
      this.records.emit({ type: 'task.gone', task });
    });
    return this.records.changeTask(sid, { status, reason, endedAt });
  }
}
