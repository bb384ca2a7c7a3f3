import type { Option } from '../catalog/types';

/** Parents first, each tree in one piece; siblings in the order they had. What goes round in a circle comes last. */
function treeOrder(options: readonly Option[]): readonly Option[] {
  const codes = new Set(options.map(({ code }) => code));
  const children = new Map<string | null, Option[]>();
  for (const option of options) {
    const { parent } = option;
    const above = parent !== undefined && codes.has(parent) ? parent : null;
    const siblings = children.get(above);
    if (siblings) siblings.push(option);
    else children.set(above, [option]);
  }
  const order = new Set<Option>();
  const waiting = [...(children.get(null) ?? [])].reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    order.add(next);
    waiting.push(...[...(children.get(next.code) ?? [])].reverse());
  }
  for (const option of options) order.add(option);
  return [...order];
}

/**
 * The options in their new order. A file that names them all gives the order; of another one, what is new, or below
 * another parent, goes behind the row before it where that is in the same tree, else to the end of its parent.
 */
export function orderOptions(
  existing: readonly Option[],
  byCode: ReadonlyMap<string, Option>,
  rows: readonly string[],
): readonly Option[] {
  const named = new Set(rows);
  const pick = (codes: readonly string[]): readonly Option[] =>
    codes.flatMap((code) => byCode.get(code) ?? []);
  if (existing.every(({ code }) => named.has(code))) return pick(rows);

  const parents = new Map(existing.map(({ code, parent }) => [code, parent]));
  const comes = (code: string): boolean =>
    !parents.has(code) || parents.get(code) !== byCode.get(code)?.parent;
  const coming = new Set(rows.filter(comes));
  if (coming.size === 0) return pick(existing.map(({ code }) => code));
  const isWithin = (code: string, above: string | undefined): boolean => {
    const seen = new Set<string>();
    let at: string | undefined = code;
    while (at !== undefined && at !== above && !seen.has(at)) {
      seen.add(at);
      at = byCode.get(at)?.parent;
    }
    return at === above;
  };
  const followers = new Map<string, string[]>();
  const atEnd: string[] = [];
  for (const [position, code] of rows.entries()) {
    if (!coming.has(code)) continue;
    const before = rows[position - 1];
    const goesBehind = before !== undefined && isWithin(before, byCode.get(code)?.parent);
    const others = goesBehind ? (followers.get(before) ?? []) : atEnd;
    if (goesBehind) followers.set(before, others);
    others.push(code);
  }
  const order: string[] = [];
  const staying = existing.map(({ code }) => code).filter((code) => !coming.has(code));
  const waiting = [...staying, ...atEnd].reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    order.push(next);
    waiting.push(...[...(followers.get(next) ?? [])].reverse());
  }
  return treeOrder(pick(order));
}
