import { SHARD_LIMIT } from './shardSize';

/** A shard is at least so large unless its list ends: each costs a read. */
const LEAST = 6 * 1024;

const BRACKETS = 2;

export interface Row {
  /** What the row is known by, as long as it lives. */
  readonly key: string;
  readonly text: string;
  /** Of the text, and of what stands between it and the next. */
  readonly bytes: number;
}

/** Chance that depends on the key alone: FNV-1a, stirred as in MurmurHash 3 so that keys in a row do not follow each other. */
function priority(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) {
    hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Where the run that begins at `start` ends: after the row of the lowest priority among those that would do. */
function endOf(rows: readonly Row[], start: number): number {
  let bytes = BRACKETS;
  let lowest = Infinity;
  let end = 0;
  for (let at = start; ; at += 1) {
    const row = rows[at];
    if (!row) return at;
    if (at > start && bytes + row.bytes > SHARD_LIMIT) return end === 0 ? at : end;
    bytes += row.bytes;
    const rank = bytes < LEAST ? Infinity : priority(row.key);
    if (rank < lowest) {
      lowest = rank;
      end = at + 1;
    }
  }
}

/**
 * Cuts a list into runs that fit into a shard each, unless a single row does not. The cuts follow the rows’ keys, not
 * their places: a row put in, taken out or rewritten leaves the cuts further on where they were, or nearly so.
 */
export function cutList(rows: readonly Row[]): readonly (readonly Row[])[] {
  const runs: (readonly Row[])[] = [];
  for (let start = 0; start < rows.length;) {
    const end = endOf(rows, start);
    runs.push(rows.slice(start, end));
    start = end;
  }
  return runs;
}
