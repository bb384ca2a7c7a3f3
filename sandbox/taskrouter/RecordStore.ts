import type { PersonId } from '../control/api';
import { notFound } from '../Refused';
import type { Clock } from './Clock';
import type { Reservation, ReservationStatus, Task, Transfer, Worker, WorldEvent } from './records';
import { seedWorkers } from './seed';
import { Sids } from './Sids';

const LIVE: readonly ReservationStatus[] = ['pending', 'accepted', 'wrapping'];

type Listener = (event: WorldEvent) => void;

/**
 * What TaskRouter keeps, and who is told of changes. It knows no rule; the modules beside it do. Listeners run
 * synchronously, in the order of the changes, on immutable records.
 */
export class RecordStore {
  private readonly sids = new Sids();
  private readonly listeners: Listener[] = [];
  private workers = new Map<string, Worker>();
  private tasks = new Map<string, Task>();
  private reservations = new Map<string, Reservation>();
  private transfers = new Map<string, Transfer>();

  constructor(
    readonly clock: Clock,
    languages: Readonly<Partial<Record<PersonId, string>>>,
  ) {
    this.clear(languages);
  }

  listen(listener: Listener): void {
    this.listeners.push(listener);
  }

  emit(event: WorldEvent): void {
    for (const listener of this.listeners) listener(event);
  }

  clear(languages: Readonly<Partial<Record<PersonId, string>>>): void {
    this.tasks = new Map();
    this.reservations = new Map();
    this.transfers = new Map();
    this.workers = new Map(
      seedWorkers(this.now(), languages).map((worker) => [worker.sid, worker]),
    );
  }

  now(): number {
    return this.clock.now();
  }

  nextSid(prefix: string): string {
    return this.sids.next(prefix);
  }

  // ---- reading

  allWorkers(): Worker[] {
    return [...this.workers.values()];
  }

  allTasks(): Task[] {
    return [...this.tasks.values()];
  }

  allReservations(): Reservation[] {
    return [...this.reservations.values()];
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

  findReservation(sid: string): Reservation | undefined {
    return this.reservations.get(sid);
  }

  reservation(sid: string): Reservation {
    const reservation = this.reservations.get(sid);
    if (!reservation) throw notFound(`Reservation ${sid}`);
    return reservation;
  }

  reservationsOfTask(taskSid: string): Reservation[] {
    return this.allReservations().filter((r) => r.taskSid === taskSid);
  }

  liveReservationsOfWorker(workerSid: string): Reservation[] {
    return this.allReservations().filter(
      (r) => r.workerSid === workerSid && LIVE.includes(r.status),
    );
  }

  transfer(sid: string): Transfer {
    const transfer = this.transfers.get(sid);
    if (!transfer) throw notFound(`Transfer ${sid}`);
    return transfer;
  }

  transfersOfTask(taskSid: string): Transfer[] {
    return [...this.transfers.values()].filter((t) => t.taskSid === taskSid);
  }

  // ---- changes: each makes a new record with a higher version

  addTask(task: Task): void {
    this.tasks.set(task.sid, task);
  }

  addReservation(reservation: Reservation): void {
    this.reservations.set(reservation.sid, reservation);
  }

  putTransfer(transfer: Transfer): void {
    this.transfers.set(transfer.sid, transfer);
  }

  changeWorker(sid: string, change: Partial<Worker>): Worker {
    const worker = { ...this.raised(this.worker(sid)), ...change };
    this.workers.set(sid, worker);
    return worker;
  }

  changeTask(sid: string, change: Partial<Task>): Task {
    const task = { ...this.raised(this.task(sid)), ...change };
    this.tasks.set(sid, task);
    return task;
  }

  /** Not a change as TaskRouter counts a task's versions [assumed]. */
  changeConference(taskSid: string, conference: Task['conference']): Task {
    const task = { ...this.task(taskSid), conference };
    this.tasks.set(taskSid, task);
    return task;
  }

  changeReservation(sid: string, status: ReservationStatus): Reservation {
    const reservation = { ...this.raised(this.reservation(sid)), status };
    this.reservations.set(sid, reservation);
    return reservation;
  }

  /** Everything about a task that nobody can read any more. */
  drop(taskSid: string): void {
    for (const { sid } of this.reservationsOfTask(taskSid)) this.reservations.delete(sid);
    for (const { sid } of this.transfersOfTask(taskSid)) this.transfers.delete(sid);
    this.tasks.delete(taskSid);
  }

  private raised<T extends { version: number; updatedAt: number }>(record: T): T {
    return { ...record, version: record.version + 1, updatedAt: this.now() };
  }
}
