import type { Clock } from '../ports';

/**
 * Wraps work that is asked for again and again: it runs once nobody has asked for `quietMs`, at the latest `longestMs`
 * after the first one did.
 */
export const whenQuiet = (
  clock: Clock,
  quietMs: number,
  longestMs: number,
  work: () => unknown,
): (() => void) => {
  let askedAt = 0;
  let isWaiting = false;
  const wait = async (): Promise<void> => {
    const latest = askedAt + longestMs;
    for (;;) {
      const now = clock.now();
      const until = Math.min(askedAt + quietMs, latest);
      if (now >= until) break;
      await clock.wait(until - now);
    }
    isWaiting = false;
    work();
  };
  return () => {
    askedAt = clock.now();
    if (isWaiting) return;
    isWaiting = true;
    void wait();
  };
};
