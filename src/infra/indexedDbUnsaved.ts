import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { UnsavedDraft, UnsavedDrafts } from '../app/editing/ports';

interface UnsavedSchema extends DBSchema {
  unsaved: { key: string; value: UnsavedDraft };
}

const open = async (name: string): Promise<IDBPDatabase<UnsavedSchema>> =>
  openDB<UnsavedSchema>(name, 1, {
    upgrade: (database) => {
      database.createObjectStore('unsaved');
    },
  });

/**
 * Unsaved work of catalog editors in the browser's IndexedDB, one database per worker and one entry per page, so that
 * two windows never overwrite each other's. Where the browser refuses storage, nothing is kept.
 */
export const createIndexedDbUnsaved = (workerSid: string): UnsavedDrafts => {
  const page = `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
  const database = open(`debrief-unsaved-${workerSid}`);
  // Each call below meets the same error.
  database.catch(() => undefined);

  return {
    left: async () => {
      try {
        const db = await database;
        const transaction = db.transaction('unsaved');
        const [pages, drafts] = await Promise.all([
          transaction.store.getAllKeys(),
          transaction.store.getAll(),
        ]);
        return pages.map((key, index) => ({ page: key, unsaved: drafts[index] }));
      } catch {
        return [];
      }
    },
    forget: async (pages) => {
      try {
        const transaction = (await database).transaction('unsaved', 'readwrite');
        await Promise.all(pages.map((key) => transaction.store.delete(key)));
        await transaction.done;
      } catch {
        // They are taken over once more, which changes nothing.
      }
    },
    keep: async (unsaved) => {
      try {
        const db = await database;
        await (unsaved ? db.put('unsaved', unsaved, page) : db.delete('unsaved', page));
      } catch {
        // The service has it within seconds; only what it does not take is lost with the page.
      }
    },
  };
};
