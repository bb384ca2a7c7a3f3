import { ownValue } from '../attributes/paths';
import { cleanText } from '../capture/storedText';
import { isDay } from '../catalog/days';
import type { Option } from '../catalog/types';
import { withParts, type Part } from '../diff/json';
import type { JsonObject, JsonValue } from '../json';
import { fail, ok, type Result } from '../result';
import type { Column } from './columns';

/** Texts in one cell, with `|` between them; a `|` or `\` of their own has a `\` before it. */
const writeList = (texts: readonly string[]): string =>
  texts.map((text) => text.replace(/[\\|]/g, '\\$&')).join('|');

const readList = (cell: string): readonly string[] =>
  (cell.match(/(?:\\[^]|[^|\\]|\\$)+/g) ?? []).flatMap((part) => {
    const text = cleanText(part.replace(/\\([\\|])/g, '$1'));
    return text === '' ? [] : [text];
  });

const valueOf = (option: Option, column: Column): Part => {
  const value = (option as unknown as JsonObject)[column.key];
  return 'language' in column ? ownValue((value ?? {}) as JsonObject, column.language) : value;
};

/** What a file says in a column. */
export function writeCell(option: Option, column: Column): string {
  const value = valueOf(option, column);
  if (value === undefined || value === false) return '';
  if (value === true) return 'yes';
  return Array.isArray(value) ? writeList(value as readonly string[]) : String(value);
}

export type CellProblemCode = 'not-yes-or-no' | 'not-a-number' | 'not-a-shortcut' | 'not-a-day';

const YES = ['yes', 'true', '1', 'x'];
const NO = ['no', 'false', '0'];
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The value that a cell gives; undefined: none. */
export function readCell(cell: string, column: Column): Result<Part, CellProblemCode> {
  const text = cleanText(cell);
  if (text === '') return ok(undefined);
  switch (column.key) {
    case 'archived': {
      const word = text.toLowerCase();
      if (YES.includes(word)) return ok(true);
      return NO.includes(word) ? ok(undefined) : fail('not-yes-or-no');
    }
    case 'number': {
      const number = Number(text);
      return Number.isFinite(number) ? ok(number) : fail('not-a-number');
    }
    case 'shortcut':
      return /^[1-9]$/.test(text) ? ok(Number(text)) : fail('not-a-shortcut');
    case 'activeFrom':
    case 'activeTo':
      return DAY.test(text) && isDay(text) ? ok(text) : fail('not-a-day');
    case 'under':
    case 'synonyms': {
      const list = readList(cell);
      return ok(list.length === 0 ? undefined : list);
    }
    default:
      return ok(text);
  }
}

/** The option with the value of a column; it stays as it is where a file would say the same of it. */
export function withCell(option: Option, column: Column, value: Part): Option {
  const own = readCell(writeCell(option, column), column);
  if (own.ok && JSON.stringify(own.value) === JSON.stringify(value)) return option;
  const object = option as unknown as JsonObject;
  let part = value;
  if ('language' in column) {
    const record = withParts(
      (object[column.key] ?? {}) as JsonObject,
      new Map([[column.language, value]]),
    );
    // An option without a name is wrong, and not one that is no object.
    const isEmpty = Object.keys(record).length === 0 && column.key !== 'name';
    part = isEmpty ? undefined : (record as JsonValue);
  }
  return withParts(object, new Map([[column.key, part]])) as unknown as Option;
}
