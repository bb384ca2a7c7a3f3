import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { bypassSave, confirmCompletion, prepareCompletion } from '../../../src/app/completeTask';
import { endSession, loseSession } from '../../../src/app/endSession';
import { openSession } from '../../../src/app/openSession';
import { createAppState } from '../../../src/app/sessions';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

const start = async (wayOut = false) => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const policies = { ...smallCatalog.policies, wayOut };
  const app = createAppState(always({ ...smallCatalog, policies }), fakes.ports);
  await openSession(app, {
    reservationSid: WR,
    facts: noFacts,
    attributes: {},
    readOnly: false,
  });
  const choose = (code: string) =>
    changeAnswers(app, WR, { type: 'choose', field: 'outcome', code });
  const press = async () =>
    (await prepareCompletion(app, WR)).go && (await confirmCompletion(app, WR)).go;
  /** The journal's entries of endings. */
  const endings = () => fakes.journal.filter(({ event }) => event.startsWith('ended'));
  return { ...fakes, app, task, choose, press, endings };
};

const FORM = { reservationSid: WR, form: 'service', version: 7 };

it('a completion that was let through here, with all on the task', async () => {
  const it = await start();
  it.choose('sale');
  expect(await it.press()).toBe(true);
  endSession(it.app, WR, it.task.snapshot(WR));
  expect(it.endings()).toEqual([
    { event: 'ended', facts: { ...FORM, how: 'let-through', unsaved: [] } },
  ]);
});

it('one from elsewhere after a completion that was stopped here', async () => {
  const it = await start();
  it.choose('sale');
  expect(await it.press()).toBe(true);
  changeAnswers(it.app, WR, { type: 'write', field: 'amount', text: 'twelve' });
  expect(await it.press()).toBe(false);
  endSession(it.app, WR, it.task.snapshot(WR));
  expect(it.endings()).toEqual([
    { event: 'ended-unsaved', facts: { ...FORM, how: 'elsewhere', unsaved: ['amount'] } },
  ]);
  expect(JSON.stringify(it.journal)).not.toContain('twelve');
});

it('the way out, with what is not on the task', async () => {
  const it = await start(true);
  it.choose('sale');
  it.task.nextWrites.push('refused');
  await it.press();
  bypassSave(it.app, WR);
  expect(await it.press()).toBe(true);
  expect(endSession(it.app, WR, it.task.snapshot(WR))).toBe(false);
  expect(it.endings()).toEqual([
    { event: 'ended-unsaved', facts: { ...FORM, how: 'way-out', unsaved: ['outcome'] } },
  ]);
});

it.each(['canceled', 'timeout', 'rescinded', 'rejected'] as const)('%s', async (ending) => {
  const it = await start();
  endSession(it.app, WR, {}, ending);
  endSession(it.app, 'WR2', {}, ending);
  expect(it.endings()).toEqual([
    { event: 'ended', facts: { ...FORM, how: ending, unsaved: [] } },
    { event: 'ended', facts: { reservationSid: 'WR2', how: ending } },
  ]);
});

it('gone without a word: what may not be on the task', async () => {
  const it = await start();
  it.choose('sale');
  expect(loseSession(it.app, WR)).toBe(true);
  expect(it.endings()).toEqual([
    { event: 'ended-unsaved', facts: { ...FORM, how: 'vanished', unsaved: ['outcome'] } },
  ]);
});

it('a verdict that comes after the end keeps nothing of the reservation', async () => {
  const it = await start();
  it.choose('sale');
  it.task.beforeWrite = () => void endSession(it.app, WR, {});
  await prepareCompletion(it.app, WR);
  expect(it.app.memory.size).toBe(0);
});
