import { liveThrough } from '../simulation/support/liveThrough';

/**
 * More time that was taken in the first moment of a page stayed there: the tab that wrote ended the time without it. Found
 * by test/simulation/interleavings.test.ts.
 */
it('more time that is taken before it is known which tab writes is not taken only there', async () => {
  const { violations } = await liveThrough({
    seed: 0,
    functions: false,
    wayOut: false,
    byReason: 'default',
    conflicts: 'agent',
    wrapUp: 'default',
    steps: [
      { do: 'wrapUp', task: 1, who: 'first', pause: 0 },
      { do: 'openTab', who: 'first', pause: 1_500 },
      { do: 'reload', who: 'first', pause: 0 },
      { do: 'moreTime', task: 1, who: 'first', pause: 0 },
      { do: 'weather', offline: false, trouble: 0, pause: 70_000 },
    ],
  });
  expect(violations).toEqual([]);
});
