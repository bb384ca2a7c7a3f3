import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { asideOfDraft } from '../app/aside';
import type { Aside, Clock, Draft, DraftStore } from '../app/ports';
import { withoutFields } from '../core/capture/withoutFields';
import type { Sealed, Sealer } from './sealer';

/** A draft outlives its task at most this long: a completion elsewhere may never reach this browser. */
const KEEP_MS = 48 * 60 * 60 * 1000;

/** What was put aside is kept for an agent who is away as long as this. */
const KEEP_ASIDE_MS = 14 * 24 * 60 * 60 * 1000;

/** A browser may leave the request to open a database without an answer. */
const OPEN_MS = 5_000;

interface StoredDraft {
  readonly savedAt: number;
  readonly turn: number;
  /** The page that stored it, and its how manieth draft it was. */
  readonly page: string;
  readonly count: number;
  /** A draft as JSON. */
  readonly sealed: Sealed | null;
  /** Where the browser seals nothing. */
  readonly draft?: Draft;
}

interface Write extends Omit<StoredDraft, 'sealed'> {
  /** Begun at once, so that a page that goes away has it in hand. */
  readonly sealing: Promise<unknown>;
  /** Undefined until it is done. */
  sealed: Sealed | null | undefined;
}

interface StoredAside {
  readonly at: number;
  readonly sealed: Sealed | null;
  /** Where the browser seals nothing. */
  readonly aside?: Aside;
  /** Of a reservation that was taken for over. */
  readonly draft?: StoredDraft;
}

interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
  aside: { key: string; value: StoredAside };
}

type Database = IDBPDatabase<DraftsSchema>;

interface DraftsParts {
  readonly workerSid: string;
  readonly clock: Clock;
  readonly sealer: Sealer;
  /** Told once, when the browser stores nothing, or no more. */
  readonly onUnavailable: () => void;
  /** Told once, when the browser has lost the key to what it stores. */
  readonly onUnreadable: () => void;
  /** The window: it says when the page goes away. */
  readonly page: Pick<EventTarget, 'addEventListener'>;
}

/** Whether what is stored must not be replaced: another tab has had its turn since, or this page stored something newer. */
const isOvertaken = (stored: StoredDraft | undefined, next: StoredDraft): boolean => {
  if (!stored) return false;
  const turns = (stored.turn ?? 0) - next.turn;
  return turns > 0 || (turns === 0 && stored.page === next.page && stored.count > next.count);
};

/**
 * Drafts in the browser's IndexedDB, one database per worker, so that two people on one machine never see
 * each other's. Where the browser refuses storage (private windows, quota), drafts are not kept and
 * `onUnavailable` is told once.
 *
 * A draft is written at once; while one is being written, only the newest of those that follow is kept to come next.
 */
export const createIndexedDbDrafts = ({
  workerSid,
  clock,
  sealer,
  onUnavailable,
  onUnreadable,
  page,
}: DraftsParts): DraftStore => {
  const pageId = `${clock.now().toString(36)}-${clock.random().toString(36).slice(2)}`;
  let count = 0;
  let told = false;
  let database: Promise<Database>;
  // Async: some browsers that refuse storage throw at once.
  const open = async (): Promise<Database> =>
    openDB<DraftsSchema>(`debrief-drafts-${workerSid}`, 2, {
      upgrade: (db, from) => {
        if (from < 1) db.createObjectStore('drafts');
        db.createObjectStore('aside');
      },
      // A newer plugin in another tab must not wait for this one.
      blocking: (_current, _next, { target }) => (target as IDBDatabase).close(),
      // The browser has closed it, for want of room or at "clear site data".
      terminated: openAgain,
    });
  const openAgain = (): void => {
    const opening = open();
    const late = clock.wait(OPEN_MS).then(() => Promise.reject(new Error('no answer')));
    database = Promise.race([opening, late]);
    // Each call below meets the same error, until there is an answer after all.
    database.catch(() => void opening.then(() => (database = opening)).catch(() => undefined));
    late.catch(() => undefined);
  };
  openAgain();

  const attempt = async <T>(work: (database: Database) => Promise<T>): Promise<T | null> => {
    try {
      return await work(await database);
    } catch {
      if (!told) onUnavailable();
      told = true;
      return null;
    }
  };

  /** Drafts that nobody can read any more: what is answered now takes their place, in whatever turn. */
  const unreadable = new Set<string>();
  let toldUnreadable = false;

  const put = (reservationSid: string, next: StoredDraft, inHurry: boolean): Promise<unknown> =>
    attempt(async (db) => {
      // The browser says that it is done once it is on the disk.
      const transaction = db.transaction('drafts', 'readwrite', { durability: 'strict' });
      const { store } = transaction;
      // No answer to a read comes to a page that goes away.
      const isFree = inHurry || unreadable.delete(reservationSid);
      const stored = isFree ? undefined : await store.get(reservationSid);
      const written = isOvertaken(stored, next) ? null : store.put(next, reservationSid);
      transaction.commit();
      await Promise.all([written, transaction.done]);
    });

  const waiting = new Map<string, Write>();
  const writing = new Map<string, Promise<void>>();
  /** Drafts of a reservation up to this one are not wanted any more. */
  const removed = new Map<string, number>();

  const putWaiting = async (reservationSid: string, inHurry: boolean): Promise<void> => {
    const next = waiting.get(reservationSid);
    waiting.delete(reservationSid);
    if (!next) return;
    if (next.sealed === undefined) await next.sealing;
    if ((removed.get(reservationSid) ?? 0) >= next.count) return;
    const { sealing: _done, sealed = null, draft, ...about } = next;
    await put(reservationSid, sealed ? { ...about, sealed } : { ...about, sealed, draft }, inHurry);
  };
  const writeAll = async (reservationSid: string): Promise<void> => {
    while (waiting.has(reservationSid)) await putWaiting(reservationSid, false);
    writing.delete(reservationSid);
  };

  // A page that goes away may not live to see the end of the write before.
  const hurry = (): void => {
    for (const reservationSid of [...waiting.keys()]) void putWaiting(reservationSid, true);
  };
  page.addEventListener('pagehide', hurry);
  page.addEventListener('visibilitychange', hurry);

  const opened = async (key: string, { sealed, draft }: StoredDraft): Promise<unknown> => {
    if (!sealed) return draft ?? null;
    const text = await sealer.unseal(sealed);
    if (text !== null) return text;
    unreadable.add(key);
    if (!toldUnreadable) onUnreadable();
    toldUnreadable = true;
    return null;
  };

  const keyOf = ({ reservationSid, reason }: Pick<Aside, 'reservationSid' | 'reason'>): string =>
    `${reservationSid} ${reason}`;
  /** Answers whether it is on the disk. */
  const storeAside = async (aside: Aside, personal: ReadonlySet<string>): Promise<boolean> => {
    const sealed = await sealer.seal(aside);
    const values = Object.fromEntries(
      Object.entries(aside.values).filter(([field]) => !personal.has(field)),
    );
    const plain = sealed ? {} : { aside: { ...aside, values } };
    const stored = { at: clock.now(), sealed, ...plain };
    return (await attempt((db) => db.put('aside', stored, keyOf(aside)))) !== null;
  };

  const readAll = async (): Promise<readonly { key: string; stored: StoredDraft }[]> =>
    (await attempt(async (db) => {
      const keys = await db.getAllKeys('drafts');
      const drafts = await Promise.all(keys.map((key) => db.get('drafts', key)));
      return keys.flatMap((key, position) => {
        const stored = drafts[position];
        return stored ? [{ key, stored }] : [];
      });
    })) ?? [];

  const hasExpired = ({ savedAt }: StoredDraft): boolean => savedAt < clock.now() - KEEP_MS;

  /** Drafts that nobody came back to are put aside; what was put aside long ago goes. */
  const tidyUp = async (): Promise<void> => {
    for (const { key, stored } of await readAll()) {
      if (!hasExpired(stored)) continue;
      const aside = asideOfDraft(await opened(key, stored), key, 'expired');
      // Which fields are personal was known when it was stored.
      const isKept = aside === null || (await storeAside(aside, new Set()));
      // Where there is no room, it is tried again in the next page.
      if (isKept) await attempt((db) => db.delete('drafts', key));
    }
    await attempt(async (db) => {
      for (const key of await db.getAllKeys('aside')) {
        const stored = await db.get('aside', key);
        const keepMs = stored?.sealed || stored?.aside ? KEEP_ASIDE_MS : KEEP_MS;
        if (stored && stored.at < clock.now() - keepMs) await db.delete('aside', key);
      }
    });
  };
  const tidy = tidyUp();

  const bothStores = (db: Database) => {
    const transaction = db.transaction(['drafts', 'aside'], 'readwrite');
    return {
      drafts: transaction.objectStore('drafts'),
      asides: transaction.objectStore('aside'),
      done: transaction.done,
    };
  };

  return {
    load: async (reservationSid) => {
      // What has expired is not applied any more.
      await tidy;
      return attempt(async (db) => {
        const key = keyOf({ reservationSid, reason: 'unseen' });
        if (await db.getKey('aside', key)) {
          const { drafts, asides, done } = bothStores(db);
          const retired = (await asides.get(key))?.draft;
          if (retired && !(await drafts.getKey(reservationSid))) {
            await drafts.put(retired, reservationSid);
          }
          await asides.delete(key);
          await done;
        }
        const stored = await db.get('drafts', reservationSid);
        return stored && !hasExpired(stored) ? opened(reservationSid, stored) : null;
      });
    },
    save: (reservationSid, draft, personal) => {
      count += 1;
      const write: Write = {
        savedAt: clock.now(),
        page: pageId,
        count,
        turn: draft.turn,
        draft: { ...draft, capture: withoutFields(draft.capture, personal) },
        sealing: sealer.seal(draft).then((sealed) => (write.sealed = sealed)),
        sealed: undefined,
      };
      waiting.set(reservationSid, write);
      const under = writing.get(reservationSid) ?? writeAll(reservationSid);
      writing.set(reservationSid, under);
      return under;
    },
    remove: async (reservationSid) => {
      waiting.delete(reservationSid);
      removed.set(reservationSid, count);
      await attempt((db) => db.delete('drafts', reservationSid));
    },
    left: async (isWanted) => {
      await tidy;
      const rows = (await readAll()).filter(
        ({ key, stored }) => stored.page !== pageId && isWanted(key),
      );
      return new Map(
        await Promise.all(
          rows.map(async ({ key, stored }): Promise<[string, unknown]> => [
            key,
            await opened(key, stored),
          ]),
        ),
      );
    },
    retire: async (reservationSid, aside) => {
      const sealed = aside && (await sealer.seal(aside));
      await attempt(async (db) => {
        const { drafts, asides, done } = bothStores(db);
        const draft = await drafts.get(reservationSid);
        if (draft && draft.page !== pageId) {
          const plain = aside && !sealed ? { aside } : {};
          const key = keyOf({ reservationSid, reason: 'unseen' });
          await asides.put({ at: clock.now(), sealed, ...plain, draft }, key);
          await drafts.delete(reservationSid);
        }
        await done;
      });
    },
    setAside: async (aside, personal) => {
      await storeAside(aside, personal);
    },
    aside: async () => {
      await tidy;
      const rows = (await attempt((db) => db.getAll('aside'))) ?? [];
      const asides = await Promise.all(
        rows.map(({ sealed, aside }) => (sealed ? sealer.unseal(sealed) : aside)),
      );
      return asides.filter((aside): aside is Aside => Boolean(aside));
    },
    forgetAside: async (aside) => {
      await attempt((db) => db.delete('aside', keyOf(aside)));
    },
  };
};
