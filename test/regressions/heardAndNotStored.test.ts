import { liveThrough } from '../simulation/support/liveThrough';

/**
 * A tab that followed had an answer by the word of the tab that wrote, which was closed before the answer was on the
 * disk. It wrote from then on and stored nothing until the next gesture, so a reload in between lost the answer. Found by
 * test/simulation/interleavings.test.ts.
 */
it('what a closed tab has told and not stored is stored by the tab that goes on', async () => {
  const { violations } = await liveThrough({
    seed: 1,
    functions: false,
    wayOut: false,
    steps: [
      { do: 'openTab', pause: 12_000 },
      { do: 'writeHere', task: 2, pause: 1_500 },
      { do: 'answer', task: 2, field: 'note', with: 'N-1', pause: 5 },
      { do: 'closeTab', which: 'front', pause: 1_500 },
      { do: 'reload', pause: 1_500 },
    ],
  });
  expect(violations).toEqual([]);
});
