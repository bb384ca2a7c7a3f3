/**
 * The number an agent typed, with a point or a comma as decimal mark; null when there is none. `1,500` and `1.500`
 * are refused: one agent means one and a half, another one thousand five hundred.
 */
export function parseNumber(text: string): number | null {
  const typed = text.trim();
  if (!/^[+-]?\d+([.,]\d+)?$/.test(typed) || /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(typed))
    return null;
  const number = Number(typed.replace(',', '.'));
  // Beyond that, what is stored would not be what was typed. Adding 0 turns -0 into 0.
  return Math.abs(number) <= Number.MAX_SAFE_INTEGER ? number + 0 : null;
}
