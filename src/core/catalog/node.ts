import { ownValue } from '../attributes/paths';
import { isJsonObject, type JsonObject } from '../json';

/** An object somewhere in a catalog file of which nothing is known yet, and where it stands. */
export interface Node {
  readonly value: JsonObject;
  readonly path: string;
}

/** The objects in a list, with their places; what is no list or no object is left out. */
export function nodesIn({ value, path }: Node, key: string): readonly Node[] {
  const list = ownValue(value, key);
  if (!Array.isArray(list)) return [];
  return (list as readonly unknown[]).flatMap((item, position) =>
    isJsonObject(item) ? [{ value: item, path: `${path}/${key}/${position}` }] : [],
  );
}

export function nodeAt({ value, path }: Node, key: string): Node | null {
  const child = ownValue(value, key);
  return isJsonObject(child) ? { value: child, path: `${path}/${key}` } : null;
}

export function stringAt({ value }: Node, key: string): string | null {
  const child = ownValue(value, key);
  return typeof child === 'string' ? child : null;
}
