import type { LanguageTag, Texts } from '../../../core/catalog/types';
import { textIn } from '../../../core/catalog/textIn';
import type { ChangedItem, ChangeLine, ItemName } from '../../../core/diff/describeChanges';
import type { JsonValue } from '../../../core/json';
import type { TranslateEditor } from '../../../strings/editor/translateEditor';

/** Longer values are told of, not shown. */
const LONGEST = 60;

const PROPERTIES = [
  'name',
  'description',
  'help',
  'unit',
  'lowest',
  'highest',
  'text',
  'reported',
  'synonyms',
  'number',
  'under',
  'activeFrom',
  'activeTo',
  'shortcut',
  'required',
  'target',
  'picklist',
  'levels',
  'wrapUp',
  'atTimeout',
  'rules',
  'when',
  'form',
  'policies',
  'languages',
  'reportedLanguage',
] as const;
type KnownProperty = (typeof PROPERTIES)[number];

const isKnown = (property: string): property is KnownProperty =>
  (PROPERTIES as readonly string[]).includes(property);

/** Settings without a word of their own go by their name in the file. */
function propertyText(property: string, t: TranslateEditor): string {
  const [first = '', ...rest] = property.split('.');
  const name = isKnown(first) ? t(`change.property.${first}`) : first;
  return rest.length === 0 ? name : t('change.part', { property: name, part: rest.join('.') });
}

function valueText(value: JsonValue | undefined, t: TranslateEditor): string | null {
  if (value === undefined || value === null) return t('change.nothing');
  if (typeof value === 'boolean') return t(value ? 'change.yes' : 'change.no');
  if (typeof value === 'number') return String(value);
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value) && value.every((item) => typeof item === 'string')
        ? value.join(', ')
        : null;
  return text === null || text.length > LONGEST ? null : t('change.quoted', { text });
}

function fromTo(
  property: string,
  before: JsonValue | undefined,
  after: JsonValue | undefined,
  t: TranslateEditor,
): string {
  const texts = { before: valueText(before, t), after: valueText(after, t) };
  return texts.before === null || texts.after === null
    ? t('change.other', { property })
    : t('change.fromTo', { property, before: texts.before, after: texts.after });
}

/** What is different about an item, in a line. */
export function changeText(line: ChangeLine, language: LanguageTag, t: TranslateEditor): string {
  const nameIn = (texts: Texts | null): string =>
    texts === null
      ? t('change.top')
      : t('change.quoted', { text: textIn(texts, language, language) });
  switch (line.code) {
    case 'below':
    case 'into':
      return t(`change.${line.code}`, { from: nameIn(line.from), to: nameIn(line.to) });
    case 'text': {
      const property = propertyText(`${line.property}.${line.language}`, t);
      return fromTo(property, line.before, line.after, t);
    }
    case 'value':
      return fromTo(propertyText(line.property, t), line.before, line.after, t);
    default:
      return t(`change.${line.code}`);
  }
}

const itemName = ({ name, id }: ItemName, language: LanguageTag): string =>
  textIn(name, language, language) || id;

/** Which item it is, e.g. `Option “Refund” in “Outcomes”`. */
export function changedItemText(
  item: ChangedItem,
  language: LanguageTag,
  t: TranslateEditor,
): string {
  if (item.kind === 'catalog') return t('change.item.catalog');
  const own = t(`change.item.${item.kind}`, { name: itemName(item, language) });
  return item.within === null
    ? own
    : t('change.in', { item: own, name: itemName(item.within, language) });
}
