import { liveThrough } from '../simulation/support/liveThrough';
import { bothComplete } from '../support/legSteps';

/**
 * A transfer that became known while the draft was on its way from the disk was not stored. Flex forgets at a reload whom
 * a task went to, so the page wrote without a mark from then on, and the other leg reported its answers a second time.
 * Found by test/simulation/interleavings.test.ts.
 */
it('a transfer that is known before the draft is in is known after a reload', async () => {
  const { violations, counts } = await liveThrough({
    seed: 1,
    functions: false,
    wayOut: false,
    steps: [
      { do: 'transfer', task: 1, how: 'warm', pause: 1_500 },
      { do: 'reload', pause: 1_500 },
      { do: 'answer', task: 1, field: 'note', with: 'N-1', pause: 0 },
      ...bothComplete(1),
    ],
  });
  expect(violations).toEqual([]);
  expect(counts['the other agent’s leg ended by gate']).toBe(1);
});
