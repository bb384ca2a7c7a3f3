import type { Rule } from '../../../../src/core/catalog/types';
import { areExclusive } from '../../../../src/core/rules/exclusive';

const x = { var: 'answers.x' };
const y = { var: 'answers.y' };

test.each<[Rule, Rule]>([
  [{ '==': [x, 'a'] }, { '==': [x, 'b'] }],
  [{ '==': [x, 'a'] }, { '==': ['b', { var: ['answers.x'] }] }],
  [{ '===': [x, '1'] }, { '===': [x, 1] }],
  [{ '==': [x, null] }, { '==': [x, 0] }],
  [{ '==': [x, true] }, { '==': [x, false] }],
  [{ in: [x, ['a', 'b']] }, { in: [x, ['c']] }],
  [{ in: [x, ['a', 'b']] }, { '==': [x, 'c'] }],
  [x, { '!': x }],
  [{ '!': [x] }, { '!!': x }],
  [{ '==': [x, y] }, { '!=': [x, y] }],
  [{ '<': [x, 5] }, { '!': { '<': [x, 5] } }],
  [{ and: [y, { '==': [x, 'a'] }] }, { and: [{ '==': [x, 'b'] }, y] }],
  [{ or: [{ '==': [x, 'a'] }, { '==': [x, 'b'] }] }, { in: [x, ['c', 'd']] }],
  [{ or: [x, y] }, { and: [{ '!': x }, { '!': y }] }],
  [{ and: [x, y] }, { or: [{ '!': x }, { '!': y }] }],
  [{ '!': { or: [x, y] } }, y],
])('%j excludes %j', (a, b) => {
  expect(areExclusive(a, b)).toBe(true);
});

test.each<[Rule, Rule]>([
  [true, true],
  [{ '==': [x, 'a'] }, { '==': [y, 'b'] }],
  [{ '==': [x, '1'] }, { '==': [x, 1] }],
  [{ '==': [x, '1'] }, { '==': [x, '01'] }],
  [{ '==': [x, ''] }, { '==': [x, 0] }],
  // Both may be in a list of codes.
  [{ in: ['a', x] }, { in: ['b', x] }],
  [{ in: [x, 'abc'] }, { in: [x, 'def'] }],
  [{ or: [{ '==': [x, 'a'] }, y] }, { '==': [x, 'b'] }],
  [{ in: [x, ['a', 'b']] }, { in: [x, ['b', 'c']] }],
  [{ '!=': [x, 'a'] }, { '!=': [x, 'b'] }],
])('%j may hold beside %j', (a, b) => {
  expect(areExclusive(a, b)).toBe(false);
});

test('gives up, rather than taking for ever, where there are too many cases', () => {
  const many: Rule = {
    and: Array.from({ length: 30 }, (_, n) => ({ or: [{ var: `answers.${n}` }, x] })),
  };
  expect(areExclusive(many, { '!': many })).toBe(false);
});
