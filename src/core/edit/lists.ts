/** The list with `item` before the one that `isNext` finds, else at the end. */
export function insertBefore<T>(
  list: readonly T[],
  item: T,
  isNext: (other: T) => boolean,
): readonly T[] {
  const found = list.findIndex(isNext);
  const at = found < 0 ? list.length : found;
  return [...list.slice(0, at), item, ...list.slice(at)];
}

/** The list with the first item of this id as `change` makes it; the same list where that is nothing new. */
export function changeById<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  change: (item: T) => T,
): readonly T[] {
  const at = list.findIndex((item) => item.id === id);
  const item = list[at];
  if (item === undefined) return list;
  const changed = change(item);
  return changed === item ? list : [...list.slice(0, at), changed, ...list.slice(at + 1)];
}

export function removeById<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
): readonly T[] {
  const left = list.filter((item) => item.id !== id);
  return left.length === list.length ? list : left;
}

/** The list with one item before another, or with null at the end. */
export function moveById<T extends { readonly id: string }>(
  list: readonly T[],
  id: string,
  before: string | null,
): readonly T[] {
  const item = list.find((other) => other.id === id);
  if (item === undefined || id === before) return list;
  return insertBefore(removeById(list, id), item, (other) => other.id === before);
}

/** `Partial`, of which a property that is there and undefined means: without it. */
export type Changes<T> = { readonly [Key in keyof T]?: T[Key] | undefined };

/** What has no property that is undefined: JSON has none either. */
export function withChanges<T extends object>(item: T, changes: Changes<NoInfer<T>>): T {
  const entries = Object.entries({ ...item, ...changes });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined)) as T;
}
