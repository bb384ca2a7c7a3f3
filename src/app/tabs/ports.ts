/** A lock among this browser's tabs, for as long as it is held. */
export interface HeldLock {
  readonly release: () => void;
  /** Resolves when another tab has taken it away. */
  readonly lost: Promise<void>;
}

/** The tabs in which this worker has Flex open in this browser. Never throws. */
export interface Tabs {
  /** Null: another tab holds it. */
  readonly tryHold: (name: string) => Promise<HeldLock | null>;
  /** Waits until no other tab holds it. Null: given up. */
  readonly hold: (name: string) => {
    readonly held: Promise<HeldLock | null>;
    readonly giveUp: () => void;
  };
  /** Takes it, whoever holds it. */
  readonly steal: (name: string) => Promise<HeldLock>;
  /** Tells all other tabs. Plain data. */
  readonly post: (message: unknown) => void;
  /** Returns how to stop listening. */
  readonly listen: (listener: (message: unknown) => void) => () => void;
}
