import type { DateField } from '../catalog/types';
import { findEntry } from '../insights/dictionary';
import { fail, ok, type Result } from '../result';
import { clockText, offsetOf } from '../rules/localTime';
import type { AnswerValue, FieldProblemCode } from './types';

type DateValue = Extract<AnswerValue, { kind: 'date' }>;

/** Rule 10, inclusive. */
export const DATE_YEARS = { first: 1901, last: 2049 } as const;

/** In minutes: no clock on earth is further from UTC than 14 hours. */
export const OFFSET_LIMIT = 840;

const MINUTE_MS = 60_000;
const FORM = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/;

const two = (number: number): string => String(number).padStart(2, '0');

/** `+01:00` */
export const offsetText = (offset: number): string =>
  `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;

const isYear = (year: number): boolean => year >= DATE_YEARS.first && year <= DATE_YEARS.last;

/**
 * What a date field stores. A day goes into a `date` as noon UTC: from 12 hours west to 11 hours east of Greenwich
 * a report shows the same day.
 */
export function storedDate(
  field: DateField,
  { text, offset }: DateValue,
): Result<string | number, FieldProblemCode> {
  const match = FORM.exec(text);
  const isOffset =
    offset === null || (Number.isInteger(offset) && Math.abs(offset) <= OFFSET_LIMIT);
  if (!match || !isOffset) return fail('not-a-date');
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const isMoment = match[4] !== undefined;
  const local = Date.UTC(year, month - 1, day, hour, minute);
  // 31 February is a day of March to a Date, and 24:00 one of the next day.
  const isReal =
    isMoment === (field.precision === 'minute') &&
    new Date(local).toISOString().startsWith(isMoment ? text : `${text}T`);
  if (!isReal) return fail('not-a-date');
  const ahead = isMoment ? offset : 0;
  if (ahead === null) return fail('no-such-time');
  const moment = isMoment ? local - ahead * MINUTE_MS : Date.UTC(year, month - 1, day, 12);
  if (!isYear(year) || !isYear(new Date(moment).getUTCFullYear())) {
    return fail('date-out-of-range');
  }
  if (findEntry(field.target.path)?.type === 'date') return ok(moment);
  return ok(isMoment ? text + offsetText(ahead) : text);
}

/** The other way round; null for what `storedDate` never stores. */
export function readDate(field: DateField, stored: unknown): DateValue | null {
  const isDateTarget = findEntry(field.target.path)?.type === 'date';
  if (isDateTarget) {
    if (typeof stored !== 'number' || Math.abs(stored) > 8.64e15) return null;
    const iso = new Date(stored).toISOString();
    const text = field.precision === 'day' ? iso.slice(0, 10) : iso.slice(0, 16);
    const value: DateValue = { kind: 'date', text, offset: 0 };
    const again = storedDate(field, value);
    return again.ok ? value : null;
  }
  if (typeof stored !== 'string') return null;
  const match = /^(\d{4}-\d\d-\d\d(?:T\d\d:\d\d)?)(?:([+-])(\d\d):(\d\d))?$/.exec(stored);
  if (!match) return null;
  const [, text = '', sign, hours, minutes] = match;
  const size = Number(hours ?? 0) * 60 + Number(minutes ?? 0);
  const value: DateValue = { kind: 'date', text, offset: sign === '-' ? -size : size };
  const again = storedDate(field, value);
  return again.ok && again.value === stored ? value : null;
}

const MOMENT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

function ofMoment(field: DateField, moment: number, timeZone: string): DateValue | null {
  const text = clockText(moment, timeZone);
  if (text === null) return null;
  // Noon UTC is how a day is stored as a moment.
  const isDay = field.precision === 'day' && moment % 86_400_000 === 43_200_000;
  const shown = isDay ? new Date(moment).toISOString() : text;
  return field.precision === 'day'
    ? { kind: 'date', text: shown.slice(0, 10), offset: 0 }
    : { kind: 'date', text, offset: offsetAgain(moment, text) };
}

const offsetAgain = (moment: number, text: string): number =>
  Math.round((Date.parse(`${text}Z`) - Math.floor(moment / MINUTE_MS) * MINUTE_MS) / MINUTE_MS);

/**
 * What a rule or an author means by a date: a day, a moment with its distance to UTC or in the time zone, or epoch
 * milliseconds. Null for a moment that the zone's clock never shows.
 */
export function meantDate(
  field: DateField,
  value: string | number,
  timeZone: string,
): DateValue | null {
  if (typeof value === 'number') return ofMoment(field, value, timeZone);
  const [, day = '', time = '', zone] = MOMENT.exec(value) ?? [];
  if (day === '') return { kind: 'date', text: value, offset: 0 };
  const text = `${day}T${time}`;
  if (zone === undefined) {
    const offset = offsetOf(text, timeZone);
    return offset === null ? null : { kind: 'date', text, offset };
  }
  if (field.precision === 'day') return ofMoment(field, Date.parse(value), timeZone);
  const size = zone === 'Z' ? 0 : Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4));
  return { kind: 'date', text, offset: zone.startsWith('-') && size > 0 ? -size : size };
}
