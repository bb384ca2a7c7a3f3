/** How far a server's clock is ahead of this computer's, as one exchange with it showed. In milliseconds. */
export interface ClockOffset {
  readonly ahead: number;
  /** By how much that may be wrong. */
  readonly within: number;
}

/** An exchange in which the server said its time: somewhere between when it was asked and when the answer came. */
export interface ClockSample {
  readonly askedAt: number;
  readonly answeredAt: number;
  readonly serverTime: number;
}

/** Null: this computer's clock was put back meanwhile, and nothing can be said. */
export function offsetOf({ askedAt, answeredAt, serverTime }: ClockSample): ClockOffset | null {
  const within = (answeredAt - askedAt) / 2;
  return within < 0 ? null : { ahead: serverTime - askedAt - within, within };
}

/**
 * The better of what was known and what was learnt: the narrower, as long as both can be true. Where they cannot,
 * this computer's clock was set since, and only the newer one counts.
 */
export function betterOffset(known: ClockOffset | null, learnt: ClockOffset): ClockOffset {
  if (!known || learnt.within <= known.within) return learnt;
  const agree = Math.abs(known.ahead - learnt.ahead) <= known.within + learnt.within;
  return agree ? known : learnt;
}
