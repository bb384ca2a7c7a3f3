import type {
  Aside,
  Draft,
  JournalEvent,
  Ports,
  SaveService,
  TaskAttributes,
} from '../../src/app/ports';
import { createServerClock } from '../../src/app/wrapUp/serverClock';

export interface JournalLine {
  readonly event: JournalEvent;
  readonly facts: Readonly<Record<string, unknown>>;
}

const nextTurn = () => new Promise((resolve) => setImmediate(resolve));

/** Ports in memory. Waits return at once, but for the save deadline, which the test rings itself. */
export const createFakePorts = (attributes: TaskAttributes, service: SaveService | null = null) => {
  const drafts = new Map<string, Draft>();
  const asides: Aside[] = [];
  const journal: JournalLine[] = [];
  const deadlines: (() => void)[] = [];
  const waits: number[] = [];
  let queue: Promise<void> | null = null;
  let release = (): void => undefined;
  /** Reservations completed by themselves, after their save had to queue. */
  const completed: string[] = [];
  const ports: Ports = {
    attributes,
    clock: {
      now: () => 1_790_000_000_000,
      random: () => 0.5,
      wait: (milliseconds) => {
        if (milliseconds === 10_000) return new Promise((resolve) => deadlines.push(resolve));
        // The limit of one call: here every call that is not held up by the test answers.
        if (milliseconds === 8_000) return new Promise(() => undefined);
        waits.push(milliseconds);
        if (queue) return queue;
        // A turn of the event loop: later than whatever is ready now, as a real wait is.
        return new Promise((resolve) => setImmediate(resolve));
      },
    },
    drafts: {
      load: async (sid) => JSON.parse(JSON.stringify(drafts.get(sid) ?? null)) as unknown,
      save: async (sid, draft) => {
        drafts.set(sid, draft);
      },
      remove: async (sid) => {
        drafts.delete(sid);
      },
      left: async (isWanted) => new Map([...drafts].filter(([sid]) => isWanted(sid))),
      retire: async (sid, aside) => {
        drafts.delete(sid);
        if (aside) asides.push(aside);
      },
      setAside: async (aside) => {
        asides.push(aside);
      },
      aside: async () => asides,
      forgetAside: async (seen) => {
        asides.splice(asides.indexOf(seen), 1);
      },
    },
    service,
    serviceDrafts: null,
    tabs: null,
    serverClock: createServerClock(),
    completeLater: async (sid) => {
      completed.push(sid);
    },
    journal: { record: (event, facts) => journal.push({ event, facts }) },
  };
  /** From now on waits last until the queue is released. */
  const holdQueue = (): void => {
    queue = new Promise((resolve) => (release = resolve));
  };
  const releaseQueue = (): void => {
    queue = null;
    release();
  };
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let turn = 0; turn < 1000 && !isSo(); turn += 1) await nextTurn();
    if (!isSo()) throw new Error('it never came to be so');
  };
  const completedCount = (count: number): Promise<void> => until(() => completed.length >= count);
  /** Resolves when that many saves have their deadline, and what else is ready has run. */
  const deadlinesSet = async (count: number): Promise<void> => {
    for (let turn = 0; turn < 1000 && deadlines.length < count; turn += 1) await nextTurn();
    if (deadlines.length < count) throw new Error(`${deadlines.length} deadlines, not ${count}`);
    await nextTurn();
  };
  /** Rings all deadlines there are. */
  const ringDeadline = async (): Promise<void> => {
    await deadlinesSet(1);
    for (const ring of deadlines) ring();
  };
  return {
    ports,
    drafts,
    asides,
    journal,
    waits,
    completed,
    completedCount,
    until,
    holdQueue,
    releaseQueue,
    deadlinesSet,
    ringDeadline,
  };
};
