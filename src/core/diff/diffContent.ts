import type { CatalogContent } from '../catalog/types';
import { isJsonObject, type JsonObject } from '../json';
import { flatForms } from './flatForms';
import { isSame, partOf, type Part } from './json';
import { ALWAYS_THERE, CATALOG, keyedItems, type KeyedList, type Shape } from './shape';
import type { Change, ChangePath } from './types';

/** The longest rising subsequence: which of the numbers may stay when the others move. */
function staying(numbers: readonly number[]): ReadonlySet<number> {
  // `ends[n]` is where the best sequence of n + 1 numbers ends; `previous` leads back.
  const ends: number[] = [];
  const previous: number[] = [];
  for (const [position, number] of numbers.entries()) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
      else high = middle;
    }
    previous.push(ends[low - 1] ?? -1);
    ends[low] = position;
  }
  const kept = new Set<number>();
  for (let at = ends[ends.length - 1] ?? -1; at >= 0; at = previous[at] ?? -1) {
    kept.add(numbers[at] ?? 0);
  }
  return kept;
}

/** The record to go through; null where it is to be compared as one value. */
function recordAt(key: string, value: Part): JsonObject | null {
  if (value === undefined) return ALWAYS_THERE.includes(key) ? null : {};
  if (!isJsonObject(value)) return null;
  // Empty and left out mean the same to a reader, and are two things in a file.
  return Object.keys(value).length > 0 || ALWAYS_THERE.includes(key) ? value : null;
}

const keysOf = (one: JsonObject, other: JsonObject): ReadonlySet<string> =>
  new Set([...Object.keys(one), ...Object.keys(other)]);

function diffList(
  before: ReadonlyMap<string, JsonObject>,
  after: ReadonlyMap<string, JsonObject>,
  { item: shape }: KeyedList,
  path: ChangePath,
  changes: Change[],
): void {
  const positions = new Map([...before.keys()].map((id, position) => [id, position]));
  for (const [id, item] of before) {
    if (!after.has(id)) changes.push({ type: 'removed', path: [...path, id], before: item });
  }
  const common = [...after.keys()].flatMap((id) => positions.get(id) ?? []);
  const stays = staying(common);
  let behind: string | null = null;
  for (const [id, item] of after) {
    const own = [...path, id];
    const was = before.get(id);
    if (was === undefined) changes.push({ type: 'added', path: own, after: item, behind });
    else {
      if (!stays.has(positions.get(id) ?? -1)) changes.push({ type: 'moved', path: own, behind });
      diffItem(was, item, shape, own, changes);
    }
    behind = id;
  }
}

function diffItem(
  before: JsonObject,
  after: JsonObject,
  shape: Shape,
  path: ChangePath,
  changes: Change[],
): void {
  // Of thousands of items most are as they were, and no path has to be made for those.
  if (path.length > 0 && isSame(before, after)) return;
  if (shape.hasKind && before['kind'] !== after['kind']) {
    changes.push({ type: 'changed', path, before, after });
    return;
  }
  const compare = (at: ChangePath, one: Part, other: Part): void => {
    if (!isSame(one, other)) changes.push({ type: 'changed', path: at, before: one, after: other });
  };
  for (const key of keysOf(before, after)) {
    const one = partOf(before, key);
    const other = partOf(after, key);
    if (one === other) continue;
    const at = [...path, key];
    const list = Object.hasOwn(shape.lists, key) ? shape.lists[key] : undefined;
    const items = list && [keyedItems(one, list.key), keyedItems(other, list.key)];
    const records = shape.records.includes(key) && [recordAt(key, one), recordAt(key, other)];
    if (list && items?.[0] && items[1]) diffList(items[0], items[1], list, at, changes);
    else if (records && records[0] && records[1]) {
      for (const name of keysOf(records[0], records[1])) {
        compare([...at, name], partOf(records[0], name), partOf(records[1], name));
      }
    } else compare(at, one, other);
  }
}

/** Of two catalogs with flat forms. */
export function diffFlat(before: JsonObject, after: JsonObject): readonly Change[] {
  const changes: Change[] = [];
  diffItem(before, after, CATALOG, [], changes);
  return changes;
}

/** What makes the one content out of the other, item by item and property by property. */
export const diffContent = (before: CatalogContent, after: CatalogContent): readonly Change[] =>
  before === after ? [] : diffFlat(flatForms(before), flatForms(after));
