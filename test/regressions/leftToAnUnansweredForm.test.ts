import { liveThrough } from '../simulation/support/liveThrough';

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
      { do: 'wrapUp', task: 1, pause: 3_000 },
      { do: 'press', task: 1, meanwhile: 'nobody', pause: 5_000 },
      { do: 'wrapUp', task: 1, who: 'second', pause: 3_000 },
      { do: 'press', task: 1, who: 'second', meanwhile: 'nobody', pause: 5_000 },
    ],
  });
  expect(violations).toEqual([]);
  expect(counts['the other agent’s leg ended by gate']).toBe(1);
});
