import { always } from '../../../src/app/catalogs/always';
import { createApi } from '../../../src/app/api';
import { changeAnswers } from '../../../src/app/changeAnswers';
import { openSession, refreshSession } from '../../../src/app/openSession';
import { saveSession } from '../../../src/app/saveSession';
import { changeSession, createAppState, sessionOf } from '../../../src/app/sessions';
import type { DebriefEvents } from '../../../public/debrief-api';
import type { Catalog } from '../../../src/core/catalog/types';
import { noFacts } from '../../support/facts';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR00000000000000000000000000000001';

const withSecret: Catalog = {
  ...smallCatalog,
  policies: { enforcement: 'required', wayOut: false, originsKey: 'debrief_origins' },
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: [
        ...section.fields,
        {
          kind: 'text' as const,
          id: 'secret',
          name: { en: 'Secret' },
          pii: true,
          target: { path: 'conversations.content' },
        },
      ],
    })),
  })),
};

const EVENTS = ['opened', 'changed', 'saved', 'stopped', 'completed'] as const;

const start = async ({ readOnly = false } = {}) => {
  const task = createFakeTask({});
  const fakes = createFakePorts(task);
  const app = createAppState(always(withSecret), fakes.ports);
  const errors: unknown[] = [];
  const api = createApi(app, (error) => errors.push(error));
  const told: unknown[] = [];
  for (const event of EVENTS) {
    api.v1.on(event, (details: DebriefEvents[typeof event]) => told.push([event, details]));
  }
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly });
  return { ...fakes, task, app, api, v1: api.v1, told, errors };
};

const choose = ({ app }: { app: Parameters<typeof changeAnswers>[0] }, code = 'sale') =>
  changeAnswers(app, WR, { type: 'choose', field: 'outcome', code });

it('tells how far a form is, without personal data', async () => {
  const it = await start();
  expect(it.v1.state(WR)).toEqual({
    formId: 'service',
    version: 7,
    answers: {},
    lacking: ['outcome'],
    saveStatus: 'idle',
  });
  choose(it);
  changeAnswers(it.app, WR, { type: 'choose-all', field: 'topics', codes: ['delivery'] });
  changeAnswers(it.app, WR, { type: 'write', field: 'amount', text: '2,5', decimal: ',' });
  changeAnswers(it.app, WR, { type: 'write', field: 'secret', text: 'Jane Doe' });
  expect(it.v1.state(WR)).toEqual({
    formId: 'service',
    version: 7,
    answers: { outcome: 'sale', topics: ['delivery'], amount: 2.5 },
    lacking: [],
    saveStatus: 'idle',
  });
  expect(it.v1.state('WR2')).toBeNull();
});

it('knows nothing of tasks that a supervisor looks at', async () => {
  const it = await start({ readOnly: true });
  expect(it.v1.state(WR)).toBeNull();
  expect(it.v1.suggest(WR, { outcome: 'sale' }, 'CRM')).toEqual({ outcome: 'no-form' });
  expect(it.told).toEqual([]);
});

it('tells of a form that opened, of answers, and of saves', async () => {
  const it = await start();
  choose(it);
  await saveSession(it.app, WR, { purpose: 'flush' });
  await saveSession(it.app, WR, { purpose: 'complete' });
  refreshSession(it.app, WR, it.task.snapshot(WR));
  await saveSession(it.app, WR, { purpose: 'complete' });
  it.api.emit('completed', { reservationSid: WR });
  expect(it.told).toEqual([
    ['opened', { reservationSid: WR, formId: 'service' }],
    ['changed', { reservationSid: WR, fields: ['outcome'] }],
    ['saved', { reservationSid: WR }],
    ['completed', { reservationSid: WR }],
  ]);
});

it('lives on with handlers that throw, and stops telling whoever has enough', async () => {
  const it = await start();
  const bug = new Error('theirs');
  const seen: string[] = [];
  it.v1.on('changed', () => {
    throw bug;
  });
  const handler = ({ fields }: DebriefEvents['changed']) => seen.push(...fields);
  const stop = it.v1.on('changed', handler);
  const stopOther = it.v1.on('changed', handler);
  choose(it);
  stop();
  stop();
  choose(it, 'no-sale');
  stopOther();
  choose(it);
  expect(seen).toEqual(['outcome', 'outcome', 'outcome']);
  expect(it.errors).toEqual([bug, bug, bug]);
  expect(sessionOf(it.app, WR)?.capture.answers['outcome']?.value).toEqual({
    kind: 'choice',
    code: 'sale',
  });
});

it('a handler that listens anew each time hears of each event once', async () => {
  const it = await start();
  let heard = 0;
  const listen = (): (() => void) =>
    it.v1.on('changed', () => {
      heard += 1;
      stop();
      if (heard < 100) stop = listen();
    });
  let stop = listen();
  choose(it);
  expect(heard).toBe(1);
});

it('nobody can change what it tells others', async () => {
  const it = await start();
  it.v1.on('changed', (details) => {
    expect(() => Object.assign(details, { reservationSid: 'WR2' })).toThrow(TypeError);
    expect(() => (details.fields as string[]).push('note')).toThrow(TypeError);
  });
  choose(it);
  expect(it.errors).toEqual([]);
  expect(() => Object.assign(it.v1, { state: () => null })).toThrow(TypeError);
});

it('offers suggestions and answers nothing by them', async () => {
  const it = await start();
  expect(it.v1.suggest(WR, { outcome: 'Sale', amount: 'many', nothing: 1 }, 'CRM')).toEqual({
    outcome: 'offered',
    amount: 'not-an-answer',
    nothing: 'unknown-field',
  });
  expect(it.v1.state(WR)?.lacking).toEqual(['outcome']);
  expect(it.told).toEqual([['opened', { reservationSid: WR, formId: 'service' }]]);
  expect(it.drafts.get(WR)?.capture.suggested).toEqual({
    outcome: { value: { kind: 'choice', code: 'sale' }, source: 'CRM' },
  });
  expect(it.v1.suggest('WR2', { outcome: 'sale' }, 'CRM')).toEqual({ outcome: 'no-form' });
});

it('leaves suggestions to the tab that writes', async () => {
  const it = await start();
  changeSession(it.app, WR, () => ({ follows: true }));
  expect(it.v1.suggest(WR, { outcome: 'sale' }, 'CRM')).toEqual({ outcome: 'elsewhere' });
});

it.each([null, 'outcome', ['sale'], undefined])('takes %j for no suggestions', async (said) => {
  const it = await start();
  expect(it.v1.suggest(WR, said as never, undefined as never)).toEqual({});
});

it('what was suggested stands beside what was chosen, but for personal data', async () => {
  const it = await start();
  it.v1.suggest(WR, { outcome: 'no-sale', secret: 'Jane Doe', topics: ['billing'] }, 'CRM');
  choose(it);
  changeAnswers(it.app, WR, { type: 'write', field: 'secret', text: 'J. Doe' });
  await saveSession(it.app, WR, { purpose: 'complete' });
  expect(it.task.text).toBe(
    '{"conversations":{"outcome":"Sale","content":"J. Doe"},' +
      '"debrief_origins":{"outcome":{"by":"agent","suggested":"no-sale","from":"CRM"},"secret":"agent"}}',
  );
});

it('suggestions survive a reload, and what was offered since wins', async () => {
  const it = await start();
  it.v1.suggest(WR, { outcome: 'sale', note: 'N-1' }, 'CRM');
  const app = createAppState(always(withSecret), it.ports);
  const opened = openSession(app, {
    reservationSid: WR,
    facts: noFacts,
    attributes: {},
    readOnly: false,
  });
  createApi(app, () => undefined).v1.suggest(WR, { outcome: 'no-sale' }, 'Copilot');
  await opened;
  expect(sessionOf(app, WR)?.capture.suggested).toEqual({
    outcome: { value: { kind: 'choice', code: 'no-sale' }, source: 'Copilot' },
    note: { value: { kind: 'text', text: 'N-1' }, source: 'CRM' },
  });
});
