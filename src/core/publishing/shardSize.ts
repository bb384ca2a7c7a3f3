/** Sync's limit for an item: 16 KiB of JSON. */
const ITEM_LIMIT = 16 * 1024;
const WRAPPING = '{"text":""}'.length;

/** The most that a shard's text may take, in bytes as `storedBytes` counts them. Some room is left. */
export const SHARD_LIMIT = ITEM_LIMIT - WRAPPING - 512;

/** How many bytes the character at `at` takes in UTF-8 once it stands in a JSON text. */
function bytesAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit === 0x22 || unit === 0x5c) return 2;
  // `\n` and its like take less; a shard is JSON, which has none of them.
  if (unit < 0x20) return 6;
  if (unit < 0x80) return 1;
  if (unit < 0x800) return 2;
  // Each half of a pair: together 4; alone it is written as `\ud800`.
  if (unit < 0xd800 || unit > 0xdfff) return 3;
  return isPaired(text, at) ? 2 : 6;
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

const isPaired = (text: string, at: number): boolean =>
  isHigh(text.charCodeAt(at))
    ? isLow(text.charCodeAt(at + 1))
    : at > 0 && isHigh(text.charCodeAt(at - 1));

/** What a text takes in an item of Sync: UTF-8 bytes, with what JSON escapes. */
export function storedBytes(text: string): number {
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) bytes += bytesAt(text, at);
  return bytes;
}

/** Pieces of at most `limit` stored bytes; no character is torn apart. */
export function cutText(text: string, limit: number): readonly string[] {
  const pieces: string[] = [];
  let start = 0;
  let bytes = 0;
  for (let at = 0; at < text.length; at += 1) {
    const size = bytesAt(text, at);
    const isMiddle = isLow(text.charCodeAt(at)) && isPaired(text, at);
    // The first half of a pair makes room for both.
    const needed = isHigh(text.charCodeAt(at)) ? 2 * size : size;
    if (!isMiddle && bytes + needed > limit) {
      pieces.push(text.slice(start, at));
      start = at;
      bytes = 0;
    }
    bytes += size;
  }
  pieces.push(text.slice(start));
  return pieces;
}
