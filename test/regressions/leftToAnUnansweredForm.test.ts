import { liveThrough } from '../simulation/support/liveThrough';
import { bothComplete } from '../support/legSteps';

/**
 * A leg that had nothing to write, because its required answer was on the task from before, never asked the Functions
 * who was still there: what the leg before it had left was reported a second time. Found by
 * test/simulation/interleavings.test.ts.
 */
it('what an ended leg left is taken off although the next one answered nothing', async () => {
  const { violations, counts } = await liveThrough({
    seed: 1,
    functions: true,
    wayOut: false,
    steps: [
      { do: 'transfer', task: 1, how: 'warm', pause: 1_500 },
      { do: 'answer', task: 1, field: 'note', with: 'N-1', pause: 0 },
      ...bothComplete(1),
    ],
  });
  expect(violations).toEqual([]);
  expect(counts['the other agent’s leg ended by gate']).toBe(1);
});
