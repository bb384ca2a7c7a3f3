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
