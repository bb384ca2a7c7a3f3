import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { bypassSave, confirmCompletion, prepareCompletion } from '../../src/app/completeTask';
import { endSession, loseSession } from '../../src/app/endSession';
import { openSession } from '../../src/app/openSession';
import { saveSession } from '../../src/app/saveSession';
import { createAppState } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** An agent whose save was refused, and who has pressed "Complete without saving". */
const start = async () => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const policies = { ...smallCatalog.policies, wayOut: true };
  const app = createAppState(always({ ...smallCatalog, policies }), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  task.nextReads.push('refused');
  expect(await prepareCompletion(app, WR)).toEqual({ go: false, because: 'save' });
  bypassSave(app, WR);
  const complete = async () => {
    const prepared = await prepareCompletion(app, WR);
    return prepared.go ? confirmCompletion(app, WR) : prepared;
  };
  const write = () => changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-9' });
  return { ...fakes, app, task, complete, write };
};

/** Flex had refused the press. The wish stood for ever, and the next Complete saved nothing of what was answered since. */
it('a wish to complete without saving is none for what is answered after it', async () => {
  const it = await start();
  expect(await saveSession(it.app, WR, { purpose: 'flush' })).toEqual({ ok: true });
  it.write();
  expect(await it.complete()).toEqual({ go: true });
  expect(it.task.text).toBe('{"conversations":{"outcome":"Sale","case":"N-9"}}');
});

/** A completion by the way out had come to nothing. What was answered after it was left behind without a word. */
it.each([endSession, loseSession])(
  'what is answered after a way out that failed is told, %p',
  async (end) => {
    const it = await start();
    expect(await it.complete()).toEqual({ go: true });
    it.write();
    expect(end(it.app, WR, {})).toBe(true);
    if (end === endSession) {
      expect(it.asides).toMatchObject([
        { reason: 'ended', values: { outcome: { code: 'sale' }, note: { text: 'N-9' } } },
      ]);
    }
    expect(it.journal.map(({ event }) => event)).toContain('ended-unsaved');
  },
);

/** Nothing was listed where no reason is asked for. */
it('what is left behind on purpose is listed too, and announced as no accident', async () => {
  const it = await start();
  expect(await it.complete()).toEqual({ go: true });
  expect(endSession(it.app, WR, {})).toBe(false);
  expect(it.asides).toMatchObject([{ reason: 'way-out', values: { outcome: { code: 'sale' } } }]);
});

/** The second look made a memory of a reservation that had ended, which nobody dropped. */
it('a reservation that ends between the two looks leaves nothing in the memory', async () => {
  const it = await start();
  expect((await prepareCompletion(it.app, WR)).go).toBe(true);
  endSession(it.app, WR, {});
  await confirmCompletion(it.app, WR);
  expect(it.app.memory.size).toBe(0);
});
