import { isJsonObject } from '../json';
import { CONTENT_HASH } from './contentHash';
import { storedBytes } from './shardSize';
import type { ContentHash, ShardTexts, VersionHeader } from './types';

/** Of the whole document: Sync takes 16 KiB. */
const POINTER_LIMIT = 14 * 1024;
const ENTRY = '"":"",'.length + 24;

/**
 * What the document `debrief.pointer` says of a version: its header, and of the shards that the version before did not
 * have as many as fit. Sync pushes the document to all, so they need not all ask for the same shards at once. The
 * manifest comes first: without it nobody knows what else to ask for.
 */
export function pointerDocument(
  header: VersionHeader,
  shards: ShardTexts,
  before: Pick<ShardTexts, 'has'>,
): VersionHeader & { readonly shards: Readonly<Record<ContentHash, string>> } {
  let room = POINTER_LIMIT - storedBytes(JSON.stringify(header));
  const bytes = ([hash, text]: readonly [ContentHash, string]) =>
    hash === header.manifest ? 0 : storedBytes(text);
  const carried = [...shards]
    .filter(([hash]) => !before.has(hash))
    .sort((one, other) => bytes(one) - bytes(other))
    .filter(([, text]) => {
      const needed = storedBytes(text) + ENTRY;
      if (needed > room) return false;
      room -= needed;
      return true;
    });
  return { ...header, shards: Object.fromEntries(carried) };
}

/** The shards that the document `debrief.pointer` carries, unchecked; written by an older service it carries none. */
export function carriedShards(data: unknown): ShardTexts {
  const shards = isJsonObject(data) ? data['shards'] : null;
  const entries = Object.entries(isJsonObject(shards) ? shards : {});
  return new Map(
    entries.filter(
      (entry): entry is [ContentHash, string] =>
        CONTENT_HASH.test(entry[0]) && typeof entry[1] === 'string',
    ),
  );
}
