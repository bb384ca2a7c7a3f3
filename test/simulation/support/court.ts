import type { Leg, Moment, Task } from './hands';
import type { Told } from './life';
import type { VirtualClock } from './VirtualClock';

/** What happened in a life, in its order, and what must not have. */
export const openCourt = (clock: VirtualClock) => {
  const violations: string[] = [];
  const counts: Record<string, number> = {};
  let tick = 0;
  const order = (): number => (tick += 1);
  return {
    order,
    moment: (): Moment => ({ order: order(), at: clock.now() }),
    count: (what: string): void => void (counts[what] = (counts[what] ?? 0) + 1),
    complain: (task: Task, what: string): void =>
      void violations.push(`at ${clock.now()} ms, task ${task.n}: ${what}`),
    /** Something that may be so for a moment, and not for as long as that. */
    insist: async (leg: Leg, forMs: number, what: string, isSo: () => boolean): Promise<void> => {
      for (let passed = 0; passed < forMs; passed += forMs / 5) {
        if (leg.status === 'ended' || !isSo()) return;
        await clock.wait(forMs / 5);
      }
      if (leg.status !== 'ended' && isSo()) {
        violations.push(`at ${clock.now()} ms, task ${leg.task.n}: ${what}`);
      }
    },
    told: (): Told => ({ violations, counts }),
  };
};

export type Court = ReturnType<typeof openCourt>;
