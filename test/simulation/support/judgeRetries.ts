import type { Agent } from './agent';
import type { Court } from './court';
import { isOver } from './hands';

/** A save has ten seconds, and the call that it waits for some eight more. */
const LATE_MS = 30_000;

/** A retry that the agent was promised comes. */
export const lookAtRetries = (agent: Agent, court: Court): void => {
  for (const leg of agent.legs) {
    if (isOver(leg)) continue;
    for (const { desk } of agent.pages()) {
      const save = desk.session(leg.reservationSid)?.save;
      if (save?.status !== 'failed' || save.retryAt === null) continue;
      if (agent.now() > save.retryAt + LATE_MS) court.complain(leg.task, 'a retry did not come');
    }
  }
};
