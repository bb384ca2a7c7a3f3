import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { prepareCompletion } from '../../../src/app/completeTask';
import { openSession } from '../../../src/app/openSession';
import { createAppState } from '../../../src/app/sessions';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

const start = async (isGatedByOthers: boolean) => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const app = createAppState(always(smallCatalog), fakes.ports);
  const facts = noFacts;
  await openSession(app, {
    reservationSid: WR,
    facts,
    attributes: {},
    readOnly: false,
    isGatedByOthers,
  });
  return { app, task, ...fakes };
};

it('where another plugin stops the task, a missing answer is reported and stops nothing', async () => {
  const { app, journal } = await start(true);
  expect(await prepareCompletion(app, WR)).toEqual({ go: true });
  expect(journal).toContainEqual({
    event: 'would-have-stopped',
    facts: { reservationSid: WR, fields: ['outcome'] },
  });
});

it('an answer that cannot be stored stops it all the same, and what is given is saved', async () => {
  const { app, task } = await start(true);
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  changeAnswers(app, WR, { type: 'write', field: 'amount', text: 'many' });
  expect(await prepareCompletion(app, WR)).toEqual({ go: false, because: 'answers' });
  changeAnswers(app, WR, { type: 'clear', field: 'amount' });
  expect(await prepareCompletion(app, WR)).toEqual({ go: true });
  expect(task.text).toBe('{"conversations":{"outcome":"Sale"}}');
});

it('where none does, it stops', async () => {
  const { app } = await start(false);
  expect(await prepareCompletion(app, WR)).toEqual({ go: false, because: 'answers' });
});
