import { sha256 } from '@noble/hashes/sha2';
import type { ContentHash } from './types';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const BYTES = 18;

/** Half a surrogate pair is no character: encoded, all of them become one and the same. */
const LONE_SURROGATE = /[\ud800-\udfff]/u;

/** What a hash looks like. */
export const CONTENT_HASH = /^[\w-]{24}$/;

/** The name of a text. */
export function contentHash(text: string): ContentHash {
  const bits = [...sha256(text).subarray(0, BYTES)].map((byte) =>
    byte.toString(2).padStart(8, '0'),
  );
  const sixes = bits.join('').match(/.{6}/g) ?? [];
  return sixes.map((six) => ALPHABET.charAt(parseInt(six, 2))).join('');
}

/** Whether a text from outside is the one that the hash names. */
export const isHashOf = (hash: ContentHash, text: string): boolean =>
  !LONE_SURROGATE.test(text) && contentHash(text) === hash;

const nameOf = (digit: number): string => `debrief.shards.${digit.toString(16)}`;

/** The Sync maps that hold shards: sixteen share the load. */
export const SHARD_MAPS: readonly string[] = Array.from({ length: 16 }, (_, digit) =>
  nameOf(digit),
);

/** The one of them that holds this shard. */
export const shardMap = (hash: ContentHash): string =>
  nameOf(ALPHABET.indexOf(hash.charAt(0)) >> 2);
