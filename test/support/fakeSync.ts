import type { EntriesAsked, EntryPage, Sync } from '../../serverless/src/catalog/ports';
import type { CallRefused, CallResult } from '../../serverless/src/save/ports';
import { fail, ok, type Result } from '../../src/core/result';

type Entry = readonly [key: string, data: unknown, revision: number];

/** What becomes of a call: refused before it did anything, or done and its answer lost. */
export interface SyncFate {
  readonly refused: CallRefused;
  readonly done: boolean;
}

export const SERVER_ERROR: CallRefused = { failure: 'server', status: 500, retryAfterMs: null };
export const TIMEOUT: CallRefused = { failure: 'timeout', retryAfterMs: null };
export const RATE_LIMITED: CallRefused = {
  failure: 'rate-limited',
  status: 429,
  retryAfterMs: null,
};

interface Stored {
  readonly text: string;
  readonly revision: number;
}

/** A Sync Service in memory. Data goes through JSON, as it does over the wire. */
export const createFakeSync = () => {
  const documents = new Map<string, { text: string; revision: number }>();
  const maps = new Map<string, Map<string, Stored>>();
  const lists = new Map<string, string[]>();
  const permissions = new Set<string>();
  /** Each call, e.g. `writeDocument debrief.pointer`. */
  const calls: string[] = [];
  /** Asked before each call with its name and its number, from 0. */
  let pause: (call: string) => Promise<unknown> = () => Promise.resolve();
  let fate: (call: string, number: number) => SyncFate | null = () => null;

  const at = <T>(all: Map<string, T>, name: string, empty: () => T): T => {
    const found = all.get(name) ?? empty();
    all.set(name, found);
    return found;
  };
  const made = new Set<string>();
  const GONE: CallRefused = { failure: 'gone', status: 404, retryAfterMs: null };
  /** Sync makes nothing by itself. */
  const inside = <T>(name: string, work: () => Result<T, CallRefused>): Result<T, CallRefused> =>
    made.has(name) ? work() : fail(GONE);

  const document = (name: string) => at(documents, name, () => ({ text: '{}', revision: 0 }));
  const map = (name: string) => at(maps, name, () => new Map<string, Stored>());
  /** Revisions never come again, not even after a removal. */
  let revisions = 0;
  const put = (name: string, key: string, data: object) => {
    revisions += 1;
    map(name).set(key, { text: JSON.stringify(data), revision: revisions });
  };
  const list = (name: string) => at(lists, name, (): string[] => []);

  const under = async <T>(call: string, work: () => Awaited<CallResult<T>>): CallResult<T> => {
    // As over a network: others may come first.
    await pause(call);
    const verdict = fate(call, calls.length);
    calls.push(call);
    if (verdict && !verdict.done) return fail(verdict.refused);
    const answer = work();
    return verdict ? fail(verdict.refused) : answer;
  };

  const pageOf = (entries: readonly Entry[], { newestFirst, after, size }: EntriesAsked) => {
    const sorted = newestFirst ? [...entries].reverse() : entries;
    const left = sorted.filter(
      ([key]) => after === null || (newestFirst ? key < after : key > after),
    );
    return ok<EntryPage>({
      entries: left
        .slice(0, size)
        .map(([key, data, revision]) => ({ key, data, revision: String(revision) })),
      hasMore: left.length > size,
    });
  };

  const sync: Sync = {
    make: (kind, name) =>
      under(`make ${kind} ${name}`, () => {
        made.add(name);
        return ok(null);
      }),
    readDocument: (name) =>
      under(`readDocument ${name}`, () => {
        if (!made.has(name)) return ok(null);
        const { text, revision } = document(name);
        return ok({ data: JSON.parse(text) as unknown, revision: String(revision) });
      }),
    writeDocument: (name, data, revision) =>
      under(`writeDocument ${name}`, () => {
        if (!made.has(name)) return fail(GONE);
        const there = document(name);
        if (String(there.revision) !== revision) {
          return fail({ failure: 'conflict', status: 412, retryAfterMs: null });
        }
        there.text = JSON.stringify(data);
        there.revision += 1;
        return ok({ data, revision: String(there.revision) });
      }),
    readItem: (name, key) =>
      under(`readItem ${name}`, () => {
        const item = map(name).get(key);
        return ok(
          item ? { data: JSON.parse(item.text) as unknown, revision: String(item.revision) } : null,
        );
      }),
    addItem: (name, key, data) =>
      under(`addItem ${name}`, () =>
        inside(name, () => {
          if (map(name).has(key)) return ok(false);
          put(name, key, data);
          return ok(true);
        }),
      ),
    setItem: (name, key, data) =>
      under(`setItem ${name}`, () =>
        inside(name, () => {
          put(name, key, data);
          return ok(null);
        }),
      ),
    removeItem: (name, key, revision) =>
      under(`removeItem ${name}`, () => {
        const item = map(name).get(key);
        if (item && revision !== null && String(item.revision) !== revision) {
          return fail({ failure: 'conflict', status: 412, retryAfterMs: null });
        }
        map(name).delete(key);
        return ok(null);
      }),
    listItems: (name, asked) =>
      under(`listItems ${name}`, () =>
        pageOf(
          [...map(name)]
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, { text, revision }]): Entry => [key, JSON.parse(text), revision]),
          asked,
        ),
      ),
    append: (name, data) =>
      under(`append ${name}`, () =>
        inside(name, () => {
          list(name).push(JSON.stringify(data));
          return ok(null);
        }),
      ),
    listEntries: (name, asked) =>
      under(`listEntries ${name}`, () =>
        pageOf(
          list(name).map((text, index): Entry => [
            String(index).padStart(5, '0'),
            JSON.parse(text),
            0,
          ]),
          asked,
        ),
      ),
    forbid: (name, identity) =>
      under(`forbid ${name}`, () => {
        permissions.delete(`${name} ${identity}`);
        return ok(null);
      }),
    allowReading: (name, identity) =>
      under(`allowReading ${name}`, () => {
        if (!made.has(name)) return fail(GONE);
        permissions.add(`${name} ${identity}`);
        return ok(null);
      }),
  };

  return {
    sync,
    calls,
    permissions,
    setFate: (next: typeof fate) => {
      fate = next;
    },
    /** What happens before each call is done. */
    setPause: (next: typeof pause) => {
      pause = next;
    },
    heal: () => {
      fate = () => null;
    },
    /** A document as it is, without a call. */
    document: (name: string) => JSON.parse(document(name).text) as unknown,
    entries: (name: string) => list(name).map((text) => JSON.parse(text) as unknown),
    items: (name: string) => [...map(name).keys()],
    itemsOf: (name: string) =>
      [...map(name)].map(([key, { text }]) => [key, JSON.parse(text) as unknown] as const),
    spoil: (name: string, key: string, data: object) => put(name, key, data),
    remove: (name: string, key: string) => map(name).delete(key),
  };
};
