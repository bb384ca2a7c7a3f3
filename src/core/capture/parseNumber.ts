import type { DecimalSign } from './types';

/** Digits beyond these are not kept by a JSON number. */
const NUMBER_DIGITS = 15;

/** One to three digits, a sign, three digits: to one reader a decimal sign, to another one between thousands. */
const isAmbiguous = (typed: string, sign: string): boolean =>
  new RegExp(`^[+-]?[1-9]\\d{0,2}[${sign}]\\d{3}$`).test(typed);

/**
 * The number an agent typed, with a point or a comma as decimal sign; null when there is none. `1,500` is refused
 * where the comma is not known to be the typist's own decimal sign: one agent means one and a half, another one
 * thousand five hundred.
 */
export function parseNumber(text: string, decimal?: DecimalSign): number | null {
  const typed = text.trim();
  if (!/^[+-]?\d+([.,]\d+)?$/.test(typed)) return null;
  const doubtful = ['.', ','].filter((sign) => sign !== decimal);
  if (doubtful.some((sign) => isAmbiguous(typed, sign))) return null;
  const digits = typed.replace(/[^\d]/g, '').replace(/^0+/, '').length;
  const number = Number(typed.replace(',', '.'));
  // Beyond that, what is stored would not be what was typed. Adding 0 turns -0 into 0.
  return digits <= NUMBER_DIGITS && Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number + 0 : null;
}
