import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptVersions } from '../app/catalogs/ports';
import type { ShardCache } from '../app/editing/ports';
import type { Clock } from '../app/ports';
import { readVersionHeader } from '../core/publishing/headers';
import type { ContentHash } from '../core/publishing/types';

/** Longer than any task is open, and than the service keeps what was superseded. */
const KEEP_MS = 45 * 24 * 60 * 60 * 1000;

/** The key under which it says that none was published. */
const NONE = 0;

interface Kept<T> {
  readonly usedAt: number;
  readonly value: T;
}

interface VersionsSchema extends DBSchema {
  headers: { key: number; value: Kept<unknown> };
  shards: { key: ContentHash; value: Kept<string> };
}

export interface VersionStore {
  readonly kept: KeptVersions;
  readonly shards: ShardCache;
}

const open = (): Promise<IDBPDatabase<VersionsSchema>> =>
  openDB<VersionsSchema>('debrief-catalogs', 1, {
    upgrade: (database) => {
      database.createObjectStore('headers');
      database.createObjectStore('shards');
    },
  });

/**
 * The published versions that this browser has seen, in its IndexedDB: one for all workers, since all of them read the
 * same. What has not been used for 45 days goes. Where the browser refuses storage, everything comes from the service.
 */
export const createIndexedDbVersions = (clock: Clock): VersionStore => {
  const database = open();
  const attempt = async <T>(
    work: (database: IDBPDatabase<VersionsSchema>) => Promise<T>,
    otherwise: T,
  ): Promise<T> => {
    try {
      return await work(await database);
    } catch {
      return otherwise;
    }
  };

  const removeOld = (store: 'headers' | 'shards'): Promise<void> =>
    attempt(async (db) => {
      const transaction = db.transaction(store, 'readwrite');
      let cursor = await transaction.store.openCursor();
      while (cursor) {
        if (cursor.value.usedAt < clock.now() - KEEP_MS) await cursor.delete();
        cursor = await cursor.continue();
      }
      await transaction.done;
    }, undefined);
  void removeOld('headers').then(() => removeOld('shards'));

  const stamped = <T>(value: T): Kept<T> => ({ usedAt: clock.now(), value });

  return {
    kept: {
      newest: () =>
        attempt(async (db) => {
          const cursor = await db.transaction('headers').store.openCursor(null, 'prev');
          if (!cursor) return null;
          return cursor.key === NONE ? 'none' : readVersionHeader(cursor.value.value);
        }, null),
      find: (version) =>
        attempt(async (db) => {
          const found = await db.get('headers', version);
          if (!found) return null;
          await db.put('headers', stamped(found.value), version);
          return readVersionHeader(found.value);
        }, null),
      keep: (header) =>
        attempt(async (db) => {
          await db.put('headers', stamped(header), header === 'none' ? NONE : header.version);
        }, undefined),
    },
    shards: {
      find: (hashes) =>
        attempt(async (db) => {
          const transaction = db.transaction('shards', 'readwrite');
          const found = await Promise.all(
            hashes.map(async (hash) => {
              const kept = await transaction.store.get(hash);
              if (kept) void transaction.store.put(stamped(kept.value), hash);
              return [hash, kept?.value] as const;
            }),
          );
          await transaction.done;
          return new Map(
            found.flatMap(([hash, text]) => (text === undefined ? [] : [[hash, text] as const])),
          );
        }, new Map<ContentHash, string>()),
      keep: (shards) =>
        attempt(async (db) => {
          const transaction = db.transaction('shards', 'readwrite');
          await Promise.all(
            [...shards].map(([hash, text]) => transaction.store.put(stamped(text), hash)),
          );
          await transaction.done;
        }, undefined),
    },
  };
};
