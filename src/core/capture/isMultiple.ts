/** How many decimals a number's shortest digits have. */
function decimalsOf(number: number): number {
  const [digits = '', exponent = '0'] = String(number).split('e');
  const decimals = digits.split('.')[1]?.length ?? 0;
  return Math.max(0, decimals - Number(exponent));
}

/** What is left of a number after a step, both counted in units of so many decimals: digit by digit, as on paper. */
function remainder(number: number, step: number, decimals: number): number {
  const digits = Math.abs(number).toFixed(decimals).replace('.', '');
  let left = 0;
  for (const digit of digits) left = (left * 10 + Number(digit)) % step;
  return number < 0 && left > 0 ? step - left : left;
}

/**
 * Whether a number is a whole count of steps away from another one, in decimal digits as a person writes them: binary
 * fractions would tell 0.3 from three steps of 0.1, and none of them apart where numbers are large.
 */
export function isMultiple(number: number, step: number, from: number): boolean {
  const decimals = Math.min(20, Math.max(...[number, step, from].map(decimalsOf)));
  const unit = Math.round(step * 10 ** decimals);
  return remainder(number, unit, decimals) === remainder(from, unit, decimals);
}
