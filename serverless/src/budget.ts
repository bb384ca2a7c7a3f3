import type { Clock } from './Clock';

/**
 * How long a call may take from its first step to its answer, in milliseconds. The platform kills at 10 s, and the
 * plugin gives a call up after 7: by then one without an answer has surely ended, and writes nothing any more.
 */
const BUDGET_MS = 5000;

/** What is left of a call's time. */
export interface Budget {
  readonly left: () => number;
}

export const createBudget = (clock: Clock, milliseconds: number = BUDGET_MS): Budget => {
  const end = clock.now() + milliseconds;
  return { left: () => Math.max(0, end - clock.now()) };
};
