import type { AnswerValue } from '../../core/capture/types';
import { offsetsOf, type Clock } from '../../core/rules/localTime';

type DateValue = Extract<AnswerValue, { kind: 'date' }>;

const MINUTE_MS = 60_000;
const two = (number: number): string => String(number).padStart(2, '0');

/** The numbers of a whole date; hours and minutes are 0 for a day. */
const numbersOf = (text: string): readonly [number, number, number, number, number] | null => {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d))?$/.exec(text);
  if (!match) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return [year, month - 1, day, hour, minute];
};

/** This browser's. */
const clock: Clock = (moment) => {
  const at = new Date(moment);
  const year = String(at.getFullYear()).padStart(4, '0');
  const day = `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
};

const isMoment = (text: string): boolean => text.includes('T') && numbersOf(text) !== null;

/** `offsetsOf` on this browser's clock; 0 for what is no moment. */
export const localOffsets = (text: string): readonly number[] =>
  isMoment(text) ? offsetsOf(text, clock) : [0];

/** A date as this browser's clock shows it, whatever clock it was entered by. A day is the same day everywhere. */
export function localDate(value: DateValue): DateValue {
  const { text, offset } = value;
  if (!isMoment(text) || offset === null) return value;
  const moment = Date.parse(`${text}Z`) - offset * MINUTE_MS;
  const shown = clock(moment) ?? text;
  return { kind: 'date', text: shown, offset: (Date.parse(`${shown}Z`) - moment) / MINUTE_MS };
}

/** A whole date in a language's way of writing; anything else as it is. */
export function dateText(value: DateValue, language: string): string {
  const { text } = localDate(value);
  const numbers = numbersOf(text);
  if (!numbers) return text.replace('T', ' ').trim();
  const format = (tag?: string) =>
    new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: 'short',
      day: 'numeric',
      ...(text.includes('T') ? { hour: 'numeric', minute: '2-digit' } : {}),
    }).format(new Date(...numbers));
  try {
    return format(language);
  } catch {
    return format();
  }
}
