import { parseAttributes } from '../attributes/parseAttributes';
import { readPath } from '../attributes/paths';
import { fieldsOf } from '../catalog/fieldsOf';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldIndex } from '../catalog/picklistIndex';
import type {
  AnswerableField,
  Catalog,
  ChoiceField,
  ChoicesField,
  Form,
  MediaField,
} from '../catalog/types';
import type { JsonObject, JsonValue } from '../json';
import { checkValue } from './checkValue';
import { plainNumber } from './plainNumber';
import { inCatalogOrder, isFilled, readSlots } from './slots';
import { readDate } from './storedDate';
import { listedMedia, MEDIA_PATH } from './storedMedia';
import { cleanText } from './storedText';
import { storedValue } from './storedValue';
import type { Answer, AnswerValue, Prefill } from './types';

/** A text of which nobody sees anything says nothing. */
const isSeen = (value: JsonValue | undefined): value is JsonValue =>
  isFilled(value) && !(typeof value === 'string' && cleanText(value) === '');

interface Found {
  readonly value?: AnswerValue;
  readonly foreign?: JsonValue;
}

function findChoice(catalog: Catalog, field: ChoiceField, attributes: JsonObject): Found {
  const index = fieldIndex(catalog, field);
  const { target } = field;
  const single = 'path' in target;
  const stored = readPath(attributes, single ? target.path : target.attribute);
  const option =
    typeof stored !== 'string'
      ? undefined
      : single
        ? index.optionAt(target.path, stored)
        : index.byCode.get(stored);
  // A heading where a leaf is due is no answer: the agent has to be more precise.
  if (option && (field.levels === 'any' || index.isLeaf(option.code))) {
    return { value: { kind: 'choice', code: option.code } };
  }
  return { foreign: single || isFilled(stored) ? stored : readPath(attributes, target.label) };
}

function findChoices(catalog: Catalog, field: ChoicesField, attributes: JsonObject): Found {
  const index = fieldIndex(catalog, field);
  if (field.joined) {
    const stored = readPath(attributes, field.joined.path);
    if (typeof stored !== 'string' || stored === '') return { foreign: stored };
    const codes = stored
      .split(field.joined.separator)
      .map((reported) => index.byReported.get(reported)?.code);
    const known = codes.flatMap((code) => code ?? []);
    return known.length === codes.length
      ? { value: { kind: 'choices', codes: inCatalogOrder(known, index) } }
      : { foreign: stored };
  }
  const { codes, foreign } = readSlots(field.slots ?? [], index, attributes);
  return {
    value: codes.length > 0 ? { kind: 'choices', codes } : undefined,
    foreign: foreign.length > 0 ? foreign.map(shown).join(', ') : undefined,
  };
}

type SingleField = Exclude<AnswerableField, ChoiceField | ChoicesField | MediaField>;

/** What a value at the field's target may mean there. */
function readAs(field: SingleField, stored: JsonValue): AnswerValue | null {
  switch (field.kind) {
    case 'yesno':
      return { kind: 'yesno', yes: stored === 'Yes' };
    case 'number':
      return typeof stored === 'number'
        ? { kind: 'number', text: plainNumber(stored), decimal: '.' }
        : null;
    case 'rating':
      // An object may refuse to be a number.
      return typeof stored === 'number' || typeof stored === 'string'
        ? { kind: 'rating', rating: Number(stored) }
        : null;
    case 'date':
      return readDate(field, stored);
    default:
      return typeof stored === 'string' ? { kind: 'text', text: stored } : null;
  }
}

/**
 * Only what the field itself would store is an answer: of anything else, reports show something else than the panel.
 * Free text may have spaces of its own.
 */
function findSingle(catalog: Catalog, field: SingleField, attributes: JsonObject): Found {
  const stored = readPath(attributes, field.target.path);
  if (!isSeen(stored)) return {};
  const value = readAs(field, stored);
  const fits =
    value !== null &&
    ((field.kind === 'text' && !field.case) || storedValue(field, value) === stored) &&
    !checkValue(catalog, field, value, attributes, null);
  return fits ? { value } : { foreign: stored };
}

function find(catalog: Catalog, field: AnswerableField, attributes: JsonObject): Found {
  switch (field.kind) {
    case 'choice':
      return findChoice(catalog, field, attributes);
    case 'choices':
      return findChoices(catalog, field, attributes);
    // What others have linked there stays there; it is no answer to this field.
    case 'media':
      return listedMedia(attributes) ? {} : { foreign: readPath(attributes, MEDIA_PATH) };
    default:
      return findSingle(catalog, field, attributes);
  }
}

/** A value as agents are shown it. */
export const shown = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What a task already says on a form's targets: answers, and values that are none of the field's answers. */
export function readPrefill(catalog: Catalog, form: Form, attributes: unknown): Prefill {
  const parsed = parseAttributes(attributes);
  const object = parsed.ok ? parsed.value : {};
  const answers: Record<string, Answer> = {};
  const foreign: Record<string, string> = {};
  for (const field of fieldsOf(form)) {
    if (!isAnswerable(field)) continue;
    const found = find(catalog, field, object);
    if (found.value) answers[field.id] = { value: found.value, origin: 'prefill' };
    if (isSeen(found.foreign)) foreign[field.id] = shown(found.foreign);
  }
  return { answers, foreign };
}
