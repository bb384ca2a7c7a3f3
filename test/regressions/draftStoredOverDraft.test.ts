import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { noFacts } from '../support/facts';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/**
 * An answer given while the draft was still on its way from the disk was stored alone, over it, until both were stored
 * together: a second reload in between lost the draft. Found by test/simulation/interleavings.test.ts.
 */
it('an answer given before the draft is in does not take its place on the disk', async () => {
  const task = createFakeTask({});
  const { ports, drafts } = createFakePorts(task);
  const open = (app: ReturnType<typeof createAppState>) =>
    openSession(app, {
      reservationSid: WR,
      facts: noFacts,
      attributes: task.snapshot(WR),
      readOnly: false,
    });
  const before = createAppState(always(smallCatalog), ports);
  await open(before);
  changeAnswers(before, WR, { type: 'write', field: 'note', text: 'N-1' });

  const after = createAppState(always(smallCatalog), ports);
  const opened = open(after);
  changeAnswers(after, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  expect(Object.keys(drafts.get(WR)!.capture.answers)).toEqual(['note']);
  await opened;

  expect(Object.keys(drafts.get(WR)!.capture.answers).sort()).toEqual(['note', 'outcome']);
  expect(Object.keys(sessionOf(after, WR)!.capture.answers).sort()).toEqual(['note', 'outcome']);
});
