import { idOf, type CellFacts } from './cell';
import type { Judgement } from './judge';
import { leftOutTable } from './leftOut';

export const BEGIN = '<!-- faults: written by npm run faults -->';
export const END = '<!-- /faults -->';

/** A cell, and what a run has found of it; null: it was not run. */
export interface Row {
  readonly cell: CellFacts;
  readonly found: (Judgement & { readonly failed: string | null }) | null;
}

const JUDGEMENTS = {
  lost: 'lost without a word',
  foreign: 'foreign keys changed',
  silent: 'completed silently',
  stuck: 'stuck',
} as const satisfies Readonly<Record<keyof Judgement, string>>;

const COLUMNS = ['fault', 'at', 'saved over', 'shown in', 'seen elsewhere', 'ends', 'wrong'];

const wrongOf = ({ found }: Row): string => {
  if (!found) return 'not run yet';
  const wrong = Object.entries(JUDGEMENTS).flatMap(([key, name]) =>
    found[key as keyof Judgement] ? [name] : [],
  );
  return wrong.join(', ') || (found.failed === null ? '–' : 'not as told');
};

/** In the order of the faults, as they first come. */
const inOrder = (rows: readonly Row[]): readonly Row[] => {
  const faults = [...new Set(rows.map(({ cell }) => cell.fault))];
  return faults.flatMap((fault) => rows.filter(({ cell }) => cell.fault === fault));
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const isRed = (rows: readonly Row[]): boolean => rows.some((row) => wrongOf(row) !== '–');

export const totalsOf = (rows: readonly Row[]): string => {
  const inFlex = rows.filter(({ cell }) => cell.layer === 'Flex').length;
  const counts = Object.entries(JUDGEMENTS).map(
    ([key, name]) =>
      `${name} ${rows.filter(({ found }) => found?.[key as keyof Judgement]).length}`,
  );
  const other = rows.filter(({ found }) => !found || found.failed !== null).length;
  return (
    `${rows.length} cells, ${inFlex} of them in the real Flex UI: ${counts.join(', ')}` +
    (other === 0 ? '.' : `; ${other} not run yet or not as told.`)
  );
};

export const tableOf = (rows: readonly Row[]): string =>
  [
    line(COLUMNS),
    line(COLUMNS.map(() => '---')),
    ...inOrder(rows).map((row) => {
      const { fault, moment, way, layer, seen, ends } = row.cell;
      return line([fault, moment, way, layer, seen ? '●' : '', ends, wrongOf(row)]);
    }),
  ].join('\n');

/** The page with its table replaced. */
export const withTable = (page: string, rows: readonly Row[]): string => {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`the page lacks ${BEGIN}`);
  return `${before}${BEGIN}\n\n${totalsOf(rows)}\n\n${tableOf(rows)}\n\n${leftOutTable()}\n\n${END}${after}`;
};

const rowsIn = (page: string): readonly (readonly string[])[] =>
  (page.split(BEGIN)[1]?.split(END)[0] ?? '')
    .split('\n')
    .map((text) =>
      text
        .split('|')
        .slice(1, -1)
        .map((part) => part.trim()),
    )
    .filter(([, , , layer = '']) => ['Flex', 'simulation'].includes(layer));

/** The cells that a page's table names, by their ids. */
export const idsIn = (page: string): readonly string[] =>
  rowsIn(page).map(([fault = '', moment = '', way = '', layer = '']) =>
    idOf({ fault, moment, way, layer } as CellFacts),
  );

/** What it says of each in its last column. */
export const outcomesIn = (page: string): readonly string[] =>
  rowsIn(page).map((row) => row.at(-1) ?? '');
