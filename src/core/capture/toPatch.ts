import { parseAttributes } from '../attributes/parseAttributes';
import type { AttributePath, Patch, PatchOperation } from '../attributes/types';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import { targetPaths } from '../catalog/targetPaths';
import type { Catalog, ChoicesField, Field, Form, Option, PairTarget } from '../catalog/types';
import type { JsonObject, JsonPrimitive } from '../json';
import { parseNumber } from './parseNumber';
import { inCatalogOrder, readSlots } from './slots';
import type { Answers, AnswerValue } from './types';

const set = (path: AttributePath, value: JsonPrimitive): PatchOperation => ({
  op: 'set',
  path,
  value,
});
const unset = (path: AttributePath): PatchOperation => ({ op: 'unset', path });

const setPair = (target: PairTarget, option: Option): Patch => [
  set(target.attribute, option.code),
  set(target.label, option.reported),
];

function fillSlots(
  catalog: Catalog,
  field: ChoicesField,
  codes: readonly string[],
  attributes: JsonObject,
): Patch {
  const index = fieldIndex(catalog, field);
  const chosen = inCatalogOrder(codes, index).flatMap((code) => index.byCode.get(code) ?? []);
  return readSlots(field.slots, index, attributes).usable.flatMap((slot, position) => {
    const option = chosen[position];
    return option ? setPair(slot, option) : [unset(slot.attribute), unset(slot.label)];
  });
}

/** Nothing when the answer cannot be stored; validation says why. */
function store(
  catalog: Catalog,
  field: Field,
  value: AnswerValue | null,
  attributes: JsonObject,
): Patch {
  if (field.kind === 'choices') {
    const codes = value?.kind === 'choices' ? value.codes : [];
    return fillSlots(catalog, field, codes, attributes);
  }
  if (value === null) return targetPaths(field).map(unset);
  if (field.kind === 'choice') {
    const option =
      value.kind === 'choice' ? fieldIndex(catalog, field).byCode.get(value.code) : undefined;
    if (!option) return [];
    return 'path' in field.target
      ? [set(field.target.path, option.reported)]
      : setPair(field.target, option);
  }
  const { path } = field.target;
  switch (value.kind) {
    case 'text': {
      // "Late " and "Late" would be two values in every report.
      const text = value.text.trim();
      return [text === '' ? unset(path) : set(path, text)];
    }
    case 'number': {
      if (value.text.trim() === '') return [unset(path)];
      const number = parseNumber(value.text);
      return number === null ? [] : [set(path, number)];
    }
    case 'yesno':
      return [set(path, value.yes ? 'Yes' : 'No')];
    default:
      return [];
  }
}

/**
 * The answers as operations on the form's targets, in form order. `attributes` are the task's as freshly read: they
 * tell which slots are foreign. A field without an answer is left alone, and so is one that was only prefilled: what
 * another writer has put there since is newer.
 */
export function toPatch(
  catalog: Catalog,
  form: Form,
  answers: Answers,
  attributes: unknown,
): Patch {
  const parsed = parseAttributes(attributes);
  const fresh = parsed.ok ? parsed.value : {};
  return fieldsOf(form).flatMap((field) => {
    const answer = answers[field.id];
    return answer?.origin === 'agent' ? store(catalog, field, answer.value, fresh) : [];
  });
}
