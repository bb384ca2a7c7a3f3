import { always } from '../../src/app/catalogs/always';
import { openSession } from '../../src/app/openSession';
import { changeSession, createAppState, memoryOf, sessionOf } from '../../src/app/sessions';
import { takeMoreTime } from '../../src/app/wrapUp/takeMoreTime';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
/** How long a draft and the hand-over are waited for: here neither takes too long. */
const LIMITS = [500, 2_000];
const limited: Catalog = {
  ...smallCatalog,
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    wrapUp: { seconds: 60, extensions: { count: 2, seconds: 30 }, onTimeout: 'hold' },
  })),
};

/**
 * More time that was taken in the first moment of a page stayed there: the tab that wrote ended the time without it. Found
 * by test/simulation/interleavings.test.ts.
 */
it('more time that is taken before it is known which tab writes is not taken only there', async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const open = (tab: number) => {
    const fakes = createFakePorts(task);
    const { clock } = fakes.ports;
    const app = createAppState(always(limited), {
      ...fakes.ports,
      tabs: browser.open(tab),
      clock: {
        ...clock,
        wait: (ms) => (LIMITS.includes(ms) ? new Promise(() => undefined) : clock.wait(ms)),
      },
    });
    void openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    memoryOf(app, WR).wrapUp.since = clock.now();
    changeSession(app, WR, () => ({}));
    return { ...fakes, app, session: () => sessionOf(app, WR) };
  };
  const one = open(0);
  await one.until(() => one.session()?.follows === false);
  await takeMoreTime(one.app, WR, '');
  expect(one.session()?.wrapUp?.extensionsLeft).toBe(1);

  const two = open(1);
  await takeMoreTime(two.app, WR, '');
  await two.until(() => two.session()?.follows === true);
  expect(two.journal.filter(({ event }) => event === 'more-time')).toEqual([]);
  expect(memoryOf(one.app, WR).wrapUp.extensions).toHaveLength(1);
});
