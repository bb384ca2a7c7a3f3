import type { JsonObject } from '../json';
import { isSame, type Part, partOf } from './json';
import { CATALOG, keyedItems, partAt, type KeyedList, type Shape } from './shape';
import type { Change, ChangePath } from './types';

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

/** What has to go with an item: itself, and whatever is in it. */
export function removalsOf(catalog: JsonObject, path: ChangePath): readonly Change[] {
  const above = path.slice(0, -2);
  const name = path[path.length - 2] ?? '';
  const gone = new Set([path[path.length - 1] ?? '']);
  const removed: ChangePath[] = [path];
  for (const { path: at, within, items } of dependentLists(catalog)) {
    if (within.list !== name || !isSame(at.slice(0, -1), above)) continue;
    const isOwn = at[at.length - 1] === name;
    const byParent = new Map<string, string[]>();
    for (const [id, item] of items) {
      const parent = item[within.property];
      if (typeof parent !== 'string') continue;
      const others = byParent.get(parent);
      if (others) others.push(id);
      else byParent.set(parent, [id]);
    }
    // A set is walked in the order in which it grows.
    for (const parent of gone) {
      for (const id of byParent.get(parent) ?? []) {
        if (isOwn && gone.has(id)) continue;
        if (isOwn) gone.add(id);
        removed.push([...at, id]);
      }
    }
  }
  return removed.map((gonePath) => ({
    type: 'removed',
    path: gonePath,
    before: partAt(catalog, gonePath) ?? null,
  }));
}
