import type { JsonObject } from '../json';

const UNKNOWN: JsonObject = { date: null, clock: null, weekday: null };
const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Making one takes longer than all the rest of an evaluation. */
const clocks = new Map<string, Intl.DateTimeFormat | null>();

function makeClock(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      weekday: 'short',
    });
  } catch {
    return null;
  }
}

function clockOf(timeZone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(timeZone);
  if (known !== undefined) return known;
  const clock = makeClock(timeZone);
  clocks.set(timeZone, clock);
  return clock;
}

/** Whether this machine knows the time zone, e.g. `Europe/Berlin`. */
export const isTimeZone = (timeZone: string): boolean => clockOf(timeZone) !== null;

/** A moment (epoch milliseconds) as rules see it; nothing but nulls when it is not known. */
export function localTime(moment: number | null, timeZone: string): JsonObject {
  const clock = clockOf(timeZone);
  if (moment === null || !clock) return UNKNOWN;
  const parts = clock.formatToParts(moment);
  const part = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((candidate) => candidate.type === type)?.value ?? '';
  return {
    date: `${part('year')}-${part('month')}-${part('day')}`,
    clock: `${part('hour')}:${part('minute')}`,
    weekday: WEEKDAYS.indexOf(part('weekday')) + 1,
  };
}

/** The day of a moment (epoch milliseconds) as `time.date` gives it; null when it is not known. */
export const localDay = (moment: number | null, timeZone: string): string | null => {
  const { date } = localTime(moment, timeZone);
  return typeof date === 'string' ? date : null;
};

const MINUTE_MS = 60_000;

/** A moment on a time zone's clock, as `2026-11-24T17:05`; null where the zone or the moment is not known. */
export function clockText(moment: number, timeZone: string): string | null {
  if (!Number.isFinite(moment) || Math.abs(moment) > 8.64e15) return null;
  const { date, clock } = localTime(moment, timeZone);
  return typeof date === 'string' ? `${date}T${String(clock)}` : null;
}

/** A moment (epoch milliseconds) as a clock shows it, as `2026-11-24T17:05`; null where it is not known. */
export type Clock = (moment: number) => string | null;

/**
 * How many minutes a clock is ahead of UTC when it shows `2026-11-24T17:05`: once as a rule, twice where it is put back
 * over that time (the first time first), never where it is put forward over it.
 */
export function offsetsOf(text: string, clock: Clock): readonly number[] {
  const utc = Date.parse(`${text}Z`);
  // A clock is changed at most once within two days.
  const offsets = [-1, 1].map((days) => {
    const moment = utc + days * 86_400_000;
    return (Date.parse(`${clock(moment) ?? ''}Z`) - moment) / MINUTE_MS;
  });
  return [...new Set(offsets)]
    .filter((offset) => clock(utc - offset * MINUTE_MS) === text)
    .sort((one, other) => other - one);
}

/** The first of `offsetsOf` on a time zone's clock; null where it never shows that time. */
export const offsetOf = (text: string, timeZone: string): number | null =>
  offsetsOf(text, (moment) => clockText(moment, timeZone))[0] ?? null;
