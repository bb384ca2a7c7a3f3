import { localDay } from './localTime';

const HOUR_MS = 3_600_000;

/** A moment (epoch milliseconds) in the middle of a day of the time zone; null when there is no such day there. */
export function momentOn(day: string, timeZone: string): number | null {
  const noon = Date.parse(`${day}T12:00:00Z`);
  if (!Number.isFinite(noon)) return null;
  // Noon in Greenwich is the next day in Auckland, and the same day in Samoa.
  const moments = [0, -6, 6, -12, 12].map((hours) => noon + hours * HOUR_MS);
  return moments.find((moment) => localDay(moment, timeZone) === day) ?? null;
}
