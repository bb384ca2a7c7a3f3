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

/**
 * How long this instance takes a shard to be there that it has seen there. With what a browser takes for granted it
 * must be far less than `DROPPED_AFTER_MS`.
 */
const SEEN_MS = 60 * 60 * 1000;

/** The immutable texts in Sync, and those of them that this instance has seen. */
export interface Shards {
  /**
   * Those that there are; an absent hash is in no answer. Who has been told that one is there may count on it for days:
   * one that was about to be dropped is not any more.
   */
  readonly find: (
    hashes: readonly ContentHash[],
    session: SyncSession,
  ) => Answer<ReadonlyMap<ContentHash, string>>;
  /** Puts those that are not there yet; all are there for days, as after `find`. */
  readonly store: (shards: ReadonlyMap<ContentHash, string>, session: SyncSession) => Answer<null>;
  /** It was dropped. */
  readonly forget: (hash: ContentHash) => void;
  /** Every text that the content of a manifest consists of, the manifest’s own among them. */
  readonly gather: (
    manifest: ContentHash,
    session: SyncSession,
  ) => Answer<ReadonlyMap<ContentHash, string>>;
  /** What a manifest names, each shard checked. */
  readonly assemble: (manifest: ContentHash, session: SyncSession) => Answer<CatalogContent>;
}

/** What the item of a shard says. */
export interface StoredShard {
  readonly text: string;
  /** Since when it has been known that nothing needs it; null: it is needed, or nobody has looked. */
  readonly unneededSince: number | null;
}

export const readShard = (data: unknown): StoredShard | null => {
  if (!isJsonObject(data) || typeof data['text'] !== 'string') return null;
  const { text, unneededSince } = data;
  return { text, unneededSince: typeof unneededSince === 'number' ? unneededSince : null };
};

interface Kept {
  readonly text: string;
  readonly seenAt: number;
}

export const createShards = (): Shards => {
  /** Those seen longest ago first. */
  const kept = new Map<ContentHash, Kept>();
  let size = 0;

  const forget = (hash: ContentHash): void => {
    size -= kept.get(hash)?.text.length ?? 0;
    kept.delete(hash);
  };

  const keep = (hash: ContentHash, text: string, { clock }: SyncSession): void => {
    forget(hash);
    kept.set(hash, { text, seenAt: clock.now() });
    size += text.length;
    for (const oldest of kept.keys()) {
      if (size <= KEPT) return;
      forget(oldest);
    }
  };

  const known = (hash: ContentHash, { clock }: SyncSession): string | null => {
    const found = kept.get(hash);
    return found && clock.now() - found.seenAt < SEEN_MS ? found.text : null;
  };

  /** Null: it is not there. */
  const read = async (hash: ContentHash, session: SyncSession): Answer<string | null> => {
    const seen = known(hash, session);
    if (seen !== null) return ok(seen);
    const { sync, persist } = session;
    const map = shardMap(hash);
    const item = await persist((limitMs) => sync.readItem(map, hash, limitMs));
    if (!item.ok) return item;
    const shard = readShard(item.value?.data);
    if (!shard) return ok(null);
    const { text, unneededSince } = shard;
    if (unneededSince !== null) {
      const saved = await persist((limitMs) => sync.setItem(map, hash, { text }, limitMs));
      if (!saved.ok) return saved;
    }
    keep(hash, text, session);
    return ok(text);
  };

  const find: Shards['find'] = async (hashes, session) => {
    const found = new Map<ContentHash, string>();
    const all = await inParallel(hashes, WIDTH, async (hash) => {
      const text = await read(hash, session);
      if (text.ok && text.value !== null) found.set(hash, text.value);
      return text;
    });
    return all.ok ? ok(found) : all;
  };

  const put = async (hash: ContentHash, text: string, session: SyncSession): Answer<unknown> => {
    const { sync, persist } = session;
    const add = () => persist((limitMs) => sync.addItem(shardMap(hash), hash, { text }, limitMs));
    const added = await add();
    if (!added.ok) return added;
    if (!added.value) {
      const there = await read(hash, session);
      // Dropped since.
      const done = there.ok && there.value === null ? await add() : there;
      if (!done.ok) return done;
    }
    keep(hash, text, session);
    return added;
  };

  const gather: Shards['gather'] = async (manifest, session) => {
    const shards = new Map<ContentHash, string>();
    for (;;) {
      const next = missingShards(manifest, shards);
      if (next.length === 0) return ok(shards);
      const found = await find(next, session);
      if (!found.ok) return found;
      for (const [hash, text] of found.value) shards.set(hash, text);
      const missing = next.filter((hash) => !shards.has(hash));
      if (missing.length > 0) return fail(shardsMissing(missing));
    }
  };

  return {
    find,
    forget,
    gather,
    store: async (shards, session) =>
      inParallel([...shards], WIDTH, async ([hash, text]) =>
        known(hash, session) === null ? put(hash, text, session) : ok(null),
      ),
    assemble: async (manifest, session) => {
      const shards = await gather(manifest, session);
      if (!shards.ok) return shards;
      const content = assembleContent(manifest, shards.value);
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
