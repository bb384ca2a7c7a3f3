import { mergeAnswers, type SavePurpose } from '../../../../src/core/capture/mergeAnswers';
import { readPrefill } from '../../../../src/core/capture/readPrefill';
import type { Answers, AnswerValue } from '../../../../src/core/capture/types';
import type { Catalog, Field } from '../../../../src/core/catalog/types';
import { readLegs } from '../../../../src/core/legs/legMarks';
import { legView, othersView } from '../../../../src/core/legs/legView';
import { noFacts } from '../../../support/facts';

const A = 'WR0000000000000000000000000000000a';
const B = 'WR0000000000000000000000000000000b';

const option = (code: string) => ({ code, reported: code.toUpperCase(), name: { en: code } });
const pair = (n: number) => ({
  attribute: `conversations.conversation_attribute_${n}`,
  label: `conversations.conversation_label_${n}`,
});
const fields: readonly Field[] = [
  {
    kind: 'choice',
    id: 'outcome',
    name: { en: 'Outcome' },
    picklist: 'all',
    levels: 'any',
    target: { path: 'conversations.outcome' },
  },
  { kind: 'text', id: 'note', name: { en: 'Note' }, target: { path: 'conversations.content' } },
  {
    kind: 'choices',
    id: 'reasons',
    name: { en: 'Reasons' },
    picklist: 'all',
    levels: 'any',
    slots: [pair(1), pair(2)],
  },
  {
    kind: 'number',
    id: 'amount',
    name: { en: 'Amount' },
    target: { path: 'conversations.conversation_measure_1' },
  },
  {
    kind: 'text',
    id: 'case',
    name: { en: 'Case' },
    carryOver: true,
    target: { path: 'conversations.case' },
  },
];
const catalog: Catalog = {
  schema: 1,
  version: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'required', wayOut: false },
  picklists: [{ id: 'all', name: { en: 'All' }, options: ['x', 'y', 'z'].map(option) }],
  forms: [
    {
      id: 'form',
      name: { en: 'Form' },
      sections: [{ id: 'all', name: { en: 'All' }, fields }],
    },
  ],
  assignments: [{ id: 'all', when: {}, form: 'form' }],
};
const form = catalog.forms[0]!;

const agent = (values: Readonly<Record<string, AnswerValue | null>>): Answers =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, origin: 'agent' as const }]),
  );
const outcome = (code: string): AnswerValue => ({ kind: 'choice', code });
const text = (written: string): AnswerValue => ({ kind: 'text', text: written });
const amount = (written: string): AnswerValue => ({ kind: 'number', text: written });
const reasons = (...codes: string[]): AnswerValue => ({ kind: 'choices', codes });

const merge = (
  attributes: unknown,
  reservationSid: string,
  values: Parameters<typeof agent>[0],
  more: {
    purpose?: SavePurpose;
    transferred?: boolean;
    isLive?: (sid: string) => boolean;
  } = {},
) => {
  const merged = mergeAnswers(
    {
      catalog,
      form,
      given: { answers: agent(values), saved: [] },
      facts: noFacts,
      reservationSid,
      purpose: 'complete',
      transferred: true,
      marksCompletion: more.isLive === undefined,
      ...more,
    },
    attributes,
  );
  if (!merged.ok) throw new Error(JSON.stringify(merged.error));
  return merged.value;
};
const live = { isLive: () => true };
const ended = { isLive: () => false };
const afterA = (values: Parameters<typeof agent>[0]) =>
  merge({ call_sid: 'CA1' }, A, values, { ...ended, purpose: 'flush' }).attributes;

it('marks nothing on a task that was never transferred', () => {
  const { attributes } = merge(
    { call_sid: 'CA1' },
    A,
    { outcome: outcome('x') },
    { transferred: false },
  );
  expect(JSON.stringify(attributes)).toBe('{"call_sid":"CA1","conversations":{"outcome":"X"}}');
});

it('marks what a leg wrote, short and at the end', () => {
  const { attributes } = merge({ call_sid: 'CA1' }, A, {
    outcome: outcome('x'),
    reasons: reasons('y'),
  });
  expect(JSON.stringify(attributes)).toBe(
    '{"call_sid":"CA1","conversations":{"outcome":"X","conversation_attribute_1":"y","conversation_label_1":"Y"},' +
      `"debrief_legs":{"${A}":{"wrote":["conversation_attribute_1","conversation_label_1","outcome"],"completing":true}}}`,
  );
});

it('does not take the first leg’s answers for the second one’s', () => {
  const task = afterA({ outcome: outcome('x'), case: text('C-1') });
  expect(readPrefill(catalog, form, legView(form, task, B)).answers).toEqual({
    case: { value: { kind: 'text', text: 'C-1' }, origin: 'prefill' },
  });
  expect(readPrefill(catalog, form, othersView(form, task, B)).answers).toEqual({
    outcome: { value: { kind: 'choice', code: 'x' }, origin: 'prefill' },
  });
});

it('takes off what an ended leg left, but for what carries over, when the next one completes', () => {
  const task = afterA({ outcome: outcome('x'), note: text('of A'), case: text('C-1') });
  const { attributes } = merge(task, B, { outcome: outcome('y') }, ended);
  expect(attributes['conversations']).toEqual({ outcome: 'Y', case: 'C-1' });
});

it('leaves what a leg still there wrote, and flushes nothing beside it', () => {
  const task = afterA({ note: text('of A') });
  expect(merge(task, B, { outcome: outcome('y') }, { ...live, purpose: 'flush' })).toEqual({
    attributes: task,
    size: JSON.stringify(task).length,
    changed: false,
    whole: false,
  });
  const completed = merge(task, B, { outcome: outcome('y'), note: null }, live).attributes;
  expect(completed['conversations']).toEqual({ content: 'of A', outcome: 'Y' });
});

it('writes its answers over those of a leg still there, which gets its own record all the same', () => {
  const task = afterA({ outcome: outcome('x'), note: text('of A') });
  const completedB = merge(task, B, { outcome: outcome('y'), amount: amount('7') }, live);
  expect(completedB.attributes['conversations']).toEqual({
    content: 'of A',
    outcome: 'Y',
    conversation_measure_1: 7,
  });
  const completedA = merge(
    completedB.attributes,
    A,
    { outcome: outcome('x'), note: text('of A') },
    ended,
  );
  expect(completedA.attributes['conversations']).toEqual({ outcome: 'X', content: 'of A' });
});

it('holds a measure back from a flush and writes it at completion', () => {
  const flushed = merge(
    {},
    A,
    { amount: amount('5'), outcome: outcome('x') },
    { purpose: 'flush' },
  );
  expect(flushed.attributes['conversations']).toEqual({ outcome: 'X' });
  expect(flushed.whole).toBe(false);
  const completed = merge(flushed.attributes, A, { amount: amount('5'), outcome: outcome('x') });
  expect(completed.attributes['conversations']).toEqual({
    outcome: 'X',
    conversation_measure_1: 5,
  });
});

it('reuses the slots of another leg and never mixes the two', () => {
  const task = afterA({ reasons: reasons('x', 'y') });
  const { attributes } = merge(task, B, { reasons: reasons('z') }, ended);
  expect(attributes['conversations']).toEqual({
    conversation_attribute_1: 'z',
    conversation_label_1: 'Z',
  });
});

it('judges "unchanged" by the task, not by what it saved before', () => {
  const task = afterA({ outcome: outcome('x') });
  expect(merge(task, A, { outcome: outcome('x') }, ended).changed).toBe(false);
  const overwritten = merge(task, B, { outcome: outcome('y') }, live).attributes;
  expect(merge(overwritten, A, { outcome: outcome('x') }, ended).changed).toBe(true);
});

it('without a word from TaskRouter takes a leg to be there until its mark says that it completes', () => {
  const task = afterA({ outcome: outcome('x'), note: text('of A') });
  const beside = merge(task, B, { outcome: outcome('y') }).attributes;
  expect(beside['conversations']).toEqual({ content: 'of A', outcome: 'Y' });

  const completing = merge(task, A, { outcome: outcome('x'), note: text('of A') });
  expect(completing.changed).toBe(true);
  const after = merge(completing.attributes, B, { outcome: outcome('y') }).attributes;
  expect(after['conversations']).toEqual({ outcome: 'Y' });
});

it('a flush that arrives after the completion and changes no value leaves the mark that this leg completes', () => {
  const { attributes } = merge({ call_sid: 'CA1' }, A, { outcome: outcome('x') });
  expect(readLegs(attributes)).toMatchObject([{ reservationSid: A, completing: true }]);
  expect(merge(attributes, A, { outcome: outcome('x') }, { purpose: 'flush' })).toMatchObject({
    changed: false,
    attributes,
  });
});

it('never takes off for a mark what a form may not write', () => {
  const forged = {
    call_sid: 'CA1',
    conversations: { conversation_id: 'CONV', outcome: 'X' },
    debrief_legs: {
      [A]: { wrote: ['conversation_id', 'call_sid', '__proto__', 'a.b.c', 'outcome', 3] },
      constructor: { wrote: ['outcome'] },
    },
  };
  const { attributes } = merge(forged, B, {}, ended);
  expect(attributes['call_sid']).toBe('CA1');
  expect(attributes['conversations']).toEqual({ conversation_id: 'CONV' });
});

it('does not overwrite what somebody else keeps under the name of the marks', () => {
  const merged = mergeAnswers(
    {
      catalog,
      form,
      given: { answers: agent({ outcome: outcome('x') }), saved: [] },
      facts: noFacts,
      reservationSid: A,
      purpose: 'complete',
      transferred: true,
      marksCompletion: true,
    },
    { debrief_legs: 'mine' },
  );
  expect(merged).toEqual({ ok: false, error: { code: 'parent-not-object', path: 'debrief_legs' } });
});

it('counts the marks into the 4096 characters', () => {
  const merged = mergeAnswers(
    {
      catalog,
      form,
      given: { answers: agent({ outcome: outcome('x') }), saved: [] },
      facts: noFacts,
      reservationSid: A,
      purpose: 'complete',
      transferred: true,
      marksCompletion: true,
    },
    { filler: 'x'.repeat(4040) },
  );
  expect(merged).toMatchObject({ ok: false, error: { code: 'too-large' } });
});
