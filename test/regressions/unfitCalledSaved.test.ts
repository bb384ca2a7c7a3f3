import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { saveOpenSessions } from '../../src/app/saveOpenSessions';
import { fitAnswers } from '../../src/app/problems';
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

/**
 * Another tab took over while a save without the answer that cannot be stored was under way. It then counted as one of
 * all answers, and a log-out said nothing of the one that was left out.
 */
it('an answer that cannot be stored is not called saved when another tab takes over', async () => {
  const browser = createFakeBrowser((what) => setImmediate(what));
  const task = createFakeTask({});
  let isThere = (): void => undefined;
  const taken = new Promise<void>((resolve) => (isThere = resolve));
  const fakes = createFakePorts({ ...task, read: (sid) => taken.then(() => task.read(sid)) });
  const app = createAppState(always(smallCatalog), {
    ...fakes.ports,
    tabs: browser.open(0),
    clock: {
      ...fakes.ports.clock,
      wait: (ms) =>
        LIMITS.includes(ms) ? new Promise(() => undefined) : fakes.ports.clock.wait(ms),
    },
  });
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-1' });
  changeAnswers(app, WR, { type: 'write', field: 'amount', text: 'a dozen' });
  const answers = fitAnswers(app, sessionOf(app, WR)!);
  const saving = saveSession(app, WR, { purpose: 'flush', answers });
  await browser.open(1).steal(seatName(WR));
  await fakes.until(() => sessionOf(app, WR)?.follows === true);
  isThere();
  expect(await saving).toEqual({ ok: true });
  expect(task.text).toBe('{"conversations":{"case":"N-1"}}');
  expect(sessionOf(app, WR)?.save.status).toBe('idle');
});

/** It went as "saved" with the answers of a save under way, which left it out, and a log-out said nothing of it. */
it('an answer that cannot be stored is not called saved where it is typed while the others are saved', async () => {
  const task = createFakeTask({});
  let isThere = (): void => undefined;
  const typed = new Promise<void>((resolve) => (isThere = resolve));
  const fakes = createFakePorts({ ...task, read: (sid) => typed.then(() => task.read(sid)) });
  const app = createAppState(always(smallCatalog), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-1' });
  const saving = saveSession(app, WR, { purpose: 'complete' });
  changeAnswers(app, WR, { type: 'write', field: 'amount', text: 'a dozen' });
  isThere();
  expect(await saving).toEqual({ ok: true });
  expect(task.text).toBe('{"conversations":{"case":"N-1"}}');
  expect(sessionOf(app, WR)?.save.status).toBe('idle');
  expect(await saveOpenSessions(app, 3_000)).toEqual({ saved: [], unsaved: [WR] });
});
