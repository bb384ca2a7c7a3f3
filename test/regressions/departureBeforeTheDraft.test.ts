import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { saveOpenSessions } from '../../src/app/saveOpenSessions';
import { createAppState } from '../../src/app/sessions';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** A page that was just loaded had the agent's answers on the disk still: they left, and were told nothing of them. */
it('who leaves before the page has brought back their answers leaves them on the task', async () => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const open = () => {
    const app = createAppState(always(smallCatalog), fakes.ports);
    const ready = openSession(app, {
      reservationSid: WR,
      facts: noFacts,
      attributes: task.snapshot(WR),
      readOnly: false,
    });
    return { app, ready };
  };
  const before = open();
  await before.ready;
  changeAnswers(before.app, WR, { type: 'write', field: 'note', text: 'N-1' });

  const { app } = open();
  expect(await saveOpenSessions(app, 3_000)).toEqual({ saved: [WR], unsaved: [] });
  expect(task.text).toBe('{"conversations":{"case":"N-1"}}');
});
