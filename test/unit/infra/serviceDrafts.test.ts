import type { Draft } from '../../../src/app/ports';
import type { Answers } from '../../../src/core/capture/types';
import type { HttpReply } from '../../../src/core/service/serviceAnswer';
import { createServiceDrafts } from '../../../src/infra/serviceDrafts';
import { VirtualClock } from '../../simulation/support/VirtualClock';

const REQUEST = { taskSid: 'WT1', reservationSid: 'WR1', catalogVersion: 4 };
const text = (value: string, origin: 'agent' | 'default' = 'agent') => ({
  value: { kind: 'text' as const, text: value },
  origin,
});
const draftOf = (answers: Answers): Draft => ({
  capture: {
    reservationSid: 'WR1',
    catalogVersion: 4,
    formId: 'form',
    answers,
    saved: ['a'],
    past: [{}],
  },
  flushed: true,
  transferred: false,
  at: 7,
  refusals: null,
  turn: 2,
});
const KEPT = {
  catalogVersion: 4,
  formId: 'form',
  answers: { note: text('A-1') },
  saved: ['a'],
  flushed: true,
  transferred: false,
  at: 7,
};

const start = (reply: (operation: string) => HttpReply | null = () => null) => {
  const clock = new VirtualClock();
  const calls: (readonly [string, unknown])[] = [];
  const drafts = createServiceDrafts({
    call: async (operation, input) => {
      calls.push([operation, input]);
      await clock.wait(100);
      return reply(operation);
    },
    clock: { now: clock.now, wait: clock.wait, random: () => 0 },
    taskSidOf: (sid) => (sid === 'WR1' ? 'WT1' : undefined),
  });
  return { drafts, calls, pass: (milliseconds: number) => clock.run(clock.wait(milliseconds)) };
};
const found = (value: unknown): HttpReply => ({
  status: 200,
  body: JSON.stringify({ ok: true, value }),
});

it('sends what the agent answered, once it has been quiet for three seconds', async () => {
  const { drafts, calls, pass } = start();
  drafts.keep(draftOf({ note: text('A') }));
  await pass(2_000);
  drafts.keep(draftOf({ note: text('A-1'), other: text('by itself', 'default') }));
  await pass(2_999);
  expect(calls).toEqual([]);
  await pass(1);
  expect(calls).toEqual([['keepDraft', { ...KEPT, ...REQUEST }]]);
});

it('gives a draft back as this plugin stores one', async () => {
  const { drafts, calls, pass } = start(() => found({ ...KEPT, later: 1 }));
  const asked = drafts.find('WR1', 5);
  await pass(100);
  expect(await asked).toEqual({
    ...draftOf(KEPT.answers),
    capture: { ...draftOf(KEPT.answers).capture, past: [] },
    turn: 0,
  });
  expect(calls).toEqual([['findDraft', { ...REQUEST, catalogVersion: 5 }]]);
});

it.each([
  ['no answer', null],
  ['none', found(null)],
  ['something else', found({ ...KEPT, answers: { note: 'A-1' } })],
  ['a refusal', { status: 409, body: '{"ok":false,"error":{"code":"drafts-off","message":""}}' }],
])('finds none in %s', async (_, reply) => {
  const { drafts, pass } = start(() => reply);
  const asked = drafts.find('WR1', 4);
  await pass(100);
  expect(await asked).toBeNull();
});

it('takes a draft away that it has sent or found, after what is under way, and sends no more', async () => {
  const { drafts, calls, pass } = start();
  drafts.keep(draftOf({ note: text('A-1') }));
  await pass(3_000);
  drafts.keep(draftOf({ note: text('A-2') }));
  drafts.drop('WR1');
  await pass(99);
  expect(calls.map(([operation]) => operation)).toEqual(['keepDraft']);
  await pass(10_000);
  expect(calls.slice(1)).toEqual([['dropDraft', REQUEST]]);
  drafts.drop('WR1');
  await pass(10_000);
  expect(calls).toHaveLength(2);
});

it('asks nothing about a reservation that this browser does not know', async () => {
  const { drafts, calls } = start();
  expect(await drafts.find('WR9', 4)).toBeNull();
  drafts.drop('WR9');
  expect(calls).toEqual([]);
});
