import type { Facts } from '../../src/core/rules/types';

/** What rules can look at where no rule looks at anything. */
export const noFacts: Facts = {
  context: { queueName: 'Support', queueSid: 'WQ1', channel: 'voice', direction: 'inbound' },
  worker: {},
  startedAt: null,
};
