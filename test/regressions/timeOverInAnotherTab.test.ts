import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { confirmCompletion, prepareCompletion } from '../../src/app/completeTask';
import { endSession } from '../../src/app/endSession';
import { answersAreHere, openSession } from '../../src/app/openSession';
import { createAppState, memoryOf, sessionOf, type AppState } from '../../src/app/sessions';
import { takeMoreTime } from '../../src/app/wrapUp/takeMoreTime';
import { beginWrapUp } from '../../src/app/wrapUp/watchWrapUp';
import type { Catalog } from '../../src/core/catalog/types';
import { VirtualClock } from '../simulation/support/VirtualClock';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const limited: Catalog = {
  ...smallCatalog,
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    wrapUp: { seconds: 60, extensions: { count: 1, seconds: 60 }, onTimeout: 'partial' },
  })),
};

const MORE = { follows: false, wrapUp: { state: 'running', until: 120_000, extensionsLeft: 0 } };

/**
 * A browser with two tabs, in the first of which the end of the time is completing the task: something holds that up, and
 * stops it in the end.
 */
const twoTabs = async () => {
  const clock = new VirtualClock();
  const browser = createFakeBrowser((what) => void clock.wait(1).then(what));
  const task = createFakeTask({});
  const apps: AppState[] = [];
  let isHeldUp = true;
  /** Somebody else stops every completion. */
  let isStopped = false;
  let stop = (): void => undefined;
  const stopped = new Promise<void>((resolve) => (stop = resolve));
  const open = () => {
    const fakes = createFakePorts(task);
    const app = createAppState(always(limited), {
      ...fakes.ports,
      tabs: browser.open(apps.length),
      clock: { now: clock.now, wait: clock.wait, random: () => 0.5 },
      completeLater: async (sid) => {
        if (isHeldUp && app === apps[0]) return stopped;
        if (isStopped) return;
        const prepared = await prepareCompletion(app, sid);
        if (!prepared.go || !(await confirmCompletion(app, sid)).go) return;
        fakes.completed.push(sid);
        for (const each of apps) endSession(each, sid, task.snapshot(sid));
      },
    });
    apps.push(app);
    void openSession(app, {
      reservationSid: WR,
      facts: { ...noFacts, context: { ...noFacts.context, channel: 'voice' } },
      attributes: {},
      readOnly: false,
    });
    void beginWrapUp(app, WR, 0, false);
    return {
      app,
      completed: fakes.completed,
      session: () => sessionOf(app, WR),
      /** What the end of the time has done here. */
      ends: () =>
        fakes.journal.flatMap(({ event, facts }) => (event === 'time-over' ? [facts['did']] : [])),
    };
  };
  const pass = (ms: number): Promise<void> => clock.run(clock.wait(ms));
  const one = open();
  await pass(3_000);
  changeAnswers(one.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  await pass(60_000);
  expect(one.session()).toMatchObject({ wrapUp: { state: 'completing' } });
  const two = open();
  await pass(1_000);
  const goOnIn = async (tab: typeof two): Promise<void> => {
    await Promise.all([pass(100), answersAreHere(tab.app, WR)]);
    expect(tab.session()).toMatchObject({ follows: false });
  };
  return {
    one,
    two,
    pass,
    goOnIn,
    stop: (): void => {
      isHeldUp = false;
      stop();
    },
    stopAll: (): void => {
      isStopped = true;
    },
  };
};

/**
 * More time was taken in one tab while the end of the time was completing the task in another: that one held the task,
 * and for ever when its turn came back. Found by test/simulation/interleavings.test.ts.
 */
it('the end of the time that was under way in another tab gives way to more time that was taken since', async () => {
  const { one, two, pass, goOnIn, stop } = await twoTabs();
  await goOnIn(two);
  await Promise.all([pass(100), takeMoreTime(two.app, WR, '')]);
  stop();
  await pass(100);
  expect(one.ends()).toEqual(['partial']);

  await goOnIn(one);
  expect(one.session()).toMatchObject(MORE);
  await pass(60_000);
  expect(one.ends()).toEqual(['partial', 'partial']);
  expect(one.completed).toEqual([WR]);
});

it('and so it does where the turn has come back before it came to nothing', async () => {
  const { one, two, pass, goOnIn, stop } = await twoTabs();
  await goOnIn(two);
  await Promise.all([pass(100), takeMoreTime(two.app, WR, '')]);
  await goOnIn(one);
  stop();
  await pass(100);
  expect(one.ends()).toEqual(['partial']);
  expect(one.session()).toMatchObject(MORE);
});

it('where nobody has taken more time, the tab that the agent went on in does what the form says', async () => {
  const { one, two, pass, goOnIn, stop } = await twoTabs();
  await goOnIn(two);
  stop();
  await pass(30_000);
  expect([one.ends(), two.ends()]).toEqual([['partial'], ['partial']]);
  expect([one.completed, two.completed]).toEqual([[], [WR]]);
});

/** It completed without what is required when its save was through at last. */
it('where the other tab holds the task, it is held in this one as well', async () => {
  const { one, two, pass, goOnIn, stop, stopAll } = await twoTabs();
  stopAll();
  await goOnIn(two);
  await pass(30_000);
  expect(two.ends()).toEqual(['partial', 'hold']);
  expect(memoryOf(one.app, WR).wrapUp).toMatchObject({ state: 'held', ends: null });
  stop();
  await pass(100);
  expect(one.ends()).toEqual(['partial']);
});
