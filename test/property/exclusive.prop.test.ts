import fc from 'fast-check';
import type { Rule } from '../../src/core/catalog/types';
import type { JsonValue } from '../../src/core/json';
import { holds } from '../../src/core/rules/applyRule';
import { areExclusive } from '../../src/core/rules/exclusive';

/** Whatever an answer can be to a rule, with values that `==` takes for each other. */
const VALUES: readonly JsonValue[] = [
  null,
  true,
  false,
  0,
  1,
  2,
  '',
  '0',
  '1',
  '01',
  ' 1',
  'a',
  'b',
  'true',
  [],
  ['a'],
  ['1'],
  ['a', 'b'],
];

const literal = fc.constantFrom(...VALUES.filter((value) => !Array.isArray(value)));
const variable = fc.constantFrom<Rule[]>({ var: 'x' }, { var: ['x'] }, { var: 'y' });
const comparison = fc
  .tuple(fc.constantFrom('==', '!=', '===', '!=='), variable, literal, fc.boolean())
  .map(([operator, left, right, turned]): Rule => ({
    [operator]: turned ? [right, left] : [left, right],
  }));
const within = fc
  .tuple(variable, fc.array(literal, { maxLength: 3 }))
  .map(([needle, list]): Rule => ({ in: [needle, list] }));
const order = fc.tuple(fc.constantFrom('<', '>='), variable).map(([operator, left]): Rule => ({
  [operator]: [left, 1],
}));

const { rule } = fc.letrec<{ rule: Rule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    fc.oneof(variable, comparison, within, order, literal),
    fc
      .tuple(fc.constantFrom('and', 'or'), fc.array(tie('rule'), { minLength: 1, maxLength: 3 }))
      .map(([operator, args]): Rule => ({ [operator]: args })),
    fc
      .tuple(fc.constantFrom('!', '!!'), tie('rule'), fc.boolean())
      .map(([operator, inner, listed]): Rule => ({
        [operator]: listed || Array.isArray(inner) ? [inner] : inner,
      })),
  ),
}));

test('two rules that are said to exclude each other never hold at once', () => {
  let shown = 0;
  fc.assert(
    fc.property(rule, rule, (a, b) => {
      if (!areExclusive(a, b)) return;
      shown += 1;
      const both = VALUES.flatMap((x) =>
        VALUES.filter((y) => holds(a, { x, y }) && holds(b, { x, y })).map((y) => ({ x, y })),
      );
      expect(both).toEqual([]);
    }),
    { numRuns: 10_000 },
  );
  // Else the property says nothing.
  expect(shown).toBeGreaterThan(300);
});

test('it does not matter which of the two comes first', () => {
  fc.assert(
    fc.property(rule, rule, (a, b) => areExclusive(a, b) === areExclusive(b, a)),
    { numRuns: 2_000 },
  );
});
