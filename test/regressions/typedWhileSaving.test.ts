import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { confirmCompletion } from '../../src/app/completeTask';
import { openSession } from '../../src/app/openSession';
import { createAppState } from '../../src/app/sessions';
import { createFakePorts } from '../support/fakePorts';
import { createFakeService } from '../support/fakeService';
import { createFakeTask } from '../support/fakeTask';
import { noFacts } from '../support/facts';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/**
 * The service has the answers as they were when it was asked. What was typed while its answer was on the way was on
 * the screen before the task completed, and was not on the task: found by test/simulation/interleavings.test.ts.
 */
it('what is typed while the last save is under way is on the task that completes', async () => {
  const task = createFakeTask({ call_sid: 'CA1' });
  const { service } = createFakeService(smallCatalog, task);
  let isTyped = false;
  const { ports } = createFakePorts(task, {
    ...service,
    save: async (request) => {
      const answer = await service.save(request);
      if (!isTyped) changeAnswers(app, WR, { type: 'write', field: 'note', text: 'N-1' });
      isTyped = true;
      return answer;
    },
  });
  const app = createAppState(always(smallCatalog), ports);
  await openSession(app, {
    reservationSid: WR,
    facts: noFacts,
    attributes: task.snapshot(WR),
    readOnly: false,
  });
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });

  expect(await confirmCompletion(app, WR)).toEqual({ go: true });

  expect(isTyped).toBe(true);
  expect(task.text).toBe('{"call_sid":"CA1","conversations":{"outcome":"Sale","case":"N-1"}}');
});
