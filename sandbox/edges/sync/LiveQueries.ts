import { isoDate } from '../edge';
import { QUEUES, WORKSPACE_SID } from '../../taskrouter/seed';
import type { Reservation, Task, Worker } from '../../taskrouter/records';
import type { SyncEvents } from './SyncEvents';
import type { World } from '../../taskrouter/World';

interface Item {
  readonly key: string;
  readonly data: unknown;
}

interface OpenQuery {
  readonly id: string;
  readonly index: string;
  readonly query: string;
  revision: number;
  last: readonly Item[];
}

const ENDED = ['completed', 'canceled', 'rescinded', 'rejected', 'timeout'];

/**
 * Sync's live queries, which the Teams view is made of. Of the query language only what Flex UI 2.17.1 sends is
 * understood: everything, or what belongs to one worker; what has ended is left out unasked. Unlike elsewhere attributes are objects here, and dates
 * ISO text.
 */
export class LiveQueries {
  private readonly queries = new Map<string, OpenQuery>();

  constructor(
    private readonly world: World,
    private readonly now: () => number,
    private readonly events: SyncEvents,
  ) {}

  open(index: string, query: string) {
    const key = `${index}|${query}`;
    let open = this.queries.get(key);
    if (!open) {
      const id = `QR${(this.queries.size + 1).toString(16).padStart(32, '0')}`;
      open = { id, index, query, revision: 1, last: [] };
      this.queries.set(key, open);
    }
    const { id, revision } = open;
    open.last = this.run(index, query);
    return {
      query_id: id,
      last_event_id: revision,
      items: open.last.map((item) => ({ ...item, revision })),
    };
  }

  /** What matches now, once: nothing is told of it later. */
  search(index: string, query: string) {
    return { items: this.run(index, query).map((item) => ({ ...item, revision: 1 })) };
  }

  /** Tells every open query what has changed in it. */
  refresh(): void {
    for (const open of this.queries.values()) {
      const current = this.run(open.index, open.query);
      const before = new Map(open.last.map((item) => [item.key, JSON.stringify(item.data)]));
      for (const item of current) {
        if (before.get(item.key) !== JSON.stringify(item.data)) {
          this.tell(open, 'live_query_item_updated', item.key, item.data);
        }
        before.delete(item.key);
      }
      for (const key of before.keys()) this.tell(open, 'live_query_item_removed', key);
      open.last = current;
    }
  }

  private tell(open: OpenQuery, eventType: string, key: string, data?: unknown): void {
    open.revision += 1;
    this.events.send({
      event_type: eventType,
      event: {
        id: open.revision,
        query_id: open.id,
        item_key: key,
        item_revision: open.revision,
        last_event_id: open.revision,
        ...(data === undefined ? {} : { item_data: data }),
      },
    });
  }

  private run(index: string, query: string): Item[] {
    const workerSid = /data\.worker_sid == "(WK\w+)"/.exec(query)?.[1];
    const concerns = (sid: string) => workerSid === undefined || sid === workerSid;
    switch (index) {
      case 'tr-worker':
        return this.world
          .allWorkers()
          .filter((worker) => concerns(worker.sid))
          .map((worker) => ({ key: worker.sid, data: workerItem(worker) }));
      case 'tr-reservation':
        return this.world.allTasks().flatMap((task) =>
          this.world
            .reservationsOfTask(task.sid)
            .filter((r) => concerns(r.workerSid) && !ENDED.includes(r.status))
            .map((r) => ({ key: r.sid, data: reservationItem(r, task, this.now()) })),
        );
      case 'tr-queue':
        return QUEUES.map(({ sid, name }) => ({
          key: sid,
          data: { queue_sid: sid, queue_name: name, workspace_sid: WORKSPACE_SID },
        }));
      default:
        return [];
    }
  }
}

const workerItem = (worker: Worker) => ({
  worker_sid: worker.sid,
  friendly_name: worker.name,
  activity_name: worker.activity.name,
  attributes: JSON.parse(worker.attributes) as unknown,
  date_updated: isoDate(worker.updatedAt),
  date_activity_changed: isoDate(worker.activityChangedAt),
  workspace_sid: WORKSPACE_SID,
});

const reservationItem = (reservation: Reservation, task: Task, now: number) => ({
  reservation_sid: reservation.sid,
  worker_sid: reservation.workerSid,
  task_sid: task.sid,
  // The client turns this one word back (read in Flex UI 2.17.1).
  status: reservation.status === 'wrapping' ? 'wrapup' : reservation.status,
  task_status: task.status,
  task_channel_unique_name: task.channel.name,
  attributes: JSON.parse(task.attributes) as unknown,
  date_created: isoDate(reservation.createdAt),
  task_date_created: isoDate(task.createdAt),
  date_updated: isoDate(reservation.updatedAt),
  queue_name: task.queue.name,
  task_age: Math.max(0, Math.floor((now - task.createdAt) / 1000)),
  task_priority: 0,
  task_routing_target: task.routingTarget,
});
