import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const page = readFileSync(join(root, 'docs/traps.md'), 'utf8');
const mutants = readFileSync(join(root, 'test/mutants/mutants.mjs'), 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| T') && !line.includes('Trap '));
const trapOf = (row: string): string => /^\| (T\d+)/.exec(row)?.[1] ?? '';

/** Of these a sentence is all there can be. */
const SENTENCES = ['T17'];

it('each trap has its row', () => {
  const all = Array.from({ length: 21 }, (_, index) => `T${index + 1}`);
  expect(rows.map(trapOf)).toEqual(all);
});

it('each trap has a guard that the mutants remove, or says that it has none', () => {
  const unguarded = rows.map(trapOf).filter((trap) => !mutants.includes(`name: '${trap} `));
  expect(unguarded).toEqual(SENTENCES);
});

it('the tests that the page names are there', () => {
  const named = [...page.matchAll(/`(test\/[\w./-]+)`/g)].map(([, path]) => path ?? '');
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
