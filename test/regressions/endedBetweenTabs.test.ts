import { liveThrough } from '../simulation/support/liveThrough';

/**
 * A task that ended elsewhere in the moment in which the turn went from one tab to the other: each of them left it to the
 * other one to say that answers were not on the task. Found by test/simulation/interleavings.test.ts.
 */
it('what is not on a task that ends while the turn goes over is told all the same', async () => {
  const { violations, counts } = await liveThrough({
    seed: 1,
    functions: false,
    wayOut: false,
    steps: [
      { do: 'answer', task: 0, field: 'note', with: 'N-1', pause: 60 },
      { do: 'openTab', pause: 1_500 },
      { do: 'writeHere', task: 0, pause: 12 },
      { do: 'endsElsewhere', task: 0, pause: 300 },
    ],
  });
  expect(violations).toEqual([]);
  expect(counts['told']).toBe(1);
});
