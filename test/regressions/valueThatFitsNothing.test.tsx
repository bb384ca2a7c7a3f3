/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { readPrefill } from '../../src/core/capture/readPrefill';
import { toPatch } from '../../src/core/capture/toPatch';
import { validateCapture } from '../../src/core/capture/validateCapture';
import type { AnswerableField } from '../../src/core/catalog/types';
import { evaluateForm } from '../../src/core/form/evaluateForm';
import type { JsonValue } from '../../src/core/json';
import { noFacts } from '../support/facts';
import { formOf } from '../support/formOf';
import { agentSaid, renderPanel } from '../support/renderPanel';

const base = { id: 'it', name: { en: 'It' }, required: true };
const text = { ...base, target: { path: 'conversations.case' } };
const measure = { ...base, target: { path: 'conversations.conversation_measure_1' } };

const TEXT: AnswerableField = { ...text, kind: 'text' };
const RATING: AnswerableField = { ...measure, kind: 'rating', max: 5 };

/** What stands on a task is taken for. */
const taken = (field: AnswerableField, value: JsonValue) => {
  const { catalog, form } = formOf([field]);
  const key = field === RATING || field.kind === 'number' ? 'conversation_measure_1' : 'case';
  const task = { conversations: { [key]: value } };
  const { answers, foreign } = readPrefill(catalog, form, task);
  const given = { answers, saved: [] };
  return {
    foreign: foreign['it'],
    answer: answers['it']?.value,
    problems: validateCapture(catalog, form, given, task, noFacts).map(({ code }) => code),
    patch: toPatch(catalog, form, given, task, { facts: noFacts }),
  };
};

// They passed for answers that the field would have refused, so that "required" let them through.
it.each<[string, AnswerableField, JsonValue]>([
  ['129 characters', TEXT, 'x'.repeat(129)],
  ['more than the field takes', { ...TEXT, maxLength: 3 }, 'abcd'],
  ['small letters where capitals are stored', { ...TEXT, case: 'upper' }, 'ab-1'],
  ['a text in a rating that is a number', RATING, '4'],
  ['a rating without its zero', { ...text, kind: 'rating', max: 10 }, '4'],
  ['a text in a number', { ...measure, kind: 'number' }, '4'],
  ['a fraction of a whole number', { ...measure, kind: 'number', integer: true }, 1.5],
  ['more than the most', { ...measure, kind: 'number', max: 10 }, 11],
  ['"yes"', { ...text, kind: 'yesno' }, 'yes'],
  ['a yes of another type', { ...text, kind: 'yesno' }, true],
  ['a date of another form', { ...text, kind: 'date', precision: 'day' }, '24.11.2026'],
  ['a moment of no zone', { ...text, kind: 'date', precision: 'minute' }, '2026-11-24T17:05'],
  ['a phone number with spaces', { ...text, kind: 'phone' }, '+49 30 123456'],
  ['an e-mail address in capitals', { ...text, kind: 'email' }, 'Ann@example.com'],
  ['no address', { ...text, kind: 'url' }, 'example.com'],
  ['no reference', { ...text, kind: 'reference', pattern: 'A-\\d+', example: 'A-1' }, 'B-1'],
])('%s is no answer, is shown, and stays', (_what, field, value) => {
  expect(taken(field, value)).toEqual({
    foreign: String(value),
    answer: undefined,
    problems: ['missing'],
    patch: [],
  });
});

it('what fits is an answer, and what says nothing is neither', () => {
  expect(taken(RATING, 4)).toMatchObject({ foreign: undefined, problems: [] });
  expect(taken(TEXT, ' a  b ')).toMatchObject({ foreign: undefined, problems: [] });
  for (const nothing of [null, '', ' ', '\u200b']) {
    expect(taken(TEXT, nothing)).toMatchObject({ foreign: undefined, answer: undefined });
  }
});

test.each([
  [false, /On the task now: 4. It does not fit this field; your answer replaces it./],
  [true, /On the task now: 4. It does not fit this field\.$/],
])('the panel says so (read-only: %s)', (readOnly, words) => {
  renderPanel({ fields: [{ ...TEXT, kind: 'phone' }], foreign: { it: '4' }, readOnly });
  expect(screen.getByText(words)).toBeVisible();
});

const PREFILLED: AnswerableField = { ...TEXT, kind: 'phone', prefill: { var: 'task.from' } };

const unfit = (field: AnswerableField, from: JsonValue, timeZone = 'UTC') => {
  const { catalog, form } = formOf([field], { timeZone });
  const state = evaluateForm(catalog, form, { answers: {}, saved: [] }, noFacts, { from });
  return [state['it']?.unfit, state['it']?.answer];
};

// Nothing was filled in, and nothing said why.
test.each<[AnswerableField, JsonValue]>([
  [PREFILLED, 'anonymous'],
  [{ ...RATING, prefill: { var: 'task.from' } }, '4'],
  [{ ...text, kind: 'yesno', prefill: { var: 'task.from' } }, 'yes'],
  [{ ...measure, kind: 'number', prefill: { var: 'task.from' } }, '1.500'],
  [
    { ...text, kind: 'choice', picklist: 'letters', levels: 'any', prefill: { var: 'task.from' } },
    1,
  ],
])('a prefill that fits nothing is told', (field, from) => {
  expect(unfit(field, from)).toEqual([String(from), undefined]);
});

test('a prefill at a time that the clocks skip is told', () => {
  const field: AnswerableField = {
    ...text,
    kind: 'date',
    precision: 'minute',
    prefill: { var: 'task.from' },
  };
  expect(unfit(field, '2026-03-29T02:30', 'Europe/Berlin')).toEqual([
    '2026-03-29T02:30',
    undefined,
  ]);
});

test('a prefill that says nothing, or fits, has nothing to tell', () => {
  for (const nothing of [null, '', false, []]) {
    expect(unfit(PREFILLED, nothing)).toEqual([null, undefined]);
  }
  expect(unfit(PREFILLED, '+4930123456')[0]).toBeNull();
});

test('the panel tells it until the agent answers', () => {
  const field: AnswerableField = { ...PREFILLED, prefill: 'anonymous' };
  const words = 'Not filled in, since it does not fit this field: anonymous';
  const { update } = renderPanel({ fields: [field] });
  expect(screen.getByText(words)).toBeVisible();
  expect(screen.getByLabelText(/It/)).toHaveAccessibleDescription(words);
  const answers = { it: agentSaid({ kind: 'text', text: '+4930123456' }) };
  update({
    capture: {
      reservationSid: 'WR1',
      catalogVersion: 4,
      formId: 'form',
      answers,
      saved: [],
      past: [],
    },
  });
  expect(screen.queryByText(words)).toBeNull();
});
