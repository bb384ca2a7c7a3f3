import type { AnswerValue } from '../../core/capture/types';

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

/**
 * How many minutes this browser's clock is ahead of UTC at a local moment; 0 for what is none. A moment that the clock
 * leaves out in spring counts as before the change.
 */
export function offsetAt(text: string): number {
  const numbers = numbersOf(text);
  if (!numbers) return 0;
  // In the first decades of time zones, an offset had seconds.
  return Math.round((Date.UTC(...numbers) - new Date(...numbers).getTime()) / MINUTE_MS);
}

/** A date as this browser's clock shows it, whatever clock it was entered by. A day is the same day everywhere. */
export function localText({ text, offset }: DateValue): string {
  const numbers = text.includes('T') ? numbersOf(text) : null;
  if (!numbers || offset === offsetAt(text)) return text;
  const at = new Date(Date.UTC(...numbers) - offset * MINUTE_MS);
  const year = String(at.getFullYear()).padStart(4, '0');
  const day = `${year}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** A whole date in a language's way of writing; anything else as it is. */
export function dateText(value: DateValue, language: string): string {
  const text = localText(value);
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
