// Programs that take in this module by import alone, as tests do, find the types by it.
// eslint-disable-next-line @typescript-eslint/triple-slash-reference
/// <reference path="./papaparse.d.ts" />
import { parse, unparse } from 'papaparse/papaparse.min.js';

/** A table as text: a row may be broken, which then has no cells. */
export interface Table {
  readonly rows: readonly (readonly string[])[];
  /** Positions of rows whose quotes do not close, or close too early. */
  readonly broken: readonly number[];
}

export type Delimiter = ',' | ';' | '\t';
export const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/*
 * A spreadsheet takes a cell that begins with one of these for a formula, which may call programs or send data away.
 * Such a cell is written with an apostrophe before it, which makes it a text, and read without. So that an apostrophe
 * of its own stays, one more is written before any apostrophes that a formula would follow, and one less is read.
 */
const FORMULA = /^'*[=+\-@\t\r\n]/;
const GUARDED = /^'+[=+\-@\t\r\n]/;
/** Spreadsheets take a number for a number. */
const NUMBER = /^-\d+(\.\d+)?(e[-+]\d+)?$/;

const guarded = (cell: string): string =>
  FORMULA.test(cell) && !NUMBER.test(cell) ? `'${cell}` : cell;
const unguarded = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell);

/** Some programs put a mark of the encoding first. */
const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

/** The rows of a text, empty ones too: their positions are those of the spreadsheet. */
export function readTable(text: string, delimiter: Delimiter): Table {
  const { data, errors } = parse(withoutMark(text), { delimiter });
  const broken = errors.flatMap(({ row }) => row ?? []);
  return { rows: data.map((row) => row.map(unguarded)), broken: [...new Set(broken)] };
}

/** The cells of the first row, before the rest is read. */
export const readFirstRow = (text: string, delimiter: Delimiter): readonly string[] =>
  (parse(withoutMark(text), { delimiter, preview: 1 }).data[0] ?? []).map(unguarded);

/** A table as CSV (RFC 4180). */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  unparse(
    rows.map((row) => row.map(guarded)),
    { delimiter: ',', newline: '\r\n' },
  );
