import { always } from '../../src/app/catalogs/always';
import { openSession } from '../../src/app/openSession';
import { changeSession, createAppState, memoryOf, sessionOf } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';
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
    // Before the tab closes: the one that goes on saves at once, and would have to wait itself.
    { do: 'weather', offline: false, trouble: 0, pause: 0 },
    { do: 'closeTab', which: 'other', pause: 1_500 },
    { do: 'press', task: 0, meanwhile: 'nobody', pause: 5_000 },
  ]);
  expect(violations).toEqual([]);
  expect(counts['stopped because of queue']).toBe(1);
});

const WR = 'WR00000000000000000000000000000001';

it('what a tab waited for that was closed is under way nowhere', async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const { ports, until } = createFakePorts(createFakeTask({}));
  const tab = async (number: number) => {
    const app = createAppState(always(smallCatalog), {
      ...ports,
      tabs: browser.open(number),
      clock: { ...ports.clock, wait: () => new Promise(() => undefined) },
    });
    await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    return app;
  };
  const one = await tab(0);
  const other = await tab(1);
  await until(() => sessionOf(other, WR)?.follows === true);
  const waiting = { status: 'waiting', reason: 'rate-limited', since: 0, until: 9 } as const;
  changeSession(one, WR, () => ({ save: { ...waiting, completes: true, wayOut: false } }));
  memoryOf(one, WR).seat?.tell();
  await until(() => sessionOf(other, WR)?.save.status === 'waiting');
  browser.crash(0);
  await until(() => sessionOf(other, WR)?.follows === false);
  expect(sessionOf(other, WR)?.save).toEqual({ status: 'idle' });
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
