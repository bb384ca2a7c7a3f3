const FIRST_MS = 250;
const LONGEST_MS = 4000;

/**
 * How long to wait before a retry: doubling from a quarter of a second, the upper half at random (`random01` is in
 * [0, 1)), so that agents who failed together do not come back together. Never sooner than the server asked for.
 */
export function retryDelayMs(
  attempt: number,
  retryAfterMs: number | null,
  random01: number,
  longestMs: number = LONGEST_MS,
): number {
  const longest = Math.min(FIRST_MS * 2 ** (attempt - 1), longestMs);
  return Math.max(retryAfterMs ?? 0, Math.round(longest * (0.5 + random01 / 2)));
}
