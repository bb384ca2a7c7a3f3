import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { answersAreHere, openSession, refreshSession } from '../../src/app/openSession';
import type { TaskAttributes } from '../../src/app/ports';
import { flushSession } from '../../src/app/saveSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const THEIRS = '{"conversations":{"outcome":"No sale"}}';

/** A flush that was slow looked for no conflicts once another tab had taken over: a program's value was replaced unasked. */
it.each(['agent', 'theirs'] as const)(
  'a save of a tab that follows replaces nothing unasked: %s',
  async (conflicts) => {
    const catalog: Catalog = {
      ...smallCatalog,
      policies: { ...smallCatalog.policies, conflicts },
    };
    const browser = createFakeBrowser((what) => setImmediate(what));
    const task = createFakeTask({});
    const open = (tab: number, attributes: TaskAttributes) => {
      const fakes = createFakePorts(attributes);
      const app = createAppState(always(catalog), { ...fakes.ports, tabs: browser.open(tab) });
      void openSession(app, {
        reservationSid: WR,
        facts: noFacts,
        attributes: {},
        readOnly: false,
      });
      return { ...fakes, app, session: () => sessionOf(app, WR) };
    };
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => (goOn = resolve));
    const one = open(0, { ...task, read: (sid) => held.then(() => task.read(sid)) });
    await one.until(() => one.session()?.follows === false);
    changeAnswers(one.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
    const flushing = flushSession(one.app, WR);

    const two = open(1, task);
    await two.until(() => two.session()?.follows === true);
    void answersAreHere(two.app, WR);
    await two.until(() => two.session()?.follows === false);
    task.text = THEIRS;
    task.version += 1;
    refreshSession(two.app, WR, task.snapshot(WR));
    const { conflicts: shown = [], taken = [] } = two.session() ?? {};
    expect(conflicts === 'agent' ? shown.map(({ field }) => field) : taken).toEqual(['outcome']);

    goOn();
    await flushing;
    expect(task.text).toBe(THEIRS);
  },
);
