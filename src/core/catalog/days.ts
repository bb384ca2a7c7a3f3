import type { Day } from './types';

const DAY_MS = 86_400_000;
const noon = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** Whether a text of the right form is a day of the calendar: 31 February is none. */
export const isDay = (text: string): boolean => {
  const moment = noon(text);
  return Number.isFinite(moment) && new Date(moment).toISOString().startsWith(`${text}T`);
};

/** The day that many days later. */
export const addDays = (day: Day, count: number): Day =>
  new Date(noon(day) + count * DAY_MS).toISOString().slice(0, 10);

/** Whether a day lies within two that both belong to it; days in this form are in the order of their texts. */
export const isWithin = (day: Day, from: Day | undefined, to: Day | undefined): boolean =>
  (from === undefined || from <= day) && (to === undefined || day <= to);
