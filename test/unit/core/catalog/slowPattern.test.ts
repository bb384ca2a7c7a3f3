import { isSlowPattern } from '../../../../src/core/catalog/slowPattern';

test.each([
  '\\d{6}',
  '[A-Z]{2}-\\d{1,8}',
  '(?:CASE|INC)-\\d+',
  '(\\d{1,3}\\.){3}\\d{1,3}',
  '(?:\\d{3}-)+\\d{4}',
  '\\p{L}+ \\p{Lu}+',
  '\\u{1F600}{2}\\d+',
  '[\\]*+(]+',
  '(?<year>\\d{4})-(?:\\d\\d)',
  '\\d*-\\d*-\\d*-\\d*',
  '(?:[A-Z]{2}\\d?){1,4}',
])('%s takes its time in measure', (pattern) => {
  expect(() => new RegExp(pattern, 'u')).not.toThrow();
  expect(isSlowPattern(pattern)).toBe(false);
});

test.each([
  '(a+)+',
  '(a*)*b',
  '(?:a|a)*b',
  '(?:a|b|ab)+c',
  '(?:\\w+\\s?)*!',
  '([a-z]+[0-9]*)+$',
  '(?:a?){64}a{64}',
  '(?:(?:a{1,9}){1,9}){1,9}',
  '(?=(a+)+)b',
  '(a)\\1+',
  '(?<q>a)\\k<q>',
  '\\d*\\d*\\d*\\d*\\d*x',
  '(?:(?:x+x+)+)y',
])('%s can take for ever', (pattern) => {
  expect(() => new RegExp(pattern, 'u')).not.toThrow();
  expect(isSlowPattern(pattern)).toBe(true);
});

test('the slowest that is let through is done before an agent notices', () => {
  const pattern = '\\d*\\d*\\d*\\d*x';
  expect(isSlowPattern(pattern)).toBe(false);
  const started = performance.now();
  expect(new RegExp(`^(?:${pattern})$`, 'u').test('1'.repeat(128))).toBe(false);
  // A tenth of that where this was written; the worst of the slow ones above take longer than the universe has.
  expect(performance.now() - started).toBeLessThan(2_000);
});
