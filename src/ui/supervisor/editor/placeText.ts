import { isJsonObject } from '../../../core/json';
import type { CatalogContent, LanguageTag, Texts } from '../../../core/catalog/types';
import type { ItemKind, ItemName } from '../../../core/diff/describeChanges';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';
import { changedItemText } from '../versions/changeText';

const KINDS: Readonly<Record<string, ItemKind>> = {
  picklists: 'picklist',
  options: 'option',
  forms: 'form',
  sections: 'section',
  fields: 'field',
  assignments: 'assignment',
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Which item of the catalog a JSON pointer leads to, e.g. `Option “Refund” in “Outcomes”`. */
export function placeText(
  content: CatalogContent,
  pointer: string,
  language: LanguageTag,
  t: TranslateEditor,
): string {
  const items: ItemName[] = [];
  let part: unknown = content;
  let list = '';
  for (const segment of pointer.split('/').slice(1)) {
    // A draft need not be sound: whatever stands there is looked at with care.
    part = Array.isArray(part)
      ? part[Number(segment)]
      : isJsonObject(part)
        ? part[segment]
        : undefined;
    const kind = KINDS[list];
    if (kind && isJsonObject(part)) {
      const { name } = part;
      const id = text(part['id']) || text(part['code']);
      items.push({ kind, id, name: isJsonObject(name) ? (name as Texts) : {} });
    }
    list = segment;
  }
  const item = items[items.length - 1] ?? { kind: 'catalog' as const, id: '', name: {} };
  const within = items.length > 1 ? (items[0] ?? null) : null;
  return changedItemText({ ...item, path: [], within, lines: [] }, language, t);
}
