import * as fc from 'fast-check';
import { checkRule } from '../../src/core/catalog/checkRule';
import { isJsonObject, type JsonObject, type JsonValue } from '../../src/core/json';
import { holds } from '../../src/core/rules/applyRule';
import { comparesEmpty } from '../../src/core/rules/words/comparesEmpty';
import { ruleOfWords } from '../../src/core/rules/words/ruleOfWords';
import {
  formatTemplate,
  parseTemplate,
  ruleOfTemplate,
  templateOfRule,
} from '../../src/core/rules/words/templates';
import type { Condition, Group } from '../../src/core/rules/words/types';
import { wordsOfRule } from '../../src/core/rules/words/wordsOfRule';

const FIELDS = ['outcome', 'amount', 'note'];
const anything = fc.constantFrom(
  ...FIELDS.map((id) => `answers.${id}`),
  'task.vip',
  'task.conversations.order',
  'worker.level',
  'queue',
  'channel',
  'time.clock',
  'time.weekday',
);
const about = fc.oneof(anything, fc.constant('worker.skills'));
const answer = fc.constantFrom(...FIELDS.map((id) => `answers.${id}`));
const text = fc.constantFrom('', 'sales', '5', '17:05', 'Übung', 'true');
const number = fc.constantFrom(-2, 0, 0.5, 3, 17);
const literal = fc.oneof(text, number, fc.boolean());

const compared = fc
  .record({
    test: fc.constantFrom('<' as const, '<=' as const, '>' as const, '>=' as const),
    about: anything,
    than: fc.oneof(text, number),
    orEmpty: fc.boolean(),
  })
  .map(({ orEmpty, ...condition }): Condition =>
    orEmpty && comparesEmpty(condition.test, condition.than)
      ? { ...condition, orEmpty: true }
      : condition,
  );

const conditions: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ test: fc.constantFrom('is' as const, 'is-not' as const), about, value: literal }),
  fc.record({
    test: fc.constantFrom('one-of' as const, 'none-of' as const),
    about,
    values: fc.array(literal, { maxLength: 3 }),
  }),
  fc.record({
    test: fc.constantFrom('under' as const, 'not-under' as const),
    about: answer,
    code: text,
  }),
  fc.record({
    test: fc.constantFrom('contains' as const, 'lacks' as const),
    about,
    value: literal,
  }),
  fc.record({ test: fc.constantFrom('filled' as const, 'empty' as const), about }),
  fc.record({ test: fc.constantFrom('true' as const, 'false' as const), about: anything }),
  compared,
);

/** What the builder can make: groups within groups, none of them empty. */
const { group: words } = fc.letrec<{ group: Group; part: Condition | Group }>((tie) => ({
  group: fc.record({
    join: fc.constantFrom('all' as const, 'any' as const, 'none' as const),
    parts: fc.array(tie('part'), { minLength: 1, maxLength: 3 }),
  }),
  part: fc.oneof({ maxDepth: 3 }, conditions, tie('group')),
}));

const value: fc.Arbitrary<JsonValue> = fc.oneof(
  literal,
  fc.constant(null),
  fc.array(fc.constantFrom('sales', '5', ''), { maxLength: 2 }),
);
const data: fc.Arbitrary<JsonObject> = fc.record({
  answers: fc.dictionary(fc.constantFrom(...FIELDS), value),
  paths: fc.dictionary(fc.constantFrom(...FIELDS), fc.subarray(['sales', '5', 'true'])),
  task: fc.record({ vip: value, conversations: fc.record({ order: value }) }),
  worker: fc.record({ level: value, skills: fc.subarray(['sales', '5']) }),
  queue: text,
  channel: text,
  time: fc.record({ clock: fc.constantFrom('08:00', null), weekday: fc.constantFrom(1, 5, null) }),
});

const readPath = (facts: JsonObject, path: string): JsonValue =>
  path
    .split('.')
    .reduce<JsonValue>((at, key) => (isJsonObject(at) ? (at[key] ?? null) : null), facts);

/** What the words mean, told without JsonLogic. */
function isSo(part: Condition | Group, facts: JsonObject): boolean {
  if ('join' in part) {
    const so = part.parts.map((one) => isSo(one, facts));
    if (part.join === 'all') return so.every(Boolean);
    return part.join === 'any' ? so.some(Boolean) : !so.some(Boolean);
  }
  const found = readPath(facts, part.about);
  const isEmpty =
    found === null ||
    (part.about === 'worker.skills' && Array.isArray(found) && found.length === 0) ||
    (found === '' && !part.about.startsWith('answers.'));
  const has = (item: string | number | boolean): boolean => {
    // JsonLogic finds nothing in an empty text, not even an empty one.
    if (typeof found === 'string') return found !== '' && found.includes(String(item));
    return Array.isArray(found) && (found as readonly JsonValue[]).includes(item);
  };
  const path = readPath(facts, part.about.replace('answers.', 'paths.'));
  switch (part.test) {
    case 'is':
      return found === part.value;
    case 'is-not':
      return found !== part.value;
    case 'one-of':
      return part.values.some((one) => one === found);
    case 'none-of':
      return !part.values.some((one) => one === found);
    case 'under':
      return Array.isArray(path) && (path as readonly JsonValue[]).includes(part.code);
    case 'not-under':
      return !(Array.isArray(path) && (path as readonly JsonValue[]).includes(part.code));
    case 'contains':
      return has(part.value);
    case 'lacks':
      return !has(part.value);
    case 'filled':
      return !isEmpty;
    case 'empty':
      return isEmpty;
    case 'true':
      return Array.isArray(found) ? found.length > 0 : Boolean(found);
    case 'false':
      return Array.isArray(found) ? found.length === 0 : !found;
    default: {
      if (found === null) return part.orEmpty === true;
      const [a, b] = [found as number, part.than as number];
      if (part.test === '<') return a < b;
      if (part.test === '<=') return a <= b;
      return part.test === '>' ? a > b : a >= b;
    }
  }
}

describe('rules in words', () => {
  it('come back as the words that they were made of', () => {
    fc.assert(
      fc.property(words, (made) => {
        expect(wordsOfRule(ruleOfWords(made))).toEqual(made);
      }),
    );
  });

  it('hold when what they say is so', () => {
    fc.assert(
      fc.property(words, data, (made, facts) => {
        expect(holds(ruleOfWords(made), facts)).toBe(isSo(made, facts));
      }),
      { numRuns: 1000 },
    );
  });

  it('find nothing in an empty text, as JsonLogic does (regression)', () => {
    const rule = ruleOfWords({
      join: 'all',
      parts: [{ test: 'contains', about: 'task.vip', value: '' }],
    });
    expect(holds(rule, { task: { vip: '' } })).toBe(false);
    expect(holds(rule, { task: { vip: 'yes' } })).toBe(true);
  });

  it('are rules that a catalog may hold', () => {
    const fields = new Map(FIELDS.map((id) => [id, null]));
    fc.assert(
      fc.property(words, (made) => {
        const report = jest.fn();
        checkRule(ruleOfWords(made), '/rule', { fields, targets: new Set() }, report);
        expect(report).not.toHaveBeenCalled();
      }),
    );
  });

  it('mean what the rule means that they were read from', () => {
    // JsonLogic as others write it: other ways to say the same, and much that has no words here.
    const variable = about.map((name): JsonValue => ({ var: name }));
    const { rule } = fc.letrec<{ rule: JsonValue; operand: JsonValue }>((tie) => ({
      rule: fc.oneof(
        { maxDepth: 3 },
        variable,
        fc
          .tuple(
            fc.constantFrom('==', '===', '!=', '!==', '<', '<=', '>', '>=', 'in'),
            tie('operand'),
            tie('operand'),
          )
          .map(([operator, left, right]): JsonValue => ({ [operator]: [left, right] })),
        fc
          .tuple(fc.constantFrom('!', '!!', 'and', 'or'), fc.array(tie('rule'), { maxLength: 2 }))
          .map(([operator, args]): JsonValue => ({ [operator]: args })),
        tie('rule').map((inner): JsonValue => ({ '!': inner })),
      ),
      operand: fc.oneof(
        variable,
        answer.map((name): JsonValue => ({ var: name.replace('answers', 'paths') })),
        literal,
        fc.constant(null),
        fc.constant([null, '']),
        fc.array(literal, { maxLength: 2 }),
      ),
    }));
    const read = rule.filter((made) => wordsOfRule(made) !== null);
    fc.assert(
      fc.property(read, data, (made, facts) => {
        expect(isSo(wordsOfRule(made)!, facts)).toBe(holds(made, facts));
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    [{ '===': [{ var: 'answers.outcome' }, { var: 'answers.note' }] }],
    [{ '===': [{ var: ['answers.outcome', 'sales'] }, 'sales'] }],
    [{ some: [{ var: 'answers.topics' }, { '===': [{ var: '' }, 'x'] }] }],
    [{ '!': [{ and: [{ var: 'task.vip' }] }] }],
    [{ '==': [{ var: 'task.vip' }, 1] }],
    [{ '<=': [1, { var: 'answers.amount' }, 5] }],
    [{ or: [] }],
    [{ '===': [{ var: 'task.vip' }, true], '!==': [{ var: 'queue' }, 'x'] }],
    [true],
    [null],
  ])('has no words for %j', (rule) => {
    expect(wordsOfRule(rule as JsonValue)).toBeNull();
  });
});

describe('templates', () => {
  const written = fc
    .array(fc.constantFrom('{task.order}', '{queue}', '{', '}', 'Order ', '{no}', '{task.}'), {
      maxLength: 5,
    })
    .map((parts) => parts.join(''));

  it('come back as they were written', () => {
    fc.assert(
      fc.property(written, (typed) => {
        const template = parseTemplate(typed);
        expect(formatTemplate(template)).toBe(typed);
        expect(templateOfRule(ruleOfTemplate(template))).toEqual(template);
      }),
    );
  });

  it.each([
    [{ cat: ['{task.', 'order}'] }],
    [{ cat: [{ var: 'task.order' }] }],
    [{ cat: ['a', 1] }],
    [{ if: [true, 'a', 'b'] }],
    [5],
  ])('do not stand for %j', (rule) => {
    expect(templateOfRule(rule as JsonValue)).toBeNull();
  });
});
