import type { CatalogContent } from '../../../src/core/catalog/types';
import { isJsonObject } from '../../../src/core/json';
import { assembleContent, missingShards } from '../../../src/core/publishing/assembleContent';
import { shardMap } from '../../../src/core/publishing/contentHash';
import type { ContentHash } from '../../../src/core/publishing/types';
import { fail, ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { inParallel } from './inParallel';
import type { SyncSession } from './session';

/** Sixteen maps take twenty reads a second each; a read takes some fifty milliseconds. */
const WIDTH = 24;
/** In characters: the memory of a Function is not documented, 256 MB by hearsay. */
const KEPT = 60_000_000;

type Answer<T> = Promise<Result<T, ServiceError>>;

/** The immutable texts in Sync, and those of them that this instance has seen. */
export interface Shards {
  /** Those that there are; an absent hash is in no answer. */
  readonly find: (
    hashes: readonly ContentHash[],
    session: SyncSession,
  ) => Answer<ReadonlyMap<ContentHash, string>>;
  readonly store: (shards: ReadonlyMap<ContentHash, string>, session: SyncSession) => Answer<null>;
  /** What a manifest names, each shard checked. */
  readonly assemble: (manifest: ContentHash, session: SyncSession) => Answer<CatalogContent>;
}

const textOf = (data: unknown): string | null => {
  const text = isJsonObject(data) ? data['text'] : null;
  return typeof text === 'string' ? text : null;
};

export const createShards = (): Shards => {
  /** The oldest first. Nothing ever changes under its hash, so it may be kept for ever. */
  const kept = new Map<ContentHash, string>();
  let size = 0;

  const keep = (hash: ContentHash, text: string): void => {
    if (kept.has(hash)) return;
    kept.set(hash, text);
    size += text.length;
    for (const [oldest, { length }] of kept) {
      if (size <= KEPT) return;
      kept.delete(oldest);
      size -= length;
    }
  };

  const find: Shards['find'] = async (hashes, { sync, persist }) => {
    const found = new Map<ContentHash, string>();
    const read = async (hash: ContentHash): Answer<null> => {
      const known = kept.get(hash);
      if (known !== undefined) {
        found.set(hash, known);
        return ok(null);
      }
      const item = await persist((limitMs) => sync.readItem(shardMap(hash), hash, limitMs));
      if (!item.ok) return item;
      const text = textOf(item.value);
      if (text === null) return ok(null);
      keep(hash, text);
      found.set(hash, text);
      return ok(null);
    };
    const all = await inParallel(hashes, WIDTH, read);
    return all.ok ? ok(found) : all;
  };

  return {
    find,
    store: async (shards, { sync, persist }) =>
      inParallel([...shards], WIDTH, async ([hash, text]) => {
        if (kept.has(hash)) return ok(null);
        const stored = await persist((limitMs) =>
          sync.addItem(shardMap(hash), hash, { text }, limitMs),
        );
        if (stored.ok) keep(hash, text);
        return stored;
      }),
    assemble: async (manifest, session) => {
      const shards = new Map<ContentHash, string>();
      for (;;) {
        const next = missingShards(manifest, shards);
        if (next.length === 0) break;
        const found = await find(next, session);
        if (!found.ok) return found;
        for (const [hash, text] of found.value) shards.set(hash, text);
        const missing = next.filter((hash) => !shards.has(hash));
        if (missing.length > 0) return fail(shardsMissing(missing));
      }
      const content = assembleContent(manifest, shards);
      return content.ok
        ? content
        : fail({
            code: 'catalog-broken',
            message: 'What the manifest names is no catalog',
            details: { problems: [{ code: 'damaged', path: '' }], count: 1 },
          });
    },
  };
};

export const shardsMissing = (missing: readonly ContentHash[]): ServiceError => ({
  code: 'shards-missing',
  message: 'Not all shards have been uploaded',
  details: { missing: missing.slice(0, 96), count: missing.length },
});
