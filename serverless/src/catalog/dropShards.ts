import { missingShards } from '../../../src/core/publishing/assembleContent';
import { SHARD_MAPS } from '../../../src/core/publishing/contentHash';
import type { ContentHash } from '../../../src/core/publishing/types';
import { ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { readDraft, readPointer } from './documents';
import { keptVersions } from './history';
import { inPages } from './inPages';
import { inParallel } from './inParallel';
import type { SyncEntry } from './ports';
import type { SyncSession } from './session';
import { readShard, type Shards } from './shards';

type Answer<T> = Promise<Result<T, ServiceError>>;

/**
 * How long a shard stays once it is known that nothing needs it. Whoever has asked for it or uploaded it before may
 * still save a draft with it; browsers ask again after a day.
 */
const DROPPED_AFTER_MS = 7 * 24 * 60 * 60 * 1000;

const WIDTH = 8;

/**
 * All that the draft and the kept versions consist of. Read in this order, since a draft becomes the version in force
 * and that a kept one: whatever moves meanwhile is seen before or after it has moved.
 */
async function findNeeded(session: SyncSession, shards: Shards): Answer<ReadonlySet<ContentHash>> {
  const draft = await readDraft(session);
  if (!draft.ok) return draft;
  const pointer = await readPointer(session);
  if (!pointer.ok) return pointer;
  const kept = await keptVersions(session);
  if (!kept.ok) return kept;
  const texts = new Map<ContentHash, string>();
  for (const header of [draft.value.header, pointer.value.header, ...kept.value]) {
    if (!header) continue;
    for (;;) {
      const next = missingShards(header.manifest, texts);
      if (next.length === 0) break;
      const found = await shards.find(next, session);
      if (!found.ok) return found;
      // One that is not there names nothing.
      for (const hash of next) texts.set(hash, found.value.get(hash) ?? '');
    }
  }
  return ok(new Set(texts.keys()));
}

/** What is to become of a shard: told apart from those that are needed, or dropped once it was long enough. */
async function judge(
  map: string,
  { key, data, revision }: SyncEntry,
  needed: ReadonlySet<ContentHash>,
  { sync, persist, clock }: SyncSession,
  shards: Shards,
): Answer<null> {
  const shard = readShard(data);
  if (!shard) return ok(null);
  const { text, unneededSince } = shard;
  const write = (next: object) => persist((limitMs) => sync.setItem(map, key, next, limitMs));
  if (needed.has(key)) return unneededSince === null ? ok(null) : write({ text });
  if (unneededSince === null) return write({ text, unneededSince: clock.now() });
  if (clock.now() - unneededSince < DROPPED_AFTER_MS) return ok(null);
  const removed = await persist((limitMs) => sync.removeItem(map, key, revision, limitMs));
  if (removed.ok) shards.forget(key);
  // Somebody was told of it just now.
  return removed.ok || removed.error.code === 'conflict' ? ok(null) : removed;
}

/**
 * Drops shards that neither the draft nor any kept version has needed for long. As much as the session has time for;
 * each `turn` begins with another map, so that all have theirs.
 */
export async function dropShards(session: SyncSession, shards: Shards, turn: number): Answer<null> {
  const needed = await findNeeded(session, shards);
  if (!needed.ok) return needed;
  const first = turn % SHARD_MAPS.length;
  for (const map of [...SHARD_MAPS.slice(first), ...SHARD_MAPS.slice(0, first)]) {
    const looked = await inPages(map, session, (entries) =>
      inParallel(entries, WIDTH, (entry) => judge(map, entry, needed.value, session, shards)),
    );
    if (!looked.ok) return looked;
  }
  return ok(null);
}
