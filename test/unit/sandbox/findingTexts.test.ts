import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findingText } from '../../../sandbox/console/findingTexts';
import type { Finding } from '../../../src/core/insights/types';

const folder = join(__dirname, '../../golden/insights/cases');
const findings = readdirSync(folder).flatMap((file) => {
  const cases: readonly { readonly findings: readonly Finding[] }[] = JSON.parse(
    readFileSync(join(folder, file), 'utf8'),
  );
  return cases.flatMap((golden) => golden.findings);
});

test('says where and what', () => {
  expect(
    findingText({
      code: 'cut',
      path: 'conversations.content',
      rule: 9,
      basis: 'documented',
      details: { length: 129, limit: 128 },
    }),
  ).toBe('conversations.content: Cut: of 129 characters only the first 128 are recorded.');
});

test('says how late a late write was', () => {
  const late: Finding = {
    code: 'too-late',
    path: 'conversations.outcome',
    rule: 1,
    basis: 'documented',
    details: { afterEndMs: 1540 },
  };
  expect(findingText(late)).toBe(
    'conversations.outcome: Written 1.5 s after the reservation ended. Insights ignores it.',
  );
});

test('speaks of the attributes where there is no path', () => {
  expect(findingText({ code: 'not-json', path: '', rule: 7, basis: 'inferred' })).toBe(
    'The attributes: The text is not JSON. Insights gets only what TaskRouter knows by itself.',
  );
});

test.each([...new Map(findings.map((finding) => [finding.code, finding])).values()])(
  'has a full sentence for $code',
  (finding) => {
    expect(findingText(finding)).toMatch(/^.+: \S.+\.$/);
    expect(findingText(finding)).not.toMatch(/undefined|NaN|null-/);
  },
);

test('the golden cases hold every code there is', () => {
  const used = new Set(findings.map(({ code }) => code));
  expect(used.size).toBe(34);
});
