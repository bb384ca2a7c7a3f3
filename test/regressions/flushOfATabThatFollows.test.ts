import { liveThrough } from '../simulation/support/liveThrough';

/**
 * A tab handed the turn over while its flush was under way, and went on with the answers of then: over what the other tab
 * had saved for the completion, and without the mark that it completes, so that the next leg kept this one's values. The
 * life in which test/simulation/interleavings.test.ts found it.
 */
it('a flush of a tab that follows writes what the other tab has by now, and takes no mark off', async () => {
  const { violations } = await liveThrough({
    seed: -437421662,
    functions: false,
    wayOut: true,
    steps: [
      { do: 'transfer', task: 2, how: 'cold', pause: 300 },
      {
        do: 'answer',
        task: 2,
        who: 'second',
        pause: 0,
        field: 'topics',
        with: ['billing-dispute'],
      },
      { do: 'answer', task: 1, who: 'second', pause: 60, field: 'amount', with: '7.5' },
      { do: 'wrapUp', task: 1, who: 'second', pause: 12000 },
      { do: 'press', task: 1, who: 'second', meanwhile: 'nobody', pause: 0 },
      { do: 'answer', task: 1, who: 'first', pause: 300, field: 'amount', with: null },
      {
        do: 'answer',
        task: 1,
        who: 'first',
        pause: 300,
        field: 'topics',
        with: ['billing', 'billing-dispute'],
      },
      { do: 'answer', task: 1, who: 'first', pause: 5, field: 'amount', with: '0' },
      { do: 'press', task: 2, who: 'second', meanwhile: 'ours', pause: 300 },
      { do: 'transfer', task: 0, how: 'warm', pause: 300 },
      { do: 'weather', offline: true, trouble: 1, pause: 12000 },
      { do: 'reload', who: 'second', pause: 12000 },
      { do: 'answer', task: 0, who: 'first', pause: 0, field: 'topics', with: null },
      { do: 'wrapUp', task: 0, who: 'first', pause: 300 },
      { do: 'openTab', who: 'first', pause: 300 },
      { do: 'weather', offline: true, trouble: 0.6, pause: 300 },
      { do: 'openTab', who: 'second', pause: 0 },
      { do: 'transfer', task: 0, how: 'cold', pause: 1500 },
      { do: 'weather', offline: false, trouble: 1, pause: 0 },
      { do: 'closeTab', which: 'front', who: 'second', pause: 5 },
      { do: 'endsElsewhere', task: 0, who: 'first', pause: 60 },
      { do: 'answer', task: 0, who: 'second', pause: 12000, field: 'topics', with: null },
      { do: 'wrapUp', task: 0, who: 'second', pause: 1500 },
      { do: 'answer', task: 2, who: 'first', pause: 300, field: 'outcome', with: 'sale' },
      { do: 'openTab', who: 'second', pause: 5 },
      { do: 'answer', task: 1, who: 'first', pause: 5, field: 'note', with: 'N-95' },
    ],
  });
  expect(violations).toEqual([]);
});
