import { always } from '../../src/app/catalogs/always';
import { openSession } from '../../src/app/openSession';
import { retrySaves } from '../../src/app/retrySaves';
import type { SaveStatus } from '../../src/app/session';
import { createAppState, sessionOf } from '../../src/app/sessions';
import { seatName } from '../../src/app/tabs/takeSeat';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const SINCE = 1_789_999_900_000;
const NOW = 1_790_000_000_000;
/** How long the hand-over, a call and a save are waited for: here none of them takes too long. */
const LIMITS = [500, 2_000, 8_000, 10_000];

/** A tab that follows another one, whose save has failed and is to be tried again at a time. */
const follow = async (retryAt: number) => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const other = browser.open(1);
  await other.tryHold(seatName(WR));
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  let now = NOW;
  const app = createAppState(always(smallCatalog), {
    ...fakes.ports,
    tabs: browser.open(0),
    clock: {
      ...fakes.ports.clock,
      now: () => now,
      wait: async (ms) => {
        if (LIMITS.includes(ms)) return new Promise(() => undefined);
        await new Promise((resolve) => setImmediate(resolve));
        now += ms;
      },
    },
  });
  retrySaves(app, (work) => void work());
  void openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  await fakes.until(() => sessionOf(app, WR)?.follows === true);
  const save: SaveStatus = {
    status: 'failed',
    failure: { kind: 'network' },
    wayOut: false,
    since: SINCE,
    retryAt,
  };
  const draft = {
    capture: {
      reservationSid: WR,
      catalogVersion: smallCatalog.version,
      formId: sessionOf(app, WR)!.form.id,
      answers: { outcome: { value: { kind: 'choice', code: 'sale' }, origin: 'agent' } },
      saved: [],
      past: [],
    },
    flushed: false,
    transferred: false,
    at: NOW,
    turn: 1,
    refusals: null,
  };
  other.post({ type: 'news', reservationSid: WR, from: 'other', news: { draft, save } });
  await fakes.until(() => sessionOf(app, WR)?.save.status === 'failed');
  return { ...fakes, browser, app, task, save: () => sessionOf(app, WR)?.save };
};

/**
 * A tab was closed while it tried a failed save again. The tab that followed showed "being tried", and nobody tried: the
 * time for it was past.
 */
it('a save that a closed tab was trying again is tried by the tab that goes on', async () => {
  const it = await follow(NOW - 1);
  it.browser.crash(1);
  await it.until(() => it.save()?.status === 'saved');
  expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
});

it('and still says since when it fails, where it fails again', async () => {
  const it = await follow(NOW - 1);
  it.task.nextReads.push('network', 'network', 'network', 'network');
  const seen: unknown[] = [];
  it.app.store.subscribe(() => {
    const save = it.save();
    if (save?.status === 'failed') seen.push(save.since);
  });
  it.browser.crash(1);
  await it.until(() => it.save()?.status === 'saved');
  expect(new Set(seen)).toEqual(new Set([SINCE]));
});
