import { changeAnswers } from '../../../src/app/changeAnswers';
import { always } from '../../../src/app/catalogs/always';
import type { Catalogs } from '../../../src/app/catalogs/ports';
import { confirmCompletion, prepareCompletion } from '../../../src/app/completeTask';
import { openSession } from '../../../src/app/openSession';
import type { Catalog } from '../../../src/core/catalog/types';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const RESERVATION = 'WR0000000000000000000000000000000a';
const today = { ...smallCatalog, version: 40 };
/** All other versions were dropped. */
const goneBut = (catalog: Catalog): Catalogs => ({ ...always(catalog), find: async () => null });

/** A page after a reload, or in another browser; `find` as the version that the capture began with is to be had. */
const start = () => {
  const task = createFakeTask({ call_sid: 'CA1' });
  const fakes = createFakePorts(task);
  const openPage = async (catalogs: Catalogs) => {
    const app = createAppState(catalogs, fakes.ports);
    await openSession(app, {
      reservationSid: RESERVATION,
      facts: noFacts,
      attributes: task.snapshot(RESERVATION),
      readOnly: false,
    });
    return { app, session: () => sessionOf(app, RESERVATION)! };
  };
  return { task, openPage };
};

it('a capture of a version that was dropped goes on under today’s, with its answers', async () => {
  const { task, openPage } = start();
  const before = await openPage(goneBut(smallCatalog));
  changeAnswers(before.app, RESERVATION, { type: 'choose', field: 'outcome', code: 'sale' });
  changeAnswers(before.app, RESERVATION, { type: 'write', field: 'note', text: 'A-1' });

  const { app, session } = await openPage(goneBut(today));
  expect(session().catalog.version).toBe(40);
  expect(session().capture).toMatchObject({
    catalogVersion: 40,
    answers: {
      outcome: { value: { code: 'sale' }, origin: 'agent' },
      note: { value: { text: 'A-1' }, origin: 'agent' },
    },
  });
  expect(await prepareCompletion(app, RESERVATION)).toEqual({ go: true });
  expect(await confirmCompletion(app, RESERVATION)).toEqual({ go: true });
  expect(task.snapshot(RESERVATION)).toMatchObject({ conversations: { outcome: 'Sale' } });
});

it('one of a version that is still to be had stays on it', async () => {
  const { openPage } = start();
  const before = await openPage(goneBut(smallCatalog));
  changeAnswers(before.app, RESERVATION, { type: 'choose', field: 'outcome', code: 'sale' });
  const { session } = await openPage({
    ...always(today),
    find: async (version) => (version === smallCatalog.version ? smallCatalog : null),
  });
  expect(session().catalog.version).toBe(smallCatalog.version);
  expect(session().capture.answers['outcome']).toMatchObject({ value: { code: 'sale' } });
});
