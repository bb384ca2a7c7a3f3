import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { spreadOf, type Figure } from '../support/figures';

/** Stated in docs/decisions/0013-bundle-budget.md. */
const BUDGET_GZIP = 192_000;

/** What every agent downloads. */
export const measureBundle = (plugin: string): Figure[] => {
  const bytes = readFileSync(plugin);
  const group = 'The plugin file';
  return [
    { group, what: 'raw', unit: 'bytes', value: spreadOf([bytes.length]) },
    {
      group,
      what: 'gzip, level 9',
      unit: 'bytes',
      value: spreadOf([gzipSync(bytes, { level: 9 }).length]),
      budget: BUDGET_GZIP,
    },
  ];
};
