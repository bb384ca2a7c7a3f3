import { idsAt } from './shape';
import { keyOf, type Sides } from './sides';
import type { Change, ChangePath } from './types';

interface Order {
  readonly ids: readonly string[];
  readonly at: ReadonlyMap<string, number>;
  /** Ids that mine has. */
  readonly own: ReadonlySet<string>;
}

/** Lets items that come to mine stand behind the nearest one that is there. */
export function fitting(changes: readonly Change[], { mine, theirs }: Sides): readonly Change[] {
  const coming = new Set(changes.map(({ type, path }) => (type === 'removed' ? '' : keyOf(path))));
  const orders = new Map<string, Order>();
  const orderOf = (path: ChangePath): Order => {
    const key = keyOf(path);
    const known = orders.get(key);
    if (known) return known;
    const ids = idsAt(theirs, path);
    const at = new Map(ids.map((id, position) => [id, position]));
    const order: Order = { ids, at, own: new Set(idsAt(mine, path)) };
    orders.set(key, order);
    return order;
  };
  return changes.map((change) => {
    if (!('behind' in change) || change.behind === null) return change;
    const list = change.path.slice(0, -1);
    const { ids, at, own } = orderOf(list);
    for (let position = at.get(change.behind) ?? -1; position >= 0; position -= 1) {
      const id = ids[position] ?? '';
      if (own.has(id) || coming.has(keyOf([...list, id]))) return { ...change, behind: id };
    }
    return { ...change, behind: null };
  });
}
