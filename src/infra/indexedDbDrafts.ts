import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Clock, Draft, DraftStore } from '../app/ports';

/** A draft outlives its task at most this long: a completion elsewhere may never reach this browser. */
const KEEP_MS = 48 * 60 * 60 * 1000;

interface StoredDraft {
  readonly savedAt: number;
  readonly draft: Draft;
}

interface DraftsSchema extends DBSchema {
  drafts: { key: string; value: StoredDraft };
}

const open = async (name: string): Promise<IDBPDatabase<DraftsSchema>> =>
  openDB<DraftsSchema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('drafts');
    },
  });

/**
 * Drafts in the browser's IndexedDB, one database per worker, so that two people on one machine never see
 * each other's. Where the browser refuses storage (private windows, quota), drafts are not kept and
 * `onUnavailable` is told once.
 */
export const createIndexedDbDrafts = (
  workerSid: string,
  clock: Clock,
  onUnavailable: () => void,
): DraftStore => {
  let told = false;
  const database = open(`debrief-drafts-${workerSid}`);

  const attempt = async <T>(
    work: (database: IDBPDatabase<DraftsSchema>) => Promise<T>,
  ): Promise<T | null> => {
    try {
      return await work(await database);
    } catch {
      if (!told) onUnavailable();
      told = true;
      return null;
    }
  };

  const removeOld = (): Promise<unknown> =>
    attempt(async (db) => {
      const transaction = db.transaction('drafts', 'readwrite');
      let cursor = await transaction.store.openCursor();
      while (cursor) {
        if (cursor.value.savedAt < clock.now() - KEEP_MS) await cursor.delete();
        cursor = await cursor.continue();
      }
      await transaction.done;
    });
  void removeOld();

  return {
    load: (reservationSid) =>
      attempt(async (db) => (await db.get('drafts', reservationSid))?.draft ?? null),
    save: async (reservationSid, draft) => {
      await attempt((db) => db.put('drafts', { savedAt: clock.now(), draft }, reservationSid));
    },
    remove: async (reservationSid) => {
      await attempt((db) => db.delete('drafts', reservationSid));
    },
  };
};
