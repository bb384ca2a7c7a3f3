import type { Step } from '../simulation/support/life';
import { liveThrough } from '../simulation/support/liveThrough';

const live = (steps: readonly Step[], seed = 1) =>
  liveThrough({ seed, functions: false, wayOut: false, steps });
/** The agent has pressed Complete, Twilio is busy for long, and there is another tab by now. */
const WAITING: readonly Step[] = [
  { do: 'answer', task: 0, field: 'outcome', with: 'sale', pause: 1_500 },
  { do: 'weather', offline: false, trouble: 1, only: 'busy', pause: 0 },
  { do: 'wrapUp', task: 0, pause: 0 },
  { do: 'press', task: 0, meanwhile: 'nobody', pause: 200_000 },
  { do: 'openTab', pause: 1_500 },
];

/**
 * A save that waited for a busy Twilio in one tab was shown as waiting in the other tab too. When the one that waited was
 * closed, Complete in the other waited for a save that was not there any more, for ever. Found by
 * test/simulation/interleavings.test.ts.
 */
it('Complete does not wait for the save of a tab that was closed', async () => {
  const { violations, counts } = await live([
    ...WAITING,
    { do: 'closeTab', which: 'other', pause: 1_500 },
    { do: 'weather', offline: false, trouble: 0, pause: 0 },
    { do: 'press', task: 0, meanwhile: 'nobody', pause: 5_000 },
  ]);
  expect(violations).toEqual([]);
  expect(counts['stopped because of queue']).toBe(1);
});

/** How long a busy Twilio is left alone is a matter of chance: with these it is long. */
it.each([3, 5, 6])(
  'a tab whose own save still waits says so when the turn comes back, %i',
  async (seed) => {
    const back: readonly Step[] = [
      ...WAITING,
      { do: 'writeHere', task: 0, pause: 1_500 },
      { do: 'otherTab', pause: 0 },
      { do: 'press', task: 0, meanwhile: 'nobody', pause: 50_000 },
      { do: 'endsElsewhere', task: 0, pause: 0 },
    ];
    const { violations, counts } = await live(back, seed);
    expect(violations).toEqual([]);
    expect(counts['stopped because of queue']).toBe(2);
  },
);
