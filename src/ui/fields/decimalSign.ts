import type { AnswerValue, DecimalSign } from '../../core/capture/types';

/** The decimal sign of a language; of those that write neither point nor comma, the point. */
export function decimalSign(language: string): DecimalSign {
  try {
    const parts = new Intl.NumberFormat(language).formatToParts(1.5);
    return parts.some(({ type, value }) => type === 'decimal' && value === ',') ? ',' : '.';
  } catch {
    // A malformed tag.
    return '.';
  }
}

/** A number's text with the reader's decimal sign. One that no agent typed has a point. */
export function numberText(
  { text, decimal = '.' }: Extract<AnswerValue, { kind: 'number' }>,
  sign: DecimalSign,
): string {
  return decimal === sign ? text : text.replace(decimal, sign);
}
