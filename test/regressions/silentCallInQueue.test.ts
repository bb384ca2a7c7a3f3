import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { prepareCompletion } from '../../src/app/completeTask';
import { openSession } from '../../src/app/openSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { noFacts } from '../support/facts';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';
const SAVE_DEADLINE_MS = 10_000;

/**
 * The deadline does not end a save that queues. One call of it that never got an answer left every later press on
 * Complete without one: found by test/simulation/interleavings.test.ts.
 */
it('a call without an answer does not hold up a save that queues', async () => {
  const task = createFakeTask({ call_sid: 'CA1' });
  task.nextReads.push('rate-limited', 'hang');
  const { ports, completed, completedCount } = createFakePorts(task);
  const wait = (milliseconds: number): Promise<void> =>
    milliseconds === SAVE_DEADLINE_MS
      ? new Promise(() => undefined)
      : new Promise((resolve) => setImmediate(resolve));
  const app = createAppState(always(smallCatalog), {
    ...ports,
    clock: { ...ports.clock, wait },
  });
  await openSession(app, {
    reservationSid: WR,
    facts: noFacts,
    attributes: task.snapshot(WR),
    readOnly: false,
  });
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });

  expect(await prepareCompletion(app, WR)).toEqual({ go: false, because: 'queue' });
  await completedCount(1);

  expect(completed).toEqual([WR]);
  expect(sessionOf(app, WR)?.save.status).toBe('saved');
  expect(task.text).toBe('{"call_sid":"CA1","conversations":{"outcome":"Sale"}}');
});
