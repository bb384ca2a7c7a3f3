import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { retrySaves } from '../../src/app/retrySaves';
import { saveSession } from '../../src/app/saveSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import { seatName } from '../../src/app/tabs/takeSeat';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
/** How long the hand-over, a call and a save are waited for: here none of them takes too long. */
const LIMITS = [500, 2_000, 8_000, 10_000];

/** A tab in which a save was under way when another one took over: it fails. */
const failWhileFollowing = async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const app = createAppState(always(smallCatalog), {
    ...fakes.ports,
    tabs: browser.open(0),
    clock: {
      ...fakes.ports.clock,
      wait: (ms) =>
        LIMITS.includes(ms) ? new Promise(() => undefined) : fakes.ports.clock.wait(ms),
    },
  });
  retrySaves(app, (work) => void work());
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  task.nextReads.push('network', 'network', 'network', 'network');
  const saving = saveSession(app, WR, { purpose: 'flush' });
  await browser.open(1).steal(seatName(WR));
  await saving;
  await fakes.until(() => sessionOf(app, WR)?.follows === true);
  return { ...fakes, browser, task, save: () => sessionOf(app, WR)?.save };
};

/** It said for ever that the save is being tried again, and nobody tried: only the tab that writes does. */
it('a tab that follows promises no retry', async () => {
  const it = await failWhileFollowing();
  expect(it.save()).toMatchObject({ status: 'failed', retryAt: null });
});

it('and tries again once it writes', async () => {
  const it = await failWhileFollowing();
  it.browser.crash(1);
  await it.until(() => it.save()?.status === 'saved');
  expect(it.task.text).toBe('{"conversations":{"outcome":"Sale"}}');
});
