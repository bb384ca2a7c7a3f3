import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SERVICE_ERRORS } from '../../../src/core/service/serviceErrors';

/** Rows of the table of codes: | `code` | status | again | ... */
const rows = () =>
  readFileSync(join(__dirname, '../../../docs/functions.md'), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const match = /^\| `([\w-]+)`\s*\| (\d{3})\s*\| (yes|no)\s*\|/.exec(line);
      return match
        ? [[match[1]!, { status: Number(match[2]), retryable: match[3] === 'yes' }]]
        : [];
    });

it('docs/functions.md lists every code with its status, and whether a retry helps', () => {
  expect(rows()).toEqual(Object.entries(SERVICE_ERRORS));
});
