import { isJsonObject } from '../../src/core/json';
import { Refused } from '../Refused';
import type { RecordStore } from './RecordStore';
import { ATTRIBUTES_LIMIT } from './rawAttributes';
import type { Conference, ConferenceWorker, Reservation, Task } from './records';

/** The calls of voice tasks: who is in them, who is on hold, when they end. */
export class Conferences {
  constructor(private readonly records: RecordStore) {}

  /** The worker's phone or browser has answered: the first one opens the conference. */
  join(reservation: Reservation, callSid: string): void {
    const task = this.records.task(reservation.taskSid);
    const worker: ConferenceWorker = {
      reservationSid: reservation.sid,
      workerSid: reservation.workerSid,
      callSid,
      endsOnExit: true,
      onHold: false,
      left: false,
    };
    const conference: Conference =
      task.conference && !task.conference.ended
        ? { ...task.conference, workers: [...task.conference.workers, worker] }
        : {
            sid: this.records.nextSid('CF'),
            workers: [worker],
            customerCallSid: this.customerCallSid(task),
            customerOnHold: false,
            ended: false,
          };
    const updated = this.records.changeTask(task.sid, {
      attributes: attributesWith(task.attributes, conference, callSid),
      conference,
    });
    this.records.emit({ type: 'conference.changed', task: updated, conference });
  }

  /** The leg in which this call is, if it is still in one. */
  legOfCall(callSid: string): ConferenceWorker | undefined {
    for (const { conference } of this.records.allTasks()) {
      if (!conference || conference.ended) continue;
      const leg = conference.workers.find((worker) => worker.callSid === callSid && !worker.left);
      if (leg) return leg;
    }
    return undefined;
  }

  /** The agent's leg ends. Answers whether that ends the call of everybody else, too. */
  leave({ sid, taskSid }: Reservation): boolean {
    const conference = this.open(taskSid);
    const leg = conference?.workers.find((worker) => worker.reservationSid === sid);
    if (!conference || !leg || leg.left) return false;
    const after = this.changeWorkers(taskSid, conference, (worker) =>
      worker === leg ? { ...worker, left: true } : worker,
    );
    return leg.endsOnExit || after.workers.every(({ left }) => left);
  }

  end(taskSid: string): void {
    const conference = this.open(taskSid);
    if (!conference) return;
    const workers = conference.workers.map((worker) => ({ ...worker, left: true }));
    this.put(taskSid, { ...conference, workers, ended: true });
  }

  setEndsOnExit({ sid, taskSid }: Reservation, endsOnExit: boolean): void {
    const conference = this.open(taskSid);
    if (!conference) return;
    this.changeWorkers(taskSid, conference, (worker) =>
      worker.reservationSid === sid ? { ...worker, endsOnExit } : worker,
    );
  }

  holdCustomer(taskSid: string, onHold: boolean): Task {
    return this.put(taskSid, { ...this.mustBeOpen(taskSid), customerOnHold: onHold });
  }

  holdWorker(taskSid: string, workerSid: string, onHold: boolean): Task {
    const conference = this.mustBeOpen(taskSid);
    const leg = legOf(conference, workerSid);
    this.changeWorkers(taskSid, conference, (worker) =>
      worker === leg ? { ...worker, onHold } : worker,
    );
    return this.records.task(taskSid);
  }

  /** The reservation whose leg a worker has in the call of a task. */
  reservationOf(taskSid: string, workerSid: string): Reservation {
    return this.records.reservation(legOf(this.mustBeOpen(taskSid), workerSid).reservationSid);
  }

  private customerCallSid(task: Task): string {
    const attributes: unknown = JSON.parse(task.attributes);
    return isJsonObject(attributes) && typeof attributes['call_sid'] === 'string'
      ? attributes['call_sid']
      : this.records.nextSid('CA');
  }

  private open(taskSid: string): Conference | null {
    const { conference } = this.records.task(taskSid);
    return conference && !conference.ended ? conference : null;
  }

  private mustBeOpen(taskSid: string): Conference {
    const conference = this.open(taskSid);
    if (!conference) throw new Refused(400, 20001, `Task ${taskSid} has no conference`);
    return conference;
  }

  private changeWorkers(
    taskSid: string,
    conference: Conference,
    change: (worker: ConferenceWorker) => ConferenceWorker,
  ): Conference {
    const changed = { ...conference, workers: conference.workers.map(change) };
    this.put(taskSid, changed);
    return changed;
  }

  private put(taskSid: string, conference: Conference): Task {
    const task = this.records.changeConference(taskSid, conference);
    this.records.emit({ type: 'conference.changed', task, conference });
    return task;
  }
}

const legOf = (conference: Conference, workerSid: string): ConferenceWorker => {
  const leg = conference.workers.find((worker) => worker.workerSid === workerSid && !worker.left);
  if (!leg) throw new Refused(400, 20001, `Worker ${workerSid} is not in the call`);
  return leg;
};

/** TaskRouter's own key on a voice task. The worker named is the one who joined last [assumed]. */
const attributesWith = (raw: string, conference: Conference, worker: string): string => {
  const attributes: unknown = JSON.parse(raw);
  if (!isJsonObject(attributes)) return raw;
  const withConference = JSON.stringify({
    ...attributes,
    conference: {
      sid: conference.sid,
      participants: { worker, customer: conference.customerCallSid },
    },
  });
  // What TaskRouter does when its own key has no room is not known; it never holds more than its limit.
  return withConference.length <= ATTRIBUTES_LIMIT ? withConference : raw;
};
