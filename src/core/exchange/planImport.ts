import { cleanText } from '../capture/storedText';
import { checkPicklists } from '../catalog/checkPicklists';
import { checkUsed } from '../catalog/checkUsed';
import type { RefusalCode } from '../catalog/problemCodes';
import type { CatalogContent, CatalogProblem, Option, Picklist } from '../catalog/types';
import { isSame, type Part } from '../diff/json';
import { changeById } from '../edit/lists';
import { withPicklists } from '../edit/picklists';
import type { JsonObject } from '../json';
import { readCell, withCell, type CellProblemCode } from './cells';
import { columnName, readColumn, type Column } from './columns';
import { orderOptions } from './optionOrder';
import { DELIMITERS, readFirstRow, readTable, type Delimiter } from './table';

/** What is wrong with a file as a file; the rest is what is wrong with any catalog. */
export type FileErrorCode =
  | CellProblemCode
  | 'no-rows'
  | 'unknown-column'
  | 'missing-column'
  | 'duplicate-column'
  | 'broken-row'
  | 'too-many-cells'
  | 'code-missing';
export type RowErrorCode = FileErrorCode | Exclude<RefusalCode, FileErrorCode>;

/** What is wrong with a file: `row` as a spreadsheet counts them, so that the headings are 1. */
export interface RowError {
  readonly row: number;
  /** As its heading says; null: the whole row. */
  readonly column: string | null;
  readonly code: RowErrorCode;
  readonly details: Readonly<Record<string, string | number>>;
}

/** What an import would do, before it does anything. */
export interface ImportPlan {
  /** How many options the file names. */
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  /** Of those changed, how many will not be offered any more. */
  readonly archived: number;
  /** Options that the file does not name; they stay. */
  readonly untouched: number;
  /** Whether those that are there already come in another order. */
  readonly reordered: boolean;
  readonly errors: readonly RowError[];
  /** With all of the file in it; without errors only. */
  readonly content: CatalogContent | null;
}

/** The delimiter by which most headings are ours. */
function delimiterOf(text: string): Delimiter {
  const score = (delimiter: Delimiter): number =>
    readFirstRow(text, delimiter).filter((heading) => readColumn(heading) !== null).length;
  return DELIMITERS.reduce((best, next) => (score(next) > score(best) ? next : best));
}

type AddError = (
  row: number,
  column: string | null,
  code: RowErrorCode,
  details?: RowError['details'],
) => void;

/** The columns of the first row; null for one without a heading of ours, of which the cells have to be empty. */
function readHeadings(headings: readonly string[], add: AddError): readonly (Column | null)[] {
  const seen = new Set<string>();
  const columns = headings.map((heading) => {
    if (heading.trim() === '') return null;
    const column = readColumn(heading);
    if (column === null) {
      add(1, heading, 'unknown-column');
      return null;
    }
    const name = columnName(column);
    if (seen.has(name)) add(1, heading, 'duplicate-column');
    seen.add(name);
    return column;
  });
  if (!seen.has('code')) add(1, 'code', 'missing-column');
  return columns;
}

/** An option as a row says; what the file has no column for stays as it is. */
function readOption(
  existing: Option | undefined,
  code: string,
  cells: readonly string[],
  columns: readonly (Column | null)[],
  language: string,
  wrong: (column: string | null, code: RowErrorCode, details?: RowError['details']) => void,
): Option {
  let option: Option = existing ?? { code, reported: '', name: {} };
  for (const [position, cell] of cells.entries()) {
    const column = columns[position] ?? null;
    if (column === null) {
      if (cell.trim() !== '') wrong(null, 'too-many-cells');
      continue;
    }
    if (column.key === 'code') continue;
    const read = readCell(cell, column);
    if (!read.ok) {
      wrong(columnName(column), read.error, { value: cell.slice(0, 60) });
      continue;
    }
    // Reports need a text: what they say already, or the name of something new.
    if (column.key === 'reported' && read.value === undefined) continue;
    option = withCell(option, column, read.value);
  }
  return option.reported === '' ? { ...option, reported: option.name[language] ?? '' } : option;
}

const PLACE = /^\/picklists\/0\/options\/(\d+)(?:\/(.*))?$/;

/** What is wrong with the options of one picklist, as any catalog is checked. */
function problemsOf(
  content: CatalogContent,
  picklist: Picklist,
  published: CatalogContent | null,
): readonly CatalogProblem[] {
  const problems: CatalogProblem[] = [];
  const node = { value: picklist as unknown as JsonObject, path: '/picklists/0' };
  checkPicklists([node], content.reportedLanguage, (code, path, details) =>
    problems.push(details ? { code, path, details } : { code, path }),
  );
  const was = published?.picklists.filter(({ id }) => id === picklist.id) ?? [];
  const used =
    published && checkUsed({ ...published, picklists: was }, { ...content, picklists: [picklist] });
  return [...problems, ...(used ?? [])];
}

/** Says of each problem that the file brings in which row it is. */
function addProblems(
  content: CatalogContent,
  before: Picklist,
  after: Picklist,
  published: CatalogContent | null,
  rows: ReadonlyMap<string, number>,
  add: AddError,
): void {
  const optionAt = (picklist: Picklist, path: unknown): Option | undefined => {
    const place = PLACE.exec(String(path))?.[1];
    return place === undefined ? undefined : picklist.options[Number(place)];
  };
  const keyIn = (picklist: Picklist, { code, path }: CatalogProblem): string =>
    JSON.stringify([code, optionAt(picklist, path)?.code, PLACE.exec(path)?.[2]]);
  const byCode = new Map(after.options.map((option) => [option.code, option]));
  const rowOfCircle = (option: Option | undefined): number | undefined => {
    const circle = new Set<Option>();
    for (let at = option; at && !circle.has(at); at = byCode.get(at.parent ?? '')) circle.add(at);
    return [...circle].map(({ code }) => rows.get(code)).find((row) => row !== undefined);
  };
  const known = new Set(
    problemsOf(content, before, published).map((problem) => keyIn(before, problem)),
  );
  for (const problem of problemsOf(content, after, published)) {
    const { code, path, details = {} } = problem;
    const option = optionAt(after, path);
    // Of two options that are alike the file may have brought the first one, and of a circle any part.
    const row =
      rows.get(option?.code ?? '') ??
      rows.get(optionAt(after, details['first'])?.code ?? '') ??
      (code === 'cyclic-parent' ? rowOfCircle(option) : undefined);
    if (row === undefined && known.has(keyIn(after, problem))) continue;
    const [property = '', language] = (PLACE.exec(path)?.[2] ?? '').split('/');
    const column =
      code === 'text-missing'
        ? `${property}.${content.reportedLanguage}`
        : language === undefined || property === 'under'
          ? property
          : `${property}.${language}`;
    add(row ?? 1, column === '' ? null : column, code as RowErrorCode, details);
  }
}

const NOTHING = {
  rows: 0,
  added: 0,
  changed: 0,
  unchanged: 0,
  archived: 0,
  untouched: 0,
  reordered: false,
};

/** Whether two lists have what is in both in the same order. */
function isReordered(before: readonly Option[], after: readonly Option[]): boolean {
  const positions = new Map(before.map(({ code }, position) => [code, position]));
  const common = after.flatMap(({ code }) => positions.get(code) ?? []);
  return common.some((position, index) => index > 0 && position < (common[index - 1] ?? 0));
}

/**
 * Reads options from CSV, or from what was copied out of a spreadsheet: commas, semicolons or tabs. Options are told
 * by their code; those that the file does not name stay. All of the file is taken or, with any error, nothing.
 * `published`: the version in force.
 */
export function planImport(
  content: CatalogContent,
  picklistId: string,
  text: string,
  published: CatalogContent | null,
): ImportPlan {
  const errors: RowError[] = [];
  const add: AddError = (row, column, code, details = {}) =>
    errors.push({ row, column, code, details });
  const refused = (): ImportPlan => ({ ...NOTHING, errors, content: null });

  const picklist = content.picklists.find(({ id }) => id === picklistId);
  if (!picklist) {
    add(1, null, 'unknown-picklist', { picklist: picklistId });
    return refused();
  }
  const { rows, broken } = readTable(text, delimiterOf(text));
  const columns = readHeadings(rows[0] ?? [], add);
  // Under wrong headings every row would be wrong too.
  if (errors.length > 0) return refused();
  const codeAt = columns.findIndex((column) => column?.key === 'code');

  const byCode = new Map(picklist.options.map((option) => [option.code, option]));
  const existing = new Map(byCode);
  const rowOf = new Map<string, number>();
  const isBroken = new Set(broken);
  for (const [position, cells] of rows.entries()) {
    const row = position + 1;
    if (position === 0 || cells.every((cell) => cell.trim() === '')) continue;
    if (isBroken.has(position)) {
      add(row, null, 'broken-row');
      continue;
    }
    const cell = cells[codeAt] ?? '';
    const code = existing.has(cell) ? cell : cleanText(cell);
    if (code === '') {
      add(row, 'code', 'code-missing');
      continue;
    }
    const first = rowOf.get(code);
    if (first !== undefined) {
      add(row, 'code', 'duplicate-code', { value: code, first });
      continue;
    }
    rowOf.set(code, row);
    byCode.set(
      code,
      readOption(
        existing.get(code),
        code,
        cells,
        columns,
        content.reportedLanguage,
        (column, problem, details) => add(row, column, problem, details),
      ),
    );
  }
  if (rowOf.size === 0 && errors.length === 0) add(1, null, 'no-rows');

  const codes = [...rowOf.keys()];
  const options = orderOptions(picklist.options, byCode, codes);
  const after: Picklist = { ...picklist, options };
  addProblems(content, picklist, after, published, rowOf, add);
  errors.sort((one, other) => one.row - other.row);
  if (errors.length > 0) return { ...refused(), rows: codes.length };

  const isChanged = (code: string): boolean =>
    existing.has(code) &&
    !isSame(existing.get(code) as unknown as Part, byCode.get(code) as unknown as Part);
  const added = codes.filter((code) => !existing.has(code)).length;
  const changed = codes.filter(isChanged);
  const reordered = isReordered(picklist.options, options);
  const isNew = added > 0 || changed.length > 0 || reordered;
  return {
    rows: codes.length,
    added,
    changed: changed.length,
    unchanged: codes.length - added - changed.length,
    archived: changed.filter(
      (code) => byCode.get(code)?.archived === true && existing.get(code)?.archived !== true,
    ).length,
    untouched: existing.size + added - codes.length,
    reordered,
    errors,
    content: isNew
      ? withPicklists(content, (picklists) => changeById(picklists, picklistId, () => after))
      : content,
  };
}

/** The content with a file taken in; itself where the file cannot be taken into it. */
export const importOptions = (
  content: CatalogContent,
  picklistId: string,
  text: string,
  published: CatalogContent | null,
): CatalogContent => planImport(content, picklistId, text, published).content ?? content;
