import type { AssignmentFacts } from '../../src/core/catalog/types';
import type { Facts } from '../../src/core/rules/types';

/** What rules can look at where no rule looks at anything. */
export const noFacts: Facts = {
  context: { queueName: 'Support', queueSid: 'WQ1', channel: 'voice', direction: 'inbound' },
  worker: {},
  startedAt: null,
};

/** What assignments look at, of a call to Support of which nothing else is known. */
export const factsFor = (more: Partial<AssignmentFacts> = {}): AssignmentFacts => ({
  ...noFacts.context,
  workflowName: '',
  workflowSid: '',
  skills: [],
  teams: [],
  attributes: {},
  startedAt: null,
  ...more,
});
