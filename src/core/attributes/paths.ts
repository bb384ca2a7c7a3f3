import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import type { AttributePath } from './types';

/** Own properties only: `toString` or `__proto__` as a key must not find what every object inherits. */
export const ownValue = (object: JsonObject, key: string): JsonValue | undefined =>
  Object.prototype.hasOwnProperty.call(object, key) ? object[key] : undefined;

/** The objects in which Insights looks for a task's attributes (rule 7). */
export const INSIGHTS_ROOTS: readonly string[] = ['conversations', 'customers'];

/** `conversations.outcome` as `['conversations', 'outcome']`. */
export function splitPath(path: AttributePath): readonly [root: string, key: string] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path, ''] : [path.slice(0, dot), path.slice(dot + 1)];
}

/** The value at a two-segment path; undefined when there is none. */
export function readPath(attributes: JsonObject, path: AttributePath): JsonValue | undefined {
  const [root, key] = splitPath(path);
  const parent = ownValue(attributes, root);
  return isJsonObject(parent) ? ownValue(parent, key) : undefined;
}
