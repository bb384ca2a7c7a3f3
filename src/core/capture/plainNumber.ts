import type { NumberField } from '../catalog/types';

/** As many digits as a number's rules allow (`parseNumber`); binary fractions come with more. */
const DIGITS = 15;

/** A number in decimal digits, without an exponent; whole ones keep all of theirs. */
export function plainNumber(number: number): string {
  const rounded = Number.isInteger(number) ? number : Number(number.toPrecision(DIGITS));
  const [digits = '', exponent] = String(rounded).split('e-');
  if (exponent === undefined) return digits;
  const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d)\.?(\d*)$/.exec(digits) ?? [];
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${whole}${fraction}`;
}

const decimalsOf = (number: number): number => plainNumber(number).split('.')[1]?.length ?? 0;

/** The nearest number that a field's step takes: what a rule comes to is seldom a multiple of it. */
export function onStep({ integer, step, min = 0 }: NumberField, number: number): number {
  const unit = step ?? (integer ? 1 : undefined);
  if (unit === undefined) return number;
  const from = step === undefined ? 0 : min;
  const nearest = from + Math.round(Number(((number - from) / unit).toPrecision(DIGITS))) * unit;
  return Number(nearest.toFixed(Math.min(20, Math.max(decimalsOf(unit), decimalsOf(from)))));
}
