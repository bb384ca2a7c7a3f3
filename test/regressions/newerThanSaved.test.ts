import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { flushSession } from '../../src/app/saveSession';
import { saveOpenSessions } from '../../src/app/saveOpenSessions';
import { createAppState, sessionOf } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** A new tab took over "saved" from the other one together with the answer given in its own first moment. */
it('what is answered in the first moment of a tab is not called saved', async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const open = (tab: number) => {
    const fakes = createFakePorts(task);
    const app = createAppState(always(smallCatalog), { ...fakes.ports, tabs: browser.open(tab) });
    const attributes = task.snapshot(WR);
    void openSession(app, { reservationSid: WR, facts: noFacts, attributes, readOnly: false });
    return { ...fakes, app, session: () => sessionOf(app, WR) };
  };
  const one = open(0);
  await one.until(() => one.session()?.follows === false);
  changeAnswers(one.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  await flushSession(one.app, WR);
  expect(one.session()?.save.status).toBe('saved');

  const two = open(1);
  changeAnswers(two.app, WR, { type: 'write', field: 'note', text: 'N-1' });
  await one.until(() => one.session()?.follows === true);
  await two.until(() => two.session()?.follows === false);
  await two.until(() => two.session()?.capture.answers['outcome']?.origin === 'agent');
  expect(two.session()?.save.status).toBe('idle');
  expect(await saveOpenSessions(two.app, 3_000)).toEqual({ saved: [WR], unsaved: [] });
  expect(task.text).toBe('{"conversations":{"outcome":"Sale","case":"N-1"}}');
});
