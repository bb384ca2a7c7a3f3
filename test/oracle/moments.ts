import type { Judged } from './texts';

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const daysIn = (year: number, month: number): number =>
  month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;

const DAY = 86_400_000;

/** Days from 1 January 1970, counted one year and one month at a time. */
function dayNumber(year: number, month: number, day: number): number {
  let days = day - 1;
  for (let m = 1; m < month; m += 1) days += daysIn(year, m);
  for (let y = 1970; y < year; y += 1) days += isLeap(y) ? 366 : 365;
  for (let y = year; y < 1970; y += 1) days -= isLeap(y) ? 366 : 365;
  return days;
}

interface Clock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

function readClock(text: string, precision: 'day' | 'minute'): Clock | null {
  const [date = '', time, ...more] = text.split('T');
  const fits = (part: string, shape: RegExp): boolean => shape.test(part);
  if (more.length > 0 || !fits(date, /^\d{4}-\d{2}-\d{2}$/)) return null;
  if ((precision === 'minute') !== (time !== undefined)) return null;
  if (time !== undefined && !fits(time, /^\d{2}:\d{2}$/)) return null;
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const [hour = 0, minute = 0] = (time ?? '').split(':').map(Number);
  const isReal =
    month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60;
  return isReal ? { year, month, day, hour, minute } : null;
}

const inRange = (moment: number): boolean =>
  moment >= dayNumber(1901, 1, 1) * DAY && moment < dayNumber(2050, 1, 1) * DAY;

/**
 * Rule 10. A day at a date target is noon UTC, so that it is the same day in most places; elsewhere a day is its
 * text, and a moment its text with the distance to UTC.
 */
export function momentMeant(
  typed: string,
  offset: number | null,
  precision: 'day' | 'minute',
  asMilliseconds: boolean,
): Judged<string | number> {
  const clock = readClock(typed, precision);
  const ahead = offset ?? 0;
  const isClock = ahead % 1 === 0 && ahead >= -14 * 60 && ahead <= 14 * 60;
  if (!clock || !isClock) return { problem: 'not-a-date' };
  if (offset === null && precision === 'minute') return { problem: 'no-such-time' };
  const midnight = dayNumber(clock.year, clock.month, clock.day) * DAY;
  const local = midnight + (clock.hour * 60 + clock.minute) * 60_000;
  const moment = precision === 'day' ? midnight + DAY / 2 : local - ahead * 60_000;
  if (!inRange(local) || !inRange(moment)) return { problem: 'date-out-of-range' };
  if (asMilliseconds) return { value: moment };
  if (precision === 'day') return { value: typed };
  const away = Math.abs(ahead);
  const [hours, minutes] = [Math.floor(away / 60), away % 60];
  const sign = ahead < 0 ? '-' : '+';
  return {
    value: `${typed}${sign}${hours < 10 ? '0' : ''}${hours}:${minutes < 10 ? '0' : ''}${minutes}`,
  };
}

/** What an agent would have typed for a stored moment, and how far from UTC; null where nobody could have. */
export function typedFor(
  stored: unknown,
  precision: 'day' | 'minute',
  asMilliseconds: boolean,
): { readonly text: string; readonly offset: number } | null {
  let text: string;
  let offset = 0;
  if (asMilliseconds) {
    if (typeof stored !== 'number' || !inRange(stored)) return null;
    text = new Date(stored).toJSON().slice(0, precision === 'day' ? 10 : 16);
  } else {
    if (typeof stored !== 'string') return null;
    text = stored.slice(0, precision === 'day' ? 10 : 16);
    const zone = stored.slice(text.length);
    const [hours = 0, minutes = 0] = zone.slice(1).split(':').map(Number);
    offset = (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
  }
  const again = momentMeant(text, offset, precision, asMilliseconds);
  if (!('value' in again)) return null;
  return asMilliseconds || again.value === stored ? { text, offset } : null;
}

/** The clock on the wall of a time zone, as rules see it. */
export function wallClock(
  moment: number | null,
  timeZone: string,
): {
  readonly date: string | null;
  readonly clock: string | null;
  readonly weekday: number | null;
} {
  if (moment === null) return { date: null, clock: null, weekday: null };
  // Swedes write their dates as ISO 8601 does.
  const [date = '', time = ''] = new Date(moment).toLocaleString('sv-SE', { timeZone }).split(' ');
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  // 1 January 1970 was a Thursday.
  const weekday = ((((dayNumber(year, month, day) + 3) % 7) + 7) % 7) + 1;
  return { date, clock: time.slice(0, 5), weekday };
}

interface DateSaid {
  readonly kind: 'date';
  readonly text: string;
  readonly offset: number;
}

/** What a catalog or another system means by a date, on the clock of the catalog's time zone where it says no other. */
export function dateMeant(
  said: string | number,
  precision: 'day' | 'minute',
  timeZone: string,
): DateSaid | null {
  const local = (moment: number): string => {
    const { date, clock } = wallClock(moment, timeZone);
    return `${date}T${clock}`;
  };
  const aheadAt = (moment: number): number =>
    Math.round(
      (Date.parse(`${local(moment)}:00Z`) - Math.floor(moment / 60_000) * 60_000) / 60_000,
    );
  const ofMoment = (moment: number): DateSaid | null => {
    if (!(Math.abs(moment) <= 8.64e15)) return null;
    if (precision === 'minute')
      return { kind: 'date', text: local(moment), offset: aheadAt(moment) };
    const isNoon = new Date(moment).toJSON().endsWith('T12:00:00.000Z');
    const text = isNoon ? new Date(moment).toJSON() : local(moment);
    return { kind: 'date', text: text.slice(0, 10), offset: 0 };
  };
  if (typeof said === 'number') return ofMoment(said);
  const parts = /^(.{10}T\d\d:\d\d)(:\d\d([.]\d+)?)?(Z|[-+]\d\d:\d\d)?$/.exec(said);
  if (!parts || !/^\d{4}-\d\d-\d\dT/.test(said)) return { kind: 'date', text: said, offset: 0 };
  const [, text = '', , , zone] = parts;
  if (zone !== undefined) {
    if (precision === 'day') return ofMoment(Date.parse(said));
    const [hours = 0, minutes = 0] = zone === 'Z' ? [0, 0] : zone.slice(1).split(':').map(Number);
    const size = hours * 60 + minutes;
    return { kind: 'date', text, offset: zone[0] === '-' && size > 0 ? -size : size };
  }
  const utc = Date.parse(`${text}Z`);
  if (Number.isNaN(utc)) return null;
  // The clock may show it once, twice, or never: each quarter of an hour that a zone can be away is tried.
  for (let offset = 14 * 60; offset >= -14 * 60; offset -= 15) {
    if (local(utc - offset * 60_000) === text) return { kind: 'date', text, offset };
  }
  return null;
}
