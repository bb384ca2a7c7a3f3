import { isAnswerable } from '../../../../core/catalog/fieldGuards';
import { fieldsOf } from '../../../../core/catalog/fieldsOf';
import type { Field, Form } from '../../../../core/catalog/types';
import type { Condition, Literal } from '../../../../core/rules/words/types';

/** What the values of a variable are, so that it can be asked for. */
export type ValueKind =
  | 'choice'
  | 'choices'
  | 'text'
  | 'yesno'
  | 'number'
  | 'date'
  | 'name'
  | 'direction'
  | 'skills'
  | 'clock'
  | 'day'
  | 'weekday'
  | 'attribute';

type Test = Condition['test'];

const ORDER: readonly Test[] = ['>', '>=', '<', '<='];
const KNOWN: readonly Test[] = ['filled', 'empty'];
const SAME: readonly Test[] = ['is', 'is-not'];
const SOME: readonly Test[] = ['one-of', 'none-of'];
const HAS: readonly Test[] = ['contains', 'lacks'];

/** What can be asked of each kind, the likeliest first. */
const TESTS: Readonly<Record<ValueKind, readonly Test[]>> = {
  choice: [...SAME, 'under', 'not-under', ...SOME, ...KNOWN],
  choices: [...HAS, ...KNOWN],
  text: [...KNOWN, ...SAME, ...HAS, ...SOME],
  yesno: ['is', ...KNOWN],
  number: [...ORDER, ...SAME, ...KNOWN],
  date: [...ORDER, 'is', ...KNOWN],
  name: [...SAME, ...SOME, ...HAS],
  direction: SAME,
  skills: [...HAS, ...KNOWN],
  clock: ['>=', '<'],
  day: ['>=', '<', 'is'],
  weekday: [...SOME, ...SAME],
  attribute: [...SAME, ...SOME, ...HAS, ...ORDER, ...KNOWN, 'true', 'false'],
};

/** Variables that are the same everywhere, in the order in which they are offered. */
export const FACT_NAMES = [
  'queue',
  'channel',
  'direction',
  'worker.skills',
  'time.weekday',
  'time.clock',
  'time.date',
  'queueSid',
] as const;

const FACTS: Readonly<Record<(typeof FACT_NAMES)[number], ValueKind>> = {
  queue: 'name',
  queueSid: 'name',
  channel: 'name',
  direction: 'direction',
  'worker.skills': 'skills',
  'time.weekday': 'weekday',
  'time.clock': 'clock',
  'time.date': 'day',
};

const OF_FIELD: Readonly<Record<Exclude<Field['kind'], 'info' | 'unsupported'>, ValueKind>> = {
  choice: 'choice',
  choices: 'choices',
  text: 'text',
  phone: 'text',
  email: 'text',
  url: 'text',
  reference: 'text',
  yesno: 'yesno',
  number: 'number',
  rating: 'number',
  date: 'date',
  media: 'text',
};

/** The field whose answer a variable is. */
export const fieldAsked = (form: Form, about: string): Field | undefined =>
  about.startsWith('answers.')
    ? fieldsOf(form).find(({ id }) => id === about.slice('answers.'.length))
    : undefined;

/** What of the variable's kind is known; an attribute may be anything. */
export function valueKind(form: Form, about: string): ValueKind {
  const field = fieldAsked(form, about);
  if (field && isAnswerable(field)) return OF_FIELD[field.kind];
  const fact = FACT_NAMES.find((name) => name === about);
  return fact ? FACTS[fact] : 'attribute';
}

/** The fields of the form that rules can ask about, but for some. */
export const fieldsToAsk = (form: Form, without: readonly string[]): readonly Field[] =>
  fieldsOf(form).filter(
    ({ kind, id }) =>
      !['info', 'unsupported', 'media'].includes(kind) &&
      !without.includes(id) &&
      // A rule would look for an answer within an answer.
      !id.includes('.'),
  );

/** The tests to choose from for a condition, its own among them. */
export function testsFor(form: Form, { about, test }: Condition): readonly Test[] {
  const tests = TESTS[valueKind(form, about)];
  return tests.includes(test) ? tests : [...tests, test];
}

const firstValue = (form: Form, about: string): Literal => {
  const field = fieldAsked(form, about);
  switch (valueKind(form, about)) {
    case 'yesno':
      return true;
    case 'number':
      return field?.kind === 'rating' ? 1 : 0;
    case 'direction':
      return 'inbound';
    case 'weekday':
      return 1;
    case 'clock':
      return '08:00';
    default:
      return about === 'channel' ? 'voice' : '';
  }
};

/** What a condition compares with, as one value and as several. */
function valuesOf(condition: Condition): readonly Literal[] {
  if ('value' in condition) return [condition.value];
  if ('values' in condition) return condition.values;
  if ('code' in condition) return [condition.code];
  return 'than' in condition ? [condition.than] : [];
}

/** A condition about the same with another test; what it compares with stays as far as the test takes it. */
export function withTest(form: Form, condition: Condition, test: Test): Condition {
  const { about } = condition;
  const values = valuesOf(condition);
  const value = values[0] ?? firstValue(form, about);
  switch (test) {
    case 'is':
    case 'is-not':
    case 'contains':
    case 'lacks':
      return { test, about, value };
    case 'one-of':
    case 'none-of':
      return { test, about, values: values.length > 0 ? values : [value] };
    case 'under':
    case 'not-under':
      return { test, about, code: String(value) };
    case 'filled':
    case 'empty':
    case 'true':
    case 'false':
      return { test, about };
    default:
      return { test, about, than: typeof value === 'boolean' ? Number(value) : value };
  }
}

/** The condition to begin with about a variable: its likeliest test. */
export function firstCondition(form: Form, about: string): Condition {
  const [test = 'filled'] = TESTS[valueKind(form, about)];
  const kind = valueKind(form, about);
  // Without a choice made yet it must not look like one.
  if (['choice', 'attribute'].includes(kind)) return { test: 'filled', about };
  if (kind === 'weekday') return { test: 'one-of', about, values: [1, 2, 3, 4, 5] };
  return withTest(form, { test: 'filled', about }, test);
}
