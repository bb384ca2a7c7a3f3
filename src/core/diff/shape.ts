import { isJsonObject, type JsonObject } from '../json';
import { partOf, type Part } from './json';

/** A list whose items have an identity: it is compared as a map that has an order. */
export interface KeyedList {
  readonly key: 'id' | 'code';
  readonly item: Shape;
  /** Says with whom an item stands or falls: the property that names it, and the list it is in. */
  readonly within?: { readonly property: string; readonly list: string };
}

/** How far a part of a catalog is taken apart; what is not mentioned counts as one value. */
export interface Shape {
  readonly lists: Readonly<Record<string, KeyedList>>;
  /** Objects of which each property counts for itself. */
  readonly records: readonly string[];
  /** Of another `kind` it is another thing: then all of it has changed. */
  readonly hasKind?: boolean;
}

/** Records that are there even when they are empty; any other empty one is left out. */
export const ALWAYS_THERE: readonly string[] = ['name', 'when', 'policies'];

const leaf = (...records: readonly string[]): Shape => ({ lists: {}, records });

const option = leaf('name', 'description', 'synonyms');
const section = leaf('name', 'rules');
const field: Shape = {
  ...leaf('name', 'help', 'rules', 'unit', 'lowest', 'highest', 'text'),
  hasKind: true,
};

/** Of a catalog whose forms are flat (see `flatForms`). */
export const CATALOG: Shape = {
  lists: {
    picklists: {
      key: 'id',
      item: {
        lists: {
          options: { key: 'code', item: option, within: { property: 'parent', list: 'options' } },
        },
        records: ['name'],
      },
    },
    forms: {
      key: 'id',
      item: {
        lists: {
          sections: { key: 'id', item: section },
          fields: { key: 'id', item: field, within: { property: 'section', list: 'sections' } },
        },
        records: ['name'],
      },
    },
    assignments: { key: 'id', item: leaf('when') },
  },
  records: ['policies'],
};

const known = new WeakMap<object, ReadonlyMap<string, JsonObject> | null>();

function readItems(list: readonly unknown[], key: string): ReadonlyMap<string, JsonObject> | null {
  const items = new Map<string, JsonObject>();
  for (const item of list) {
    const id = isJsonObject(item) ? item[key] : undefined;
    if (typeof id !== 'string' || items.has(id)) return null;
    items.set(id, item as JsonObject);
  }
  return items;
}

/**
 * The items by identity, in order; null where the value is no list of items with identities of their own. Read once
 * per list, of which each is always asked for by the same key.
 */
export function keyedItems(list: Part, key: string): ReadonlyMap<string, JsonObject> | null {
  if (!Array.isArray(list)) return null;
  let items = known.get(list);
  if (items === undefined) known.set(list, (items = readItems(list, key)));
  return items;
}

interface Place {
  readonly part: Part;
  /** Whether the path names an item of a list, and not a property. */
  readonly isItem: boolean;
}

/** What a path names in a catalog with flat forms. */
export function placeOf(catalog: JsonObject, path: readonly string[]): Place {
  let part: Part = catalog;
  let shape: Shape | null = CATALOG;
  let list: KeyedList | null = null;
  let isIdentity = false;
  for (const step of path) {
    isIdentity = list !== null;
    if (list) {
      part = keyedItems(part, list.key)?.get(step);
      shape = list.item;
      list = null;
    } else {
      part = partOf(part, step);
      list = (shape && Object.hasOwn(shape.lists, step) && shape.lists[step]) || null;
      shape = null;
    }
  }
  return { part, isItem: isIdentity };
}

export const partAt = (catalog: JsonObject, path: readonly string[]): Part =>
  placeOf(catalog, path).part;

/** The identities of the items of the list at a path, in order. */
export function idsAt(catalog: JsonObject, path: readonly string[]): readonly string[] {
  const items = keyedItems(
    partAt(catalog, path),
    path[path.length - 1] === 'options' ? 'code' : 'id',
  );
  return items ? [...items.keys()] : [];
}
