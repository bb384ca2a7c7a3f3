import type { CatalogContent } from '../catalog/types';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { flatForms, nestedForms } from './flatForms';
import { partOf, withParts, type Part } from './json';
import { ALWAYS_THERE, CATALOG, keyedItems, type KeyedList, type Shape } from './shape';
import type { Change } from './types';

/** The changes at a place, and those below it. */
interface Branch {
  readonly here: Change[];
  readonly below: Map<string, Branch>;
}

function branchesOf(changes: readonly Change[]): Branch {
  const root: Branch = { here: [], below: new Map() };
  for (const change of changes) {
    let branch = root;
    for (const step of change.path) {
      const next: Branch = branch.below.get(step) ?? { here: [], below: new Map() };
      branch.below.set(step, next);
      branch = next;
    }
    branch.here.push(change);
  }
  return root;
}

/** Puts ids behind those they stand behind: each chain in the order given, the others at the end. */
function arrange(
  staying: readonly string[],
  placed: readonly { readonly id: string; readonly behind: string | null }[],
): readonly string[] {
  const followers = new Map<string | null, string[]>();
  // Taken from the end, so put there from the last to the first.
  for (const { id, behind } of [...placed].reverse()) {
    const others = followers.get(behind);
    if (others) others.push(id);
    else followers.set(behind, [id]);
  }
  const order = new Set<string>();
  const put = (first: string | null): void => {
    const waiting = [first];
    while (waiting.length > 0) {
      const id = waiting.pop() ?? null;
      if (id !== null) {
        if (order.has(id)) continue;
        order.add(id);
      }
      waiting.push(...(followers.get(id) ?? []));
      followers.delete(id);
    }
  };
  put(null);
  staying.forEach(put);
  for (const { id } of placed) put(id);
  return [...order];
}

function applyToList(
  items: ReadonlyMap<string, JsonObject>,
  list: KeyedList,
  branch: Branch,
): JsonValue {
  const left = new Map<string, JsonValue>(items);
  const staying = new Set(items.keys());
  const placed: { id: string; behind: string | null }[] = [];
  for (const [id, { here, below }] of branch.below) {
    for (const change of here) {
      if (change.type === 'removed') left.delete(id);
      else if (change.type === 'added') left.set(id, change.after);
      else if (change.type === 'changed' && change.after !== undefined) left.set(id, change.after);
      if (change.type === 'added' || change.type === 'moved') {
        staying.delete(id);
        placed.push({ id, behind: change.behind });
      }
    }
    const item = left.get(id);
    if (below.size > 0 && isJsonObject(item))
      left.set(id, applyToItem(item, list.item, { here: [], below }));
  }
  return arrange([...staying], placed).flatMap((id) => left.get(id) ?? []);
}

function applyToRecord(key: string, record: JsonObject, branch: Branch): Part {
  const parts = new Map<string, Part>();
  for (const [name, { here }] of branch.below) {
    for (const change of here) if (change.type === 'changed') parts.set(name, change.after);
  }
  const result = withParts(record, parts);
  return Object.keys(result).length > 0 || ALWAYS_THERE.includes(key) ? result : undefined;
}

function applyToItem(item: JsonObject, shape: Shape, branch: Branch): JsonObject {
  const parts = new Map<string, Part>();
  for (const [key, own] of branch.below) {
    const list = Object.hasOwn(shape.lists, key) ? shape.lists[key] : undefined;
    let part = partOf(item, key);
    for (const change of own.here) if (change.type === 'changed') part = change.after;
    if (own.below.size > 0 && list) {
      part = applyToList(keyedItems(part ?? [], list.key) ?? new Map(), list, own);
    } else if (own.below.size > 0) {
      part = applyToRecord(key, isJsonObject(part) ? part : {}, own);
    }
    parts.set(key, part);
  }
  return withParts(item, parts);
}

/** Of a catalog with flat forms. */
export const applyFlat = (catalog: JsonObject, changes: readonly Change[]): JsonObject =>
  applyToItem(catalog, CATALOG, branchesOf(changes));

/** Makes changes to a content: to the one they were made of, or to another one as far as they fit. */
export const applyChanges = (
  content: CatalogContent,
  changes: readonly Change[],
): CatalogContent =>
  changes.length === 0 ? content : nestedForms(applyFlat(flatForms(content), changes));
