import * as fc from 'fast-check';
import type { FieldIntent, Intent } from '../../src/core/capture/types';
import { fieldsOf } from '../../src/core/catalog/fieldsOf';
import { richCatalog, richForm } from './richCatalog';

const FIELDS = fieldsOf(richForm).map(({ id }) => id);
const CODES = richCatalog.picklists.flatMap(({ options }) => options.map(({ code }) => code));
const REPORTED = richCatalog.picklists.flatMap(({ options }) =>
  options.map(({ reported }) => reported),
);
const HOSTILE = ['__proto__', 'constructor', 'prototype', 'toString', 'a.b', ''];

const field = fc.constantFrom(...FIELDS, 'nothing', 'constructor');
const code = fc.constantFrom(...CODES, 'nothing');
const typed = fc.oneof(
  fc.string({ maxLength: 150 }),
  fc.constantFrom('', ' ', '5', '2,5', '-1', '1,500', 'Übung ▸ 🙂'),
);

const fieldIntents: fc.Arbitrary<FieldIntent> = fc.oneof(
  fc.record({ type: fc.constant('choose' as const), field, code }),
  fc.record({
    type: fc.constant('choose-all' as const),
    field: fc.oneof(fc.constant('topics'), field),
    codes: fc.array(code, { maxLength: 5 }),
  }),
  fc.record({ type: fc.constant('write' as const), field, text: typed }),
  fc.record({ type: fc.constant('answer' as const), field, yes: fc.boolean() }),
  fc.record({ type: fc.constant('clear' as const), field }),
);

/** Any gesture, fitting or not. */
export const intents: fc.Arbitrary<Intent> = fc.oneof(
  { weight: 10, arbitrary: fieldIntents },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('together' as const),
      intents: fc.array(fieldIntents, { maxLength: 4 }),
    }),
  },
  { weight: 2, arbitrary: fc.record({ type: fc.constant('undo' as const) }) },
);

const key = fc.oneof(
  fc.constantFrom(
    ...HOSTILE,
    'outcome',
    'content',
    'conversation_id',
    'conversation_attribute_1',
    'conversation_label_1',
    'conversation_attribute_2',
    'conversation_measure_1',
    'market_segment',
  ),
  fc.string({ maxLength: 6 }),
);
const value = fc.oneof(fc.constantFrom<unknown>(...CODES, ...REPORTED, null), fc.jsonValue());

/** An object as JSON.parse makes it: its keys are plain data, `__proto__` too. */
const objectOf = (values: fc.Arbitrary<unknown>): fc.Arbitrary<Record<string, unknown>> =>
  fc
    .array(fc.tuple(key, values), { maxLength: 6 })
    .map((entries) => JSON.parse(JSON.stringify(Object.fromEntries(entries))));

/** Attributes as tasks have them, with odd and hostile ones among them; `conversations` is mostly an object. */
export const attributes: fc.Arbitrary<Record<string, unknown>> = fc
  .tuple(
    objectOf(value),
    fc.option(fc.oneof({ weight: 9, arbitrary: objectOf(value) }, { weight: 1, arbitrary: value })),
    fc.option(objectOf(value)),
    objectOf(value),
  )
  .map(([before, conversations, customers, after]) => ({
    ...before,
    ...(conversations === null ? {} : { conversations }),
    ...(customers === null ? {} : { customers }),
    ...after,
  }));
