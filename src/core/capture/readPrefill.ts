import { parseAttributes } from '../attributes/parseAttributes';
import { readPath } from '../attributes/paths';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import type { Catalog, ChoiceField, Field, Form } from '../catalog/types';
import type { JsonObject, JsonValue } from '../json';
import { isFilled, readSlots } from './slots';
import type { Answer, AnswerValue, Prefill } from './types';

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
    typeof stored === 'string' ? (single ? index.byReported : index.byCode).get(stored) : undefined;
  // A heading where a leaf is due is no answer: the agent has to be more precise.
  if (option && (field.levels === 'any' || index.isLeaf(option.code))) {
    return { value: { kind: 'choice', code: option.code } };
  }
  return { foreign: single || isFilled(stored) ? stored : readPath(attributes, target.label) };
}

function find(catalog: Catalog, field: Field, attributes: JsonObject): Found {
  if (field.kind === 'choice') return findChoice(catalog, field, attributes);
  if (field.kind === 'choices') {
    const { codes, foreign } = readSlots(field.slots, fieldIndex(catalog, field), attributes);
    return {
      value: codes.length > 0 ? { kind: 'choices', codes } : undefined,
      foreign: foreign.length > 0 ? foreign.map(shown).join(', ') : undefined,
    };
  }
  const stored = readPath(attributes, field.target.path);
  switch (field.kind) {
    case 'text':
      return typeof stored === 'string'
        ? { value: stored.trim() === '' ? undefined : { kind: 'text', text: stored } }
        : { foreign: stored };
    case 'yesno':
      return stored === 'Yes' || stored === 'No'
        ? { value: { kind: 'yesno', yes: stored === 'Yes' } }
        : { foreign: stored };
    case 'number':
      return typeof stored === 'number'
        ? { value: { kind: 'number', text: String(stored) } }
        : { foreign: stored };
  }
}

const shown = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** What a task already says on a form's targets: answers, and values that are none of the field's answers. */
export function readPrefill(catalog: Catalog, form: Form, attributes: unknown): Prefill {
  const parsed = parseAttributes(attributes);
  const object = parsed.ok ? parsed.value : {};
  const answers: Record<string, Answer> = {};
  const foreign: Record<string, string> = {};
  for (const field of fieldsOf(form)) {
    const found = find(catalog, field, object);
    if (found.value) answers[field.id] = { value: found.value, origin: 'prefill' };
    if (isFilled(found.foreign)) foreign[field.id] = shown(found.foreign);
  }
  return { answers, foreign };
}
