import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { openSession } from '../../../src/app/openSession';
import { saveOpenSessions } from '../../../src/app/saveOpenSessions';
import { createAppState } from '../../../src/app/sessions';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

const start = async (readOnly = false) => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const app = createAppState(always(smallCatalog), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly });
  return { ...fakes, app, task };
};

it('puts what fits on an open task, once', async () => {
  const it = await start();
  changeAnswers(it.app, WR, { type: 'write', field: 'note', text: 'N-1' });
  expect(await saveOpenSessions(it.app, 3_000)).toEqual({ saved: [WR], unsaved: [] });
  expect(it.task.text).toBe('{"conversations":{"case":"N-1"}}');
  expect(await saveOpenSessions(it.app, 3_000)).toEqual({ saved: [], unsaved: [] });
  changeAnswers(it.app, WR, { type: 'write', field: 'amount', text: 'twelve' });
  await saveOpenSessions(it.app, 3_000);
  expect(it.task.text).toBe('{"conversations":{"case":"N-1"}}');
  expect(it.task.writes).toBe(1);
});

it('asks nothing of tasks without answers, and of those of others', async () => {
  for (const readOnly of [false, true]) {
    const it = await start(readOnly);
    expect(await saveOpenSessions(it.app, 3_000)).toEqual({ saved: [], unsaved: [] });
    expect(it.task.reads).toBe(0);
  }
});

it('waits no longer than it may, and says what may not be there', async () => {
  const it = await start();
  changeAnswers(it.app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  it.task.nextWrites.push('hang');
  expect(await saveOpenSessions(it.app, 3_000)).toEqual({ saved: [], unsaved: [WR] });
  expect(it.journal).toEqual([{ event: 'left-unsaved', facts: { reservationSid: WR } }]);
});
