import { ingest } from '../../src/core/insights/ingest';
import type { IngestInput, SnapshotEvent } from '../../src/core/insights/types';
import type { LedgerEntry } from '../control/api';
import type { Clock } from '../taskrouter/Clock';
import type { Reservation, Task, WorldEvent } from '../taskrouter/records';
import { WORKFLOW } from '../taskrouter/seed';
import type { World } from '../taskrouter/World';

/** The reservation events at which Insights reads the attributes (documented). */
const READ_AT: readonly string[] = [
  'reservation.created',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.canceled',
  'reservation.rescinded',
  'reservation.completed',
] satisfies SnapshotEvent[];

const isSnapshot = (type: string): type is SnapshotEvent => READ_AT.includes(type);

/**
 * What Insights gets to see: the raw attributes at each event it reads them, and the record it would make. A
 * write after the end is entered too, as `task.updated`: TaskRouter takes it, Insights does not.
 */
export class Ledger {
  private list: LedgerEntry[] = [];
  /** What was ingested last, by reservation. */
  private readonly ingested = new Map<string, IngestInput>();

  constructor(
    private readonly world: World,
    private readonly clock: Clock,
  ) {
    world.listen((event) => this.onWorldEvent(event));
  }

  entries(): readonly LedgerEntry[] {
    return this.list;
  }

  private onWorldEvent(event: WorldEvent): void {
    if (event.type === 'reset') {
      this.list = [];
      this.ingested.clear();
    } else if ('reservation' in event && isSnapshot(event.type)) {
      const input = this.inputOf(event.type, event.reservation, event.task);
      this.ingested.set(event.reservation.sid, input);
      this.enter(event.type, event.task, input);
    } else if (event.type === 'task.updated') {
      this.enterLateWrite(event.task);
    }
  }

  private enterLateWrite(task: Task): void {
    if (task.endedAt === null) return;
    const late = { attributes: task.attributes, afterEndMs: task.updatedAt - task.endedAt };
    for (const reservation of this.world.reservationsOfTask(task.sid)) {
      const input = this.ingested.get(reservation.sid);
      if (input && reservation.status === 'completed') {
        this.enter('task.updated', task, { ...input, late });
      }
    }
  }

  private inputOf(event: SnapshotEvent, reservation: Reservation, task: Task): IngestInput {
    const worker = this.world.worker(reservation.workerSid);
    return {
      event,
      attributes: task.attributes,
      attributesBefore: task.attributesAtCreation,
      taskSid: task.sid,
      reservationSid: reservation.sid,
      queueSid: task.queue.sid,
      queueName: task.queue.name,
      workflowName: WORKFLOW.name,
      channel: task.channel.name,
      workerName: worker.name,
      activityName: worker.activity.name,
      reason: task.reason,
    };
  }

  private enter(event: string, task: Task, input: IngestInput): void {
    this.list.push({
      at: new Date(this.clock.now()).toISOString(),
      event,
      taskSid: task.sid,
      reservationSid: input.reservationSid,
      worker: input.workerName,
      attributesBefore: task.attributesAtCreation,
      attributes: task.attributes,
      record: ingest(input),
    });
  }
}
