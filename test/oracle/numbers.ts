/** A decimal number taken apart: `units` of 10 to the power of minus `places`. */
interface Decimal {
  readonly units: bigint;
  readonly places: number;
}

const decimalOf = (plain: string): Decimal => {
  const [whole = '0', fraction = ''] = plain.split('.');
  return { units: BigInt(whole + fraction), places: fraction.length };
};

const scaled = ({ units, places }: Decimal, to: number): bigint =>
  units * 10n ** BigInt(to - places);

/** Exact, in decimal digits: what a person means by "a multiple". */
export function isMultiple(number: number, step: number, from: number): boolean {
  const parts = [number, step, from].map((part) => decimalOf(plainly(part)));
  const places = Math.max(...parts.map((part) => part.places));
  const [n = 0n, s = 1n, f = 0n] = parts.map((part) => scaled(part, places));
  return (n - f) % s === 0n;
}

/** A number's shortest decimal digits, without an exponent. */
export function plainly(number: number): string {
  const text = String(number);
  const [digits = '', exponent] = text.split('e');
  if (exponent === undefined) return text;
  const sign = digits.startsWith('-') ? '-' : '';
  const [whole = '', fraction = ''] = digits.replace('-', '').split('.');
  const power = Number(exponent);
  if (power >= 0) return sign + whole + fraction.padEnd(power, '0');
  return `${sign}0.${'0'.repeat(-power - 1)}${whole}${fraction}`;
}

/** As a person would write a number that a machine came to: 15 digits at most behind its zeros, no exponent. */
export const written = (number: number): string =>
  plainly(number % 1 === 0 ? number : Number(number.toPrecision(15)));

/** The nearest multiple of a step, counted from a number: in decimal digits, half of a step up. */
export function nearestOnStep(number: number, step: number, from: number): number {
  const parts = [written(number), plainly(step), plainly(from)].map(decimalOf);
  const places = Math.max(...parts.map((part) => part.places));
  const [n = 0n, s = 1n, f = 0n] = parts.map((part) => scaled(part, places));
  const far = n - f;
  const rest = ((far % s) + s) % s;
  const units = f + far - rest + (rest * 2n >= s ? s : 0n);
  return Number(units) / 10 ** places;
}

/**
 * The number that a person means: digits with at most one decimal sign. Where the digits could as well be thousands
 * (`1,500`), only the typist's own decimal sign decides. No more digits than a JSON number keeps.
 */
export function numberMeant(typed: string, own?: '.' | ','): number | null {
  let rest = typed.trim();
  const sign = rest.startsWith('-') ? -1 : 1;
  if (rest.startsWith('-') || rest.startsWith('+')) rest = rest.slice(1);
  const used = [...rest].filter((character) => character === '.' || character === ',');
  const [whole = '', fraction] = rest.split(/[.,]/);
  const isDigits = (part: string): boolean =>
    part !== '' && [...part].every((digit) => digit >= '0' && digit <= '9');
  if (used.length > 1 || !isDigits(whole)) return null;
  if (fraction !== undefined && !isDigits(fraction)) return null;
  const looksLikeThousands =
    fraction !== undefined && fraction.length === 3 && whole.length <= 3 && whole[0] !== '0';
  if (looksLikeThousands && used[0] !== own) return null;
  const digits = `${whole}${fraction ?? ''}`;
  if (digits.replace(/^0+/, '').length > 15) return null;
  const size = Number(fraction === undefined ? whole : `${whole}.${fraction}`);
  return size === 0 ? 0 : sign * size;
}
