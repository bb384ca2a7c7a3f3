import { always } from '../../../src/app/catalogs/always';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { openSession } from '../../../src/app/openSession';
import { flushSession } from '../../../src/app/saveSession';
import { changeSession, createAppState, sessionOf } from '../../../src/app/sessions';
import { taskMark } from '../../../src/app/taskMark';
import type { Enforcement } from '../../../src/core/catalog/types';
import type { Session } from '../../../src/app/session';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

const start = async (enforcement: Enforcement, attributes: unknown = {}, readOnly = false) => {
  const policies = { enforcement, wayOut: false };
  const app = createAppState(
    always({ ...smallCatalog, policies }),
    createFakePorts(createFakeTask(attributes)).ports,
  );
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes, readOnly });
  const mark = () => taskMark(sessionOf(app, WR)!);
  const set = (change: Partial<Session>) => changeSession(app, WR, () => change);
  const choose = () => changeAnswers(app, WR, { type: 'choose', field: 'outcome', code: 'sale' });
  return { app, mark, set, choose };
};

const FAILED = {
  status: 'failed',
  failure: { kind: 'network' },
  wayOut: true,
  since: 0,
  retryAt: null,
} as const;

it('says how many required answers are lacking, then that they are not saved, then nothing', async () => {
  const { app, mark, choose } = await start('required');
  expect(mark()).toEqual({ mark: 'lacking', left: 1 });
  choose();
  expect(mark()).toEqual({ mark: 'unsaved' });
  await flushSession(app, WR);
  expect(mark()).toBeNull();
});

it('says the same where nothing is stopped but reported', async () => {
  const { mark } = await start('observe');
  expect(mark()).toEqual({ mark: 'lacking', left: 1 });
});

it('says nothing where the task has brought all that is required, and nothing was answered', async () => {
  const { mark } = await start('required', { conversations: { outcome: 'Sale' } });
  expect(mark()).toBeNull();
});

it('says nothing of optional answers, but that they could not be saved', async () => {
  const { mark, set, choose } = await start('optional');
  expect(mark()).toBeNull();
  choose();
  expect(mark()).toBeNull();
  set({ save: FAILED });
  expect(mark()).toEqual({ mark: 'failed' });
});

it('says nothing of saving in a tab that only follows', async () => {
  const { mark, set, choose } = await start('required');
  choose();
  set({ follows: true });
  expect(mark()).toBeNull();
});

it('says nothing of the tasks that a supervisor looks at', async () => {
  const { mark } = await start('required', {}, true);
  expect(mark()).toBeNull();
});
