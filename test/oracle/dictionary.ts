import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface DictionaryRow {
  readonly path: string;
  readonly kind: string;
  readonly type: string;
  readonly allowed: readonly string[] | null;
  readonly overridable: boolean;
  readonly maxLength: number | null;
  readonly notes: string;
}

const rows = JSON.parse(
  readFileSync(join(__dirname, '../../docs/insights-dictionary.json'), 'utf8'),
) as readonly DictionaryRow[];

/** What the documentation of Insights says about a path. */
export const rowOf = (path: string): DictionaryRow => {
  const row = rows.find((candidate) => candidate.path === path);
  if (!row) throw new Error(`Insights knows no ${path}`);
  return row;
};

/** Rule 37, by the note at each path. */
export const isDroppedByHipaa = (path: string): boolean =>
  rowOf(path).notes.includes('HIPAA filter: dropped');

/** Rule 9; links of any length are kept, and ours end at 1024 characters. */
export const longest = (path: string): number => {
  const { maxLength, type } = rowOf(path);
  return maxLength ?? (type === 'url' ? 1024 : 128);
};

export const isMeasure = (path: string): boolean => rowOf(path).kind === 'measure';
export const isMoment = (path: string): boolean => rowOf(path).type === 'date';
