import { shardMap } from '../../core/publishing/contentHash';
import type { ContentHash } from '../../core/publishing/types';

/** Of Sync: a second, of each object. */
const READS = 20;
/** Instances of the service that work at once: as many as the platform lets an account have, and each reads a shard once. */
const INSTANCES = 30;

/**
 * A version's news reach every agent at once. Spread over this time, in milliseconds, their questions for these shards
 * make the service read no object of Sync more often than it may be.
 */
export function spreadMs(hashes: readonly ContentHash[]): number {
  const reads = new Map<string, number>();
  for (const map of hashes.map(shardMap)) reads.set(map, (reads.get(map) ?? 0) + INSTANCES);
  return (Math.max(0, ...reads.values()) / READS) * 1_000;
}
