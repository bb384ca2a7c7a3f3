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

const ONE = 'WR00000000000000000000000000000001';
const TWO = 'WR00000000000000000000000000000002';

type Parts = Partial<ReturnType<typeof createFakePorts>['ports']>;
const open = async (
  task: ReturnType<typeof createFakeTask>,
  reservationSid = ONE,
  parts: Parts = {},
) => {
  const fakes = createFakePorts(task);
  const app = createAppState(always(smallCatalog), { ...fakes.ports, ...parts });
  const attributes = task.snapshot(reservationSid);
  void openSession(app, { reservationSid, facts: noFacts, attributes, readOnly: false });
  await fakes.until(() => sessionOf(app, reservationSid) !== undefined);
  return { ...fakes, app };
};
const choose = (app: Parameters<typeof changeAnswers>[0], sid: string, code: string) =>
  changeAnswers(app, sid, { type: 'choose', field: 'outcome', code });

/** Who logged out in the tab that followed had nothing saved, and was told nothing. */
it('a tab that follows saves what the other one has, too', async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  const one = await open(task, ONE, { tabs: browser.open(0) });
  await one.until(() => sessionOf(one.app, ONE)?.follows === false);
  choose(one.app, ONE, 'sale');
  const two = await open(task, ONE, { tabs: browser.open(1) });
  await two.until(() => sessionOf(two.app, ONE)?.capture.answers['outcome'] !== undefined);
  // This has not arrived yet.
  changeAnswers(one.app, ONE, { type: 'write', field: 'note', text: 'typed last' });
  expect(await saveOpenSessions(two.app, 3_000)).toEqual({ saved: [ONE], unsaved: [] });
  expect(task.text).toBe('{"conversations":{"outcome":"Sale","case":"typed last"}}');
});

/** Beside another leg nothing is written before the end, and it was said to be saved. */
it('what is held back beside another leg is not called saved', async () => {
  const task = createFakeTask({ call_sid: 'CA1' });
  task.isTransferred = () => true;
  const one = await open(task);
  choose(one.app, ONE, 'sale');
  await flushSession(one.app, ONE);
  const before = task.text;
  const two = await open(task, TWO);
  choose(two.app, TWO, 'no-sale');
  expect(await saveOpenSessions(two.app, 3_000)).toEqual({ saved: [], unsaved: [TWO] });
  expect(task.text).toBe(before);
});

/** What cannot be stored was left out, and the task was said to be saved. */
it('an answer that cannot be stored is not called saved', async () => {
  const it = await open(createFakeTask({}));
  changeAnswers(it.app, ONE, { type: 'write', field: 'amount', text: 'a dozen' });
  expect(await saveOpenSessions(it.app, 3_000)).toEqual({ saved: [], unsaved: [ONE] });
});
