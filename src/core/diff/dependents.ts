import type { JsonObject } from '../json';
import { isSame, type Part, partOf } from './json';
import { CATALOG, keyedItems, partAt, type KeyedList, type Shape } from './shape';
import { keyOf } from './sides';
import type { Change, ChangePath, Elsewhere } from './types';

/** A list whose items stand or fall with another one. */
interface DependentList {
  readonly path: ChangePath;
  readonly within: NonNullable<KeyedList['within']>;
  readonly items: ReadonlyMap<string, JsonObject>;
}

/** The lists of a catalog whose items stand or fall with another one, by path. */
function* listsIn(item: Part, shape: Shape, path: ChangePath): Generator<DependentList> {
  for (const [key, list] of Object.entries(shape.lists)) {
    const items = keyedItems(partOf(item, key), list.key);
    if (!items) continue;
    if (list.within) yield { path: [...path, key], within: list.within, items };
    if (Object.keys(list.item.lists).length === 0) continue;
    for (const [id, below] of items) yield* listsIn(below, list.item, [...path, key, id]);
  }
}

export const dependentLists = (catalog: JsonObject): Iterable<DependentList> =>
  listsIn(catalog, CATALOG, []);

interface Dependent {
  readonly path: ChangePath;
  /** The property that says what it is in. */
  readonly property: string;
}

/** What is in an item, and in that, as far as `descends` says. */
function dependentsOf(
  catalog: JsonObject,
  path: ChangePath,
  descends: (path: ChangePath) => boolean = () => true,
): readonly Dependent[] {
  const above = path.slice(0, -2);
  const name = path[path.length - 2] ?? '';
  const start = path[path.length - 1] ?? '';
  const found: Dependent[] = [];
  for (const { path: at, within, items } of dependentLists(catalog)) {
    if (within.list !== name || !isSame(at.slice(0, -1), above)) continue;
    const { property } = within;
    const byParent = new Map<string, string[]>();
    for (const [id, item] of items) {
      const parent = item[property];
      if (typeof parent !== 'string') continue;
      const others = byParent.get(parent);
      if (others) others.push(id);
      else byParent.set(parent, [id]);
    }
    const isOwn = at[at.length - 1] === name;
    // A set is walked in the order in which it grows.
    const open = new Set([start]);
    for (const parent of open) {
      for (const id of byParent.get(parent) ?? []) {
        const own = [...at, id];
        if (isOwn && open.has(id)) continue;
        if (isOwn && descends(own)) open.add(id);
        found.push({ path: own, property });
      }
    }
  }
  return found;
}

/** What is in the item on the side that has it, and somewhere else on the side that has removed it. */
export const elsewhereOf = (
  has: JsonObject,
  remover: JsonObject,
  path: ChangePath,
): readonly Elsewhere[] =>
  dependentsOf(has, path).flatMap(({ path: own, property }) => {
    const item = partAt(remover, own);
    const within = partOf(item, property);
    if (item === undefined) return [];
    return [{ path: own, within: typeof within === 'string' ? within : null }];
  });

/** Takes an item away: what is in it goes back to where the remover has it, or goes too. */
export function removalOf(
  catalog: JsonObject,
  path: ChangePath,
  elsewhere: readonly Elsewhere[],
): readonly Change[] {
  const places = new Map(elsewhere.map((one) => [keyOf(one.path), one.within]));
  const removed = (own: ChangePath): Change => ({
    type: 'removed',
    path: own,
    before: partAt(catalog, own) ?? null,
  });
  const dependents = dependentsOf(catalog, path, (own) => !places.has(keyOf(own)));
  return [
    removed(path),
    ...dependents.map(({ path: own, property }): Change => {
      const within = places.get(keyOf(own));
      if (within === undefined) return removed(own);
      const before = partOf(partAt(catalog, own), property);
      return { type: 'changed', path: [...own, property], before, after: within ?? undefined };
    }),
  ];
}
