import { openDB, type DBSchema } from 'idb';

export interface Sealed {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly bytes: ArrayBuffer;
}

/** Makes plain data unreadable for whoever has the disk but not the page. Never throws. */
export interface Sealer {
  /** Null: this browser cannot. */
  readonly seal: (data: unknown) => Promise<Sealed | null>;
  /** Null: it is not known with what it was sealed. */
  readonly unseal: (sealed: Sealed) => Promise<unknown>;
}

interface KeysSchema extends DBSchema {
  keys: { key: string; value: CryptoKey };
}

const ALGORITHM = { name: 'AES-GCM', length: 256 };
const NAME = 'drafts';

const keyOf = async (workerSid: string): Promise<CryptoKey> => {
  const db = await openDB<KeysSchema>(`debrief-keys-${workerSid}`, 1, {
    upgrade: (database) => {
      database.createObjectStore('keys');
    },
  });
  try {
    const known = await db.get('keys', NAME);
    if (known) return known;
    // Not extractable: not even this page can read it.
    const made = await crypto.subtle.generateKey(ALGORITHM, false, ['encrypt', 'decrypt']);
    const { store, done } = db.transaction('keys', 'readwrite');
    // Another tab may have been quicker.
    const key = (await store.get(NAME)) ?? made;
    await store.put(key, NAME);
    await done;
    return key;
  } finally {
    db.close();
  }
};

/** Seals with a key that is kept in the browser's IndexedDB and cannot be taken out of it. One key per worker. */
export const createSealer = (workerSid: string): Sealer => {
  const key = keyOf(workerSid);
  // Each call below meets the same error.
  key.catch(() => undefined);
  return {
    seal: async (data) => {
      try {
        const iv = crypto.getRandomValues(new Uint8Array(12));
        const text = new TextEncoder().encode(JSON.stringify(data));
        return { iv, bytes: await crypto.subtle.encrypt({ ...ALGORITHM, iv }, await key, text) };
      } catch {
        return null;
      }
    },
    unseal: async ({ iv, bytes }) => {
      try {
        const text = await crypto.subtle.decrypt({ ...ALGORITHM, iv }, await key, bytes);
        return JSON.parse(new TextDecoder().decode(text)) as unknown;
      } catch {
        return null;
      }
    },
  };
};
