import { DICTIONARY_ROWS } from './dictionaryRows';
import type { DictionaryEntry, InsightsEntity } from './types';

/**
 * Insights keeps this many characters of a text and drops the rest without a word (rule 9).
 *
 * Counted in UTF-16 code units, as `length` counts. Twilio does not say what a character is; code units are the
 * stricter of the likely readings: a text within the limit here is within it in code points too.
 */
export const VALUE_LIMIT = 128;

const IMPLIED_TYPE = {
  id: 'string',
  attribute: 'string',
  label: 'string',
  measure: 'number',
  link: 'url',
  date: 'date',
} as const satisfies Record<DictionaryEntry['kind'], DictionaryEntry['type']>;

const pathsOf = (entity: string, name: string): string[] => {
  if (name.startsWith('/')) return [name.slice(1)];
  const [stem = '', last] = name.split('1..');
  if (last === undefined) return [`${entity}.${name}`];
  return Array.from({ length: Number(last) }, (_, index) => `${entity}.${stem}${index + 1}`);
};

const entriesOf = (entity: InsightsEntity, row: string): DictionaryEntry[] => {
  const [beforeAllowed = '', listed] = row.replace('}', '').split(' {');
  const [name = '', kindWord = '', ...marks] = beforeAllowed.split(' ');
  const kind = kindWord as DictionaryEntry['kind'];
  const marked = (sign: string) => marks.find((mark) => mark.startsWith(sign))?.slice(1);
  const allowed = listed === undefined ? null : listed.split('|');
  const type =
    allowed === null
      ? ((marked(':') as DictionaryEntry['type'] | undefined) ?? IMPLIED_TYPE[kind])
      : 'enum';
  const limited = (kind === 'id' || kind === 'attribute' || kind === 'label') && type !== 'integer';
  const known = {
    entity,
    kind,
    type,
    allowed,
    overridable: marked('-') === undefined,
    derived: marked('*') !== undefined,
    pii: marked('?') === undefined ? marked('!') !== undefined : ('unknown' as const),
    maxLength: limited ? Number(marked('=') ?? VALUE_LIMIT) : null,
  };
  return pathsOf(entity, name).map((path) => ({ path, ...known }));
};

const parseRows = (rows: string): DictionaryEntry[] => {
  const entries: DictionaryEntry[] = [];
  let entity: InsightsEntity = 'conversations';
  for (const row of rows.trim().split('\n')) {
    if (row.includes(' ')) entries.push(...entriesOf(entity, row));
    else entity = row as InsightsEntity;
  }
  return entries;
};

/** Every attribute that Flex Insights is known to read. */
export const DICTIONARY: readonly DictionaryEntry[] = parseRows(DICTIONARY_ROWS);

// A Map: a plain object would "find" `constructor` and its like.
const BY_PATH: ReadonlyMap<string, DictionaryEntry> = new Map(
  DICTIONARY.map((entry) => [entry.path, entry]),
);

/** The dictionary's entry for a path such as `conversations.outcome`. */
export const findEntry = (path: string): DictionaryEntry | undefined => BY_PATH.get(path);

/** Between the levels of a hierarchy (rule 16). */
export const LEVEL_SEPARATOR = ' ▸ ';

/** Whether the value at a path is one of several levels, from the root down. */
export const isHierarchy = (path: string): boolean =>
  path.endsWith('_in_hierarchy') || path === 'conversations.ivr_path';

/** Whether Insights or Flex fills in a value at this path by itself, which a form's answer would replace. */
export const isDerived = (path: string): boolean => findEntry(path)?.derived === true;

/**
 * May a form store one value at this path? Only single values of a task that Insights lets one set. Ids are left out:
 * they join tasks to conversations and people (rules 19, 23) and have to be there before the first segment ends
 * (rule 25), which is long before a wrap-up form.
 */
export const isWritableTaskPath = (path: string): boolean => {
  const entry = findEntry(path);
  return (
    entry !== undefined &&
    entry.overridable &&
    entry.kind !== 'id' &&
    /^(conversations|customers)\.\w+$/.test(path) &&
    path !== 'conversations.media'
  );
};

/** `conversations.conversation_attribute_3` <-> `conversations.conversation_label_3`, and the customers' three. */
export const findPairPartner = (path: string): string | undefined => {
  const match = /^(conversations\.conversation|customers\.customer)_(attribute|label)_\d+$/.exec(
    path,
  );
  if (match === null || findEntry(path) === undefined) return undefined;
  return match[2] === 'attribute'
    ? path.replace('_attribute_', '_label_')
    : path.replace('_label_', '_attribute_');
};
