import { liveThrough } from '../simulation/support/liveThrough';

/**
 * What is answered in the first moment of a second tab gives way to what the other one has, and comes back over it. What
 * stood on the task then was forgotten, so that another program's value was replaced without a question. Found by
 * test/simulation/interleavings.test.ts.
 */
it('an answer of a tab’s first moment goes over what stood there, and over nothing else unasked', async () => {
  const { violations, counts } = await liveThrough({
    seed: 0,
    functions: true,
    wayOut: false,
    byReason: 'default',
    conflicts: 'agent',
    wrapUp: 'default',
    steps: [
      { do: 'answer', task: 1, who: 'first', field: 'amount', with: '0', pause: 0 },
      { do: 'wrapUp', task: 0, who: 'first', pause: 1_500 },
      { do: 'weather', offline: false, trouble: 0, pause: 70_000 },
      { do: 'openTab', who: 'first', pause: 0 },
      { do: 'undo', task: 1, who: 'first', pause: 0 },
      { do: 'answer', task: 2, who: 'first', field: 'outcome', with: 'sale', pause: 1_500 },
      { do: 'write', task: 2, where: 'ours', pause: 300 },
    ],
  });
  expect(violations).toEqual([]);
  expect(counts['replaced what the agent knows of']).toBeGreaterThan(0);
});
