import type { SaveRoute } from './types';

/** Windows in milliseconds, measured in docs/decisions/0006-a-crowd.md. */
interface Windows {
  readonly first: number;
  /** How many windows are as long as the first. */
  readonly flat: number;
  readonly growth: number;
  readonly longest: number;
}

const WINDOWS: Readonly<Record<SaveRoute, Windows>> = {
  /**
   * Short, because most who ask too early never reach Twilio: our Functions turn them away. A hundred agents at 20
   * calls per second have to be through in half a minute, and one alone should hardly notice.
   */
  service: { first: 2_000, flat: 12, growth: 1.3, longest: 32_000 },
  /** Wide, because each one who asks too early costs Twilio a call, and so the others a turn. */
  sdk: { first: 16_000, flat: 1, growth: 2, longest: 128_000 },
};

/**
 * How long to wait before asking a Twilio again that takes no more calls (429), in milliseconds.
 *
 * A busy Twilio means many agents at once, and none of them knows how many. So each comes back at any moment of a
 * window, as likely early as late, and the windows grow with each time it was turned away: the crowd spreads over
 * as long as it takes to serve it. Never sooner than the server asked for (`retryAfterMs`). `random01` is in [0, 1).
 */
export function queueDelayMs(
  route: SaveRoute,
  attempt: number,
  retryAfterMs: number | null,
  random01: number,
): number {
  const { first, flat, growth, longest } = WINDOWS[route];
  const window = Math.min(first * growth ** Math.max(0, attempt - flat), longest);
  return (retryAfterMs ?? 0) + Math.round(window * random01);
}
