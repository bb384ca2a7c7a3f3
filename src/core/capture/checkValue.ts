import { isTextual } from '../catalog/fieldGuards';
import { fieldIndex } from '../catalog/picklistIndex';
import type {
  AnswerableField,
  Catalog,
  ChoicesField,
  MediaField,
  NumberField,
  TextualField,
} from '../catalog/types';
import { VALUE_LIMIT } from '../insights/dictionary';
import type { JsonObject, JsonValue } from '../json';
import { isJsonObject } from '../json';
import { isMultiple } from './isMultiple';
import { parseNumber } from './parseNumber';
import { inCatalogOrder, readSlots } from './slots';
import { storedDate, DATE_YEARS } from './storedDate';
import { isWebLink, listedMedia, listedTwice, MEDIA_PATH, storedMedia } from './storedMedia';
import { cleanText, storedText } from './storedText';
import { textLimit } from './textLimit';
import type { AnswerValue, FieldProblem } from './types';

export type ValueProblem = Omit<FieldProblem, 'field'>;

/** The options that rules leave; null: all that the picklist offers. */
export type Offers = ReadonlySet<string> | null;

export const isBlank = (value: AnswerValue | null): boolean => {
  switch (value?.kind) {
    case undefined:
      return true;
    case 'text':
      return cleanText(value.text) === '';
    case 'number':
    case 'date':
      return value.text.trim() === '';
    case 'choices':
      return value.codes.length === 0;
    case 'media':
      return value.links.length === 0;
    default:
      return false;
  }
};

/** The reported texts of a several-choice answer, as they are joined into one value. */
export const joinedText = (
  catalog: Catalog,
  field: ChoicesField,
  codes: readonly string[],
): string => {
  const index = fieldIndex(catalog, field);
  return inCatalogOrder(codes, index)
    .flatMap((code) => index.byCode.get(code)?.reported ?? [])
    .join(field.joined?.separator);
};

function checkChoices(
  catalog: Catalog,
  field: ChoicesField,
  codes: readonly string[],
  attributes: JsonObject,
  offers: Offers,
): ValueProblem | null {
  const index = fieldIndex(catalog, field);
  const count = codes.length;
  const min = field.min ?? 0;
  const places = field.slots?.length ?? Infinity;
  const max = Math.min(field.max ?? places, places);
  const isOffered = (code: string): boolean =>
    index.isChoosable(code, field.levels) && (offers?.has(code) ?? true);
  if (!codes.every(isOffered)) return { code: 'option-unavailable' };
  if (count < min) return { code: 'too-few', details: { count, min } };
  if (count > max) return { code: 'too-many', details: { count, max } };
  if (field.joined) {
    const { length } = joinedText(catalog, field, codes);
    if (length > VALUE_LIMIT) return { code: 'too-long', details: { length, max: VALUE_LIMIT } };
  }
  const free = field.slots ? readSlots(field.slots, index, attributes).usable.length : count;
  return count > free ? { code: 'slots-taken', details: { count, free } } : null;
}

function checkNumber(
  field: NumberField,
  { text, decimal }: Extract<AnswerValue, { kind: 'number' }>,
): ValueProblem | null {
  const number = parseNumber(text, decimal);
  if (number === null) return { code: 'not-a-number' };
  if (field.integer && !Number.isInteger(number)) return { code: 'not-an-integer' };
  const { min, max, step } = field;
  if (min !== undefined && number < min) return { code: 'too-small', details: { min } };
  if (max !== undefined && number > max) return { code: 'too-big', details: { max } };
  if (step !== undefined && !isMultiple(number, step, min ?? 0)) {
    return { code: 'off-step', details: { step, from: min ?? 0 } };
  }
  return null;
}

/**
 * By what Insights links (rules 23 and 26): the SID of a conversation's first task, or the one that Twilio itself gives
 * the tasks of chats and e-mails, and one word for a customer.
 */
const ID_FORMATS: Readonly<Record<string, readonly [RegExp, FieldProblem['code']]>> = {
  'conversations.conversation_id': [/^(WT|KD)[0-9a-f]{32}$/, 'not-a-task-sid'],
  'customers.external_id': [/^[^\s"<>]+$/, 'not-an-id'],
};

function checkText(field: TextualField, text: string): ValueProblem | null {
  const stored = storedText(field, text);
  if (!stored.ok) {
    const example = field.kind === 'reference' ? { details: { example: field.example } } : {};
    return { code: stored.error, ...example };
  }
  const { length } = stored.value;
  const max = textLimit(field);
  if (length > max) return { code: 'too-long', details: { length, max } };
  const [format, code] = ID_FORMATS[field.target.path] ?? [];
  return code && length > 0 && !format?.test(stored.value) ? { code } : null;
}

/** The parts of a link, judged as fields of their kinds are. */
const ITEM = { id: '', name: {} };
const LINK_URL: TextualField = { ...ITEM, kind: 'url', target: { path: `${MEDIA_PATH}[].url` } };
const LINK_TITLE: TextualField = {
  ...ITEM,
  kind: 'text',
  target: { path: `${MEDIA_PATH}[].title` },
};

const typeOf = (entry: JsonValue): JsonValue | undefined =>
  isJsonObject(entry) ? entry['type'] : undefined;

function checkMedia(
  field: MediaField,
  value: Extract<AnswerValue, { kind: 'media' }>,
  attributes: JsonObject,
): ValueProblem | null {
  const { links } = value;
  if (field.max !== undefined && links.length > field.max) {
    return { code: 'too-many', details: { count: links.length, max: field.max } };
  }
  for (const [index, link] of links.entries()) {
    const details = { position: index + 1 };
    if (!field.types.includes(link.type)) return { code: 'media-type', details };
    if (!isWebLink(link.url) || checkText(LINK_URL, link.url)) {
      return { code: 'media-incomplete', details };
    }
    if (checkText(LINK_TITLE, link.title)) return { code: 'media-title', details };
  }
  const listed = listedMedia(attributes);
  const list = storedMedia(value, attributes);
  if (!listed || !list) return { code: 'media-damaged' };
  const twice = listedTwice(value, listed);
  if (twice >= 0) return { code: 'media-listed', details: { position: twice + 1 } };
  const types = list.map(typeOf);
  // What others have put there before is theirs to answer for.
  const ours = links.map(({ type }) => type);
  if (types[0] === 'Raw' && list[0] !== listed[0]) return { code: 'raw-first' };
  const recordings = types.filter((type) => type === 'VoiceRecording').length;
  return recordings > 1 && ours.includes('VoiceRecording') ? { code: 'second-recording' } : null;
}

/** What keeps a value that is not blank from being stored as it is meant; null when nothing does. */
export function checkValue(
  catalog: Catalog,
  field: AnswerableField,
  value: AnswerValue,
  attributes: JsonObject,
  offers: Offers,
): ValueProblem | null {
  switch (value.kind) {
    case 'choice': {
      if (field.kind !== 'choice') return null;
      const isOffered =
        fieldIndex(catalog, field).isChoosable(value.code, field.levels) &&
        (offers?.has(value.code) ?? true);
      return isOffered ? null : { code: 'option-unavailable' };
    }
    case 'choices':
      return field.kind === 'choices'
        ? checkChoices(catalog, field, value.codes, attributes, offers)
        : null;
    case 'text':
      return isTextual(field) ? checkText(field, value.text) : null;
    case 'number':
      return field.kind === 'number' ? checkNumber(field, value) : null;
    case 'rating': {
      if (field.kind !== 'rating') return null;
      const { rating } = value;
      const fits = Number.isInteger(rating) && rating >= 1 && rating <= field.max;
      return fits ? null : { code: 'not-a-rating', details: { max: field.max } };
    }
    case 'date': {
      if (field.kind !== 'date') return null;
      const stored = storedDate(field, value);
      return stored.ok ? null : { code: stored.error, details: { ...DATE_YEARS } };
    }
    case 'media':
      return field.kind === 'media' ? checkMedia(field, value, attributes) : null;
    case 'yesno':
      return null;
  }
}
