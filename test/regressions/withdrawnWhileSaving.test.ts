import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { flushSession, saveSession } from '../../src/app/saveSession';
import { createAppState } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/**
 * An answer that was withdrawn while it was being saved counted as saved, because a save before it had said the same: when
 * the browser was closed and the task ended, nobody said that the task still had it. Found by
 * test/simulation/interleavings.test.ts.
 */
it('an answer that is withdrawn while it is on its way is not taken for what was saved before it', async () => {
  const task = createFakeTask({});
  let isOnTheWay = false;
  const { ports, drafts, until } = createFakePorts({
    ...task,
    write: (...order) => {
      void task.write(...order);
      isOnTheWay = true;
      return new Promise(() => undefined);
    },
  });
  const app = createAppState(always(smallCatalog), ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  const withdraw = () => changeAnswers(app, WR, { type: 'clear', field: 'amount' });
  withdraw();
  expect(await saveSession(app, WR, { purpose: 'flush' })).toEqual({ ok: true });
  expect(drafts.get(WR)?.unsaved).toEqual([]);

  changeAnswers(app, WR, { type: 'write', field: 'amount', text: '5' });
  void flushSession(app, WR);
  await until(() => isOnTheWay);
  withdraw();
  expect(task.text).toBe('{"conversations":{"conversation_measure_1":5}}');
  expect(drafts.get(WR)?.unsaved).toEqual(['amount']);
});
