import type { Catalogs } from '../../src/app/catalogs/ports';
import { changeAnswers } from '../../src/app/changeAnswers';
import { prepareCompletion } from '../../src/app/completeTask';
import { openSession } from '../../src/app/openSession';
import { createAppState, sessionOf } from '../../src/app/sessions';
import type { Catalog } from '../../src/core/catalog/types';
import { noFacts } from '../support/facts';
import { createFakePorts } from '../support/fakePorts';
import { createFakeTask } from '../support/fakeTask';
import { smallCatalog } from '../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

/** A page that has just been opened let a task go unasked, because it did not know yet what to ask. */
it('a completion waits for the catalog, and then for the answers', async () => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  let catalog: Catalog | null = null;
  let learn = (): void => undefined;
  const catalogs: Catalogs = {
    inForce: () => catalog,
    isKnown: new Promise((resolve) => (learn = resolve)),
    find: async () => null,
  };
  const clock = { ...fakes.ports.clock, wait: () => new Promise<void>(() => undefined) };
  const app = createAppState(catalogs, { ...fakes.ports, clock });
  const open = () =>
    openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  await open();
  const judging = prepareCompletion(app, WR);
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  catalog = smallCatalog;
  await open();
  learn();
  expect(await judging).toEqual({ go: false, because: 'answers' });
  expect(sessionOf(app, WR)?.focus?.field).toBe('outcome');

  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  expect(await prepareCompletion(app, WR)).toEqual({ go: true });
});

it('where it cannot be had the task goes, as the notice of that says', async () => {
  const fakes = createFakePorts(createFakeTask({}));
  const catalogs: Catalogs = {
    inForce: () => null,
    isKnown: Promise.resolve(),
    find: async () => null,
  };
  expect(await prepareCompletion(createAppState(catalogs, fakes.ports), WR)).toEqual({ go: true });
});
