import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OPERATIONS } from '../../../sandbox/edges/operations';

/** Rows of the table of operations: `| `name` | source | …`. */
const rows = (): [string, string][] =>
  readFileSync(join(__dirname, '../../../sandbox/PARITY.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^\| `([\w.]+)`\s*\| (\w+)\s*\|/.exec(line);
      return match ? [[match[1]!, match[2]!] as [string, string]] : [];
    });

it('PARITY.md lists the operations of the sandbox, each with the source the code names', () => {
  expect(rows()).toEqual(Object.entries(OPERATIONS));
});
