import type { CatalogContent, LanguageTag, Texts } from '../catalog/types';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import { diffFlat } from './diffContent';
import { flatForms } from './flatForms';
import { partOf, type Part } from './json';
import { partAt } from './shape';
import { keyOf } from './sides';
import type { Change, ChangePath } from './types';

export type ItemKind =
  'catalog' | 'picklist' | 'option' | 'form' | 'section' | 'field' | 'assignment';

/** How people know an item: its names, where it has any, and its id. */
export interface ItemName {
  readonly kind: ItemKind;
  readonly id: string;
  readonly name: Texts;
}

/** One thing that is different about an item, for words to be made of. */
export type ChangeLine =
  | { readonly code: 'added' | 'removed' | 'moved' | 'replaced' | 'archived' | 'restored' }
  /** An option has another parent, or a field another section; null: none. */
  | { readonly code: 'below' | 'into'; readonly from: Texts | null; readonly to: Texts | null }
  /** A text in one language; null: there is none. */
  | {
      readonly code: 'text';
      readonly property: string;
      readonly language: LanguageTag;
      readonly before: string | null;
      readonly after: string | null;
    }
  | {
      readonly code: 'value';
      /** With a point where it is in another one, e.g. `policies.wayOut`. */
      readonly property: string;
      readonly before: JsonValue | undefined;
      readonly after: JsonValue | undefined;
    };

export interface ChangedItem extends ItemName {
  readonly path: ChangePath;
  /** The picklist of an option, the form of a section or a field. */
  readonly within: ItemName | null;
  readonly lines: readonly ChangeLine[];
}

const KINDS: Readonly<Record<string, ItemKind>> = {
  picklists: 'picklist',
  options: 'option',
  forms: 'form',
  sections: 'section',
  fields: 'field',
  assignments: 'assignment',
};

/** How many steps of a path name its item: lists and identities take turns. */
function itemLength(path: ChangePath): number {
  let length = 0;
  while (path.length >= length + 2 && Object.hasOwn(KINDS, path[length] ?? '')) length += 2;
  return length;
}

/** The item that a path leads to or into; empty for the catalog itself. */
export const itemPath = (path: ChangePath): ChangePath => path.slice(0, itemLength(path));

const isTexts = (part: Part): part is Record<string, string> =>
  isJsonObject(part) && Object.values(part).every((text) => typeof text === 'string');
const textsOf = (part: Part): Texts => (isTexts(part) ? part : {});
const textOrNull = (part: Part): string | null => (typeof part === 'string' ? part : null);

/** Properties whose parts are texts in one language each. */
const BY_LANGUAGE: readonly string[] = [
  'name',
  'description',
  'help',
  'unit',
  'lowest',
  'highest',
  'text',
];

/** That it moved goes without saying where it is said from where to where. */
const withoutEcho = (lines: readonly ChangeLine[]): readonly ChangeLine[] =>
  lines.some(({ code }) => code === 'below' || code === 'into')
    ? lines.filter(({ code }) => code !== 'moved')
    : lines;

/** What is different between two contents, item by item, in the order of the catalog. */
export function describeChanges(
  before: CatalogContent,
  after: CatalogContent,
): readonly ChangedItem[] {
  const was = flatForms(before);
  const is = flatForms(after);

  const nameOf = (path: ChangePath): ItemName => {
    const item = partAt(is, path) ?? partAt(was, path);
    return {
      kind: KINDS[path[path.length - 2] ?? ''] ?? 'catalog',
      id: path[path.length - 1] ?? '',
      name: textsOf(partOf(item, 'name')),
    };
  };
  /** The names of what an item is in, as it was or as it is. */
  const namesIn = (catalog: JsonObject, list: ChangePath, id: Part): Texts | null =>
    typeof id === 'string' ? textsOf(partOf(partAt(catalog, [...list, id]), 'name')) : null;

  const lineOf = (change: Change, item: ChangePath): ChangeLine => {
    if (change.type !== 'changed') return { code: change.type };
    const { before: one, after: other } = change;
    const [property = '', language] = change.path.slice(item.length);
    const above = item.slice(0, -2);
    switch (property) {
      case '':
        return { code: 'replaced' };
      case 'archived':
        return { code: other === true ? 'archived' : 'restored' };
      case 'parent': {
        const list = [...above, 'options'];
        return { code: 'below', from: namesIn(was, list, one), to: namesIn(is, list, other) };
      }
      case 'section': {
        const list = [...above, 'sections'];
        return { code: 'into', from: namesIn(was, list, one), to: namesIn(is, list, other) };
      }
    }
    if (language !== undefined && BY_LANGUAGE.includes(property)) {
      const texts = { before: textOrNull(one), after: textOrNull(other) };
      return { code: 'text', property, language, ...texts };
    }
    const name = language === undefined ? property : `${property}.${language}`;
    return { code: 'value', property: name, before: one, after: other };
  };

  const items = new Map<string, ChangedItem & { readonly lines: ChangeLine[] }>();
  for (const change of diffFlat(was, is)) {
    const path = change.path.slice(0, itemLength(change.path));
    const key = keyOf(path);
    const within = path.length > 2 ? nameOf(path.slice(0, 2)) : null;
    const item = items.get(key) ?? { ...nameOf(path), path, within, lines: [] };
    item.lines.push(lineOf(change, path));
    items.set(key, item);
  }
  return [...items.values()].map((item) => ({ ...item, lines: withoutEcho(item.lines) }));
}
