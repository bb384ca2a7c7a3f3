/** Time and chance, handed in, so that tests and simulations have their own. */
export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A random number from 0 up to 1, for jitter. */
  readonly random: () => number;
}
