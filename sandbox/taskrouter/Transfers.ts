import { PEOPLE } from '../people';
import { Refused } from '../Refused';
import type { RecordStore } from './RecordStore';
import type { Reservation, ReservationStatus, Transfer, TransferMode, Worker } from './records';
import { QUEUES } from './seed';

export interface TransferOrder {
  readonly reservationSid: string;
  readonly mode: TransferMode;
  /** A worker or a queue. */
  readonly to: string;
}

/** Word for word what TaskRouter says of a rejected one (tests of twilio-taskrouter); the others are assumed. */
const FAILED_BECAUSE = (status: ReservationStatus): string =>
  `Transfer failed because the reservation was ${status}`;

/**
 * Transfers as records of their own: from a reservation, to a worker or queue, with a status that its worker is
 * told of. What they do to reservations and conferences is World's to arrange.
 */
export class Transfers {
  constructor(private readonly records: RecordStore) {}

  /** The worker that a transfer goes to now: the one named, or the first of the queue's others that is free. */
  target(to: string, from: Reservation): Worker {
    if (QUEUES.some((queue) => queue.sid === to)) {
      const free = Object.values(PEOPLE)
        .filter(({ role, workerSid }) => role === 'agent' && workerSid !== from.workerSid)
        .map(({ workerSid }) => this.records.worker(workerSid))
        .find((worker) => worker.activity.available);
      if (free) return free;
      throw new Refused(400, 20001, `No other worker of queue ${to} is available`);
    }
    const worker = this.records.worker(to);
    if (to === from.workerSid) throw new Refused(400, 20001, `Worker ${to} has the task`);
    if (!worker.activity.available) {
      throw new Refused(400, 20001, `Worker ${to} is ${worker.activity.name}, not available`);
    }
    return worker;
  }

  start({ mode, to }: TransferOrder, from: Reservation): Transfer {
    const task = this.records.task(from.taskSid);
    if (from.status !== 'accepted') {
      throw new Refused(
        400,
        20001,
        `Reservation ${from.sid} is ${from.status}; only an accepted one can transfer`,
      );
    }
    if (this.ongoing(task.sid)) {
      throw new Refused(400, 20001, `Task ${task.sid} has an ongoing transfer`);
    }
    const now = this.records.now();
    const transfer: Transfer = {
      sid: this.records.nextSid('TT'),
      taskSid: task.sid,
      mode,
      to,
      type: to.startsWith('WQ') ? 'QUEUE' : 'WORKER',
      status: 'initiated',
      failedReason: null,
      fromReservationSid: from.sid,
      fromWorkerSid: from.workerSid,
      fromQueueSid: task.queue.sid,
      createdAt: now,
      updatedAt: now,
    };
    this.records.putTransfer(transfer);
    this.records.emit({ type: 'task.transfer-initiated', transfer });
    return transfer;
  }

  /** The transfer of this task that nobody has accepted yet. */
  ongoing(taskSid: string): Transfer | undefined {
    return this.records.transfersOfTask(taskSid).find(({ status }) => status === 'initiated');
  }

  cancel(sid: string): Transfer {
    const transfer = this.records.transfer(sid);
    if (transfer.status !== 'initiated') {
      throw new Refused(
        400,
        20001,
        `Transfer ${sid} is already ${transfer.status}. Cannot cancel transfer.`,
      );
    }
    return this.change(transfer, { status: 'canceled' });
  }

  /**
   * What the new status of a reservation that came by transfer makes of the transfer. The record changes before the
   * reservation's event, which carries it; `tell` is called after.
   */
  settle(reservation: Reservation, status: ReservationStatus): { tell(): void } {
    const transfer =
      reservation.transferSid === null ? null : this.records.transfer(reservation.transferSid);
    if (transfer?.status !== 'initiated') return { tell: () => undefined };
    if (status === 'accepted') {
      const complete = this.change(transfer, { status: 'complete' });
      return {
        tell: () => this.records.emit({ type: 'task.transfer-completed', transfer: complete }),
      };
    }
    // A queue has more workers to try, so its transfer goes on; nobody else is tried here.
    const after =
      transfer.type === 'QUEUE'
        ? transfer
        : this.change(transfer, { status: 'failed', failedReason: FAILED_BECAUSE(status) });
    return {
      tell: () => {
        this.records.emit({ type: 'task.transfer-attempt-failed', transfer: after });
        if (after.status === 'failed') {
          this.records.emit({ type: 'task.transfer-failed', transfer: after });
        }
      },
    };
  }

  private change(transfer: Transfer, change: Partial<Transfer>): Transfer {
    const changed = { ...transfer, ...change, updatedAt: this.records.now() };
    this.records.putTransfer(changed);
    return changed;
  }
}
