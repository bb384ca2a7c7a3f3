import * as fc from 'fast-check';
import { readPath } from '../../src/core/attributes/paths';
import { isFilled } from '../../src/core/capture/slots';
import { readPrefill } from '../../src/core/capture/readPrefill';
import { cleanText } from '../../src/core/capture/storedText';
import { toPatch } from '../../src/core/capture/toPatch';
import type { AnswerableField } from '../../src/core/catalog/types';
import type { JsonObject, JsonValue } from '../../src/core/json';
import { noFacts } from '../support/facts';
import { formOf, letterField } from '../support/formOf';

const base = (id: string, path: string) => ({ id, name: { en: id }, target: { path } });
const MEASURE = 'conversations.conversation_measure_1';

const fields: readonly AnswerableField[] = [
  letterField('choice', 'conversations.outcome'),
  { kind: 'text', ...base('text', 'conversations.case'), maxLength: 20 },
  { kind: 'text', ...base('upper', 'conversations.case'), case: 'upper' },
  { kind: 'yesno', ...base('yesno', 'conversations.productive') },
  { kind: 'number', ...base('number', MEASURE), min: 0, max: 100, step: 0.5 },
  { kind: 'number', ...base('whole', MEASURE), integer: true },
  { kind: 'rating', ...base('stars', MEASURE), max: 5 },
  { kind: 'rating', ...base('rating', 'conversations.case'), max: 10 },
  { kind: 'date', ...base('day', 'conversations.case'), precision: 'day' },
  { kind: 'date', ...base('moment', 'conversations.case'), precision: 'minute' },
  { kind: 'phone', ...base('phone', 'conversations.case') },
  { kind: 'email', ...base('email', 'conversations.case') },
  { kind: 'url', ...base('url', 'conversations.case') },
  {
    kind: 'reference',
    ...base('reference', 'conversations.case'),
    pattern: 'A-\\d+',
    example: 'A-1',
  },
];

const pathOf = (field: AnswerableField): string =>
  'target' in field && 'path' in field.target ? field.target.path : '';

const taskWith = (path: string, value: JsonValue): JsonObject => {
  const [root = '', key = ''] = path.split('.');
  return { [root]: { [key]: value } };
};

const likely = fc.constantFrom<JsonValue>(
  'A',
  'a',
  'Yes',
  'yes',
  'No',
  true,
  0,
  1,
  4,
  2.5,
  1.25,
  -1,
  1e21,
  0.1 + 0.2,
  '4',
  '04',
  '1.500',
  '2026-11-24',
  '24.11.2026',
  '2026-03-29T02:30+01:00',
  '2026-03-29T02:30',
  '+4930123456',
  '+49 30 123456',
  'ann@example.com',
  'Ann@example.com',
  'https://example.com/',
  'A-17',
  'A-17 ',
  'x'.repeat(129),
  ' ',
  -0,
  { toString: '' },
);
const json = fc.oneof(
  likely,
  fc.jsonValue().map((value) => value as JsonValue),
);

test('what stands on the task is an answer that stores the same, or is shown as none', () => {
  fc.assert(
    fc.property(fc.constantFrom(...fields), json, (field, value) => {
      const { catalog, form } = formOf([field]);
      const task = taskWith(pathOf(field), value);
      const { answers, foreign } = readPrefill(catalog, form, task);
      const answer = answers[field.id];
      const isSeen = isFilled(value) && !(typeof value === 'string' && cleanText(value) === '');
      expect([answer !== undefined, foreign[field.id] !== undefined]).toEqual([
        isSeen && answer !== undefined,
        isSeen && answer === undefined,
      ]);
      // Left alone, it stays as it is.
      expect(toPatch(catalog, form, { answers, saved: [] }, task, { facts: noFacts })).toEqual([]);
      if (!answer) return;
      const own = { [field.id]: { ...answer, origin: 'agent' } as const };
      const patch = toPatch(catalog, form, { answers: own, saved: [] }, task, { facts: noFacts });
      const there = readPath(task, pathOf(field));
      // JSON text of ours has no negative zero.
      const stands = there === 0 ? 0 : there;
      // Free text keeps its own spaces until the agent says something.
      const expected = field.id === 'text' ? cleanText(String(stands)) : stands;
      expect(patch).toEqual([{ op: 'set', path: pathOf(field), value: expected }]);
    }),
    { numRuns: 1000 },
  );
});
