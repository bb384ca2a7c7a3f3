const FIRST_WINDOW_MS = 16_000;
const LONGEST_WINDOW_MS = 128_000;

/**
 * How long to wait before asking a Twilio again that takes no more calls (429), in milliseconds.
 *
 * A busy Twilio means many agents at once, and none of them knows how many. So each comes back at any moment of a
 * window, as likely early as late, and the window doubles with each time it was turned away: the crowd spreads over
 * as long as it takes to serve it, with few calls in vain. Never sooner than the server asked for (`retryAfterMs`).
 * `random01` is in [0, 1).
 */
export function queueDelayMs(
  attempt: number,
  retryAfterMs: number | null,
  random01: number,
): number {
  const window = Math.min(FIRST_WINDOW_MS * 2 ** (attempt - 1), LONGEST_WINDOW_MS);
  return (retryAfterMs ?? 0) + Math.round(window * random01);
}
