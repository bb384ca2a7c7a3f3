import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { confirmCompletion, prepareCompletion, takeWayOut } from '../../src/app/completeTask';
import { openSession } from '../../src/app/openSession';
import { createAppState } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/**
 * Twilio could not be reached, neither for the answers nor for the completion. When it could again, the same way out
 * completed the task without saving, without its mark and without a line in the log.
 */
it('a way out that is taken once more saves what there is, and is marked and logged', async () => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const wayOutByReason = { afterRefusals: 1, reasons: [{ code: 'down', name: { en: 'Down' } }] };
  const policies = { ...smallCatalog.policies, wayOutByReason };
  const app = createAppState(always({ ...smallCatalog, policies }), fakes.ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-1' });
  expect(await prepareCompletion(app, WR)).toEqual({ go: false, because: 'answers' });
  const complete = async () => {
    expect(takeWayOut(app, WR, 'down')).toBe(true);
    expect(await prepareCompletion(app, WR)).toEqual({ go: true });
    expect(await confirmCompletion(app, WR)).toEqual({ go: true });
  };

  task.nextReads.push('network', 'network', 'network', 'network');
  await complete();
  expect(task.text).toBe('{}');
  await complete();
  expect(JSON.parse(task.text)).toMatchObject({
    conversations: { case: 'N-1' },
    debrief_way_out: { [WR]: { reason: 'down', missing: ['outcome'] } },
  });
  const saved = fakes.journal.flatMap(({ event, facts }) =>
    event === 'completed-by-way-out' ? [facts['saved']] : [],
  );
  expect(saved).toEqual(['no', 'yes']);
});
