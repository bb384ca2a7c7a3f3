import { ownValue } from '../attributes/paths';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';

/** A part of a catalog: what is not there is undefined. */
export type Part = JsonValue | undefined;

/** Whether two values mean the same: objects without regard to the order of their keys. */
export function isSame(one: Part, other: Part): boolean {
  if (one === other) return true;
  if (Array.isArray(one)) {
    return (
      Array.isArray(other) &&
      one.length === other.length &&
      (one as readonly JsonValue[]).every((item, position) => isSame(item, other[position]))
    );
  }
  if (!isJsonObject(one) || !isJsonObject(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  );
}

/** The part that is there under a key of its own; undefined in what is no object. */
export const partOf = (value: Part, key: string): Part =>
  isJsonObject(value) ? (ownValue(value, key) as Part) : undefined;

/** The object with some parts replaced, in the order of its keys; an undefined part is taken away. */
export function withParts(object: JsonObject, parts: ReadonlyMap<string, Part>): JsonObject {
  // No assignment: a key `__proto__` is data like any other.
  const merged = new Map<string, Part>([...Object.entries(object), ...parts]);
  return Object.fromEntries([...merged].filter(([, part]) => part !== undefined)) as JsonObject;
}
