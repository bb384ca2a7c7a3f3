import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { answersAreHere, openSession } from '../../src/app/openSession';
import type { TaskAttributes } from '../../src/app/ports';
import { flushSession, saveSession } from '../../src/app/saveSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeBrowser } from '../support/fakeTabs';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** A flush that was slow put its own answers over those that another tab had taken up, changed and saved meanwhile. */
it('a save of a tab that follows by now writes nothing older than the other tab has saved', async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const open = (tab: number, attributes: TaskAttributes) => {
    const fakes = createFakePorts(attributes);
    const app = createAppState(always(smallCatalog), { ...fakes.ports, tabs: browser.open(tab) });
    void openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
    return { ...fakes, app, session: () => sessionOf(app, WR) };
  };
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  const slow: TaskAttributes = { ...task, read: (sid) => held.then(() => task.read(sid)) };
  const one = open(0, slow);
  await one.until(() => one.session()?.follows === false);
  changeAnswers(one.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  const flushing = flushSession(one.app, WR);

  const two = open(1, task);
  await two.until(() => two.session()?.follows === true);
  void answersAreHere(two.app, WR);
  await two.until(() => two.session()?.follows === false);
  changeAnswers(two.app, WR, { type: 'choose', field: 'outcome', code: 'no-sale' });
  await saveSession(two.app, WR, { purpose: 'flush' });
  expect(task.text).toBe('{"conversations":{"outcome":"No sale"}}');
  const shown = () => one.session()?.capture.answers['outcome']?.value;
  await one.until(() => JSON.stringify(shown()).includes('no-sale'));

  goOn();
  await flushing;
  expect(task.text).toBe('{"conversations":{"outcome":"No sale"}}');
});
