import { parseAttributes } from '../attributes/parseAttributes';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import type { Catalog, ChoicesField, Field, Form, NumberField } from '../catalog/types';
import { VALUE_LIMIT } from '../insights/dictionary';
import type { JsonObject } from '../json';
import { parseNumber } from './parseNumber';
import { readPrefill } from './readPrefill';
import { readSlots } from './slots';
import type { AnswerValue, Capture, FieldProblem } from './types';

type Problem = Omit<FieldProblem, 'field'>;

export const isBlank = (value: AnswerValue | null): boolean =>
  value === null ||
  ((value.kind === 'text' || value.kind === 'number') && value.text.trim() === '') ||
  (value.kind === 'choices' && value.codes.length === 0);

function checkChoices(
  catalog: Catalog,
  field: ChoicesField,
  codes: readonly string[],
  attributes: JsonObject,
): Problem | null {
  const index = fieldIndex(catalog, field);
  const count = codes.length;
  const min = field.min ?? 0;
  const max = Math.min(field.max ?? field.slots.length, field.slots.length);
  if (codes.some((code) => !index.isChoosable(code, field.levels))) {
    return { code: 'option-unavailable' };
  }
  if (count < min) return { code: 'too-few', details: { count, min } };
  if (count > max) return { code: 'too-many', details: { count, max } };
  const free = readSlots(field.slots, index, attributes).usable.length;
  return count > free ? { code: 'slots-taken', details: { count, free } } : null;
}

function checkNumber(field: NumberField, text: string): Problem | null {
  const number = parseNumber(text);
  if (number === null) return { code: 'not-a-number' };
  if (field.integer && !Number.isInteger(number)) return { code: 'not-an-integer' };
  if (field.min !== undefined && number < field.min) {
    return { code: 'too-small', details: { min: field.min } };
  }
  if (field.max !== undefined && number > field.max) {
    return { code: 'too-big', details: { max: field.max } };
  }
  return null;
}

function checkValue(
  catalog: Catalog,
  field: Field,
  value: AnswerValue,
  attributes: JsonObject,
): Problem | null {
  if (field.kind === 'choice' && value.kind === 'choice') {
    const available = fieldIndex(catalog, field).isChoosable(value.code, field.levels);
    return available ? null : { code: 'option-unavailable' };
  }
  if (field.kind === 'choices' && value.kind === 'choices') {
    return checkChoices(catalog, field, value.codes, attributes);
  }
  if (field.kind === 'text' && value.kind === 'text') {
    const { length } = value.text.trim();
    const max = field.maxLength ?? VALUE_LIMIT;
    return length > max ? { code: 'too-long', details: { length, max } } : null;
  }
  return field.kind === 'number' && value.kind === 'number' ? checkNumber(field, value.text) : null;
}

/**
 * What keeps a capture from being stored as the agent means it, at most one problem per field, in form order.
 * `attributes` are the task's as they are now. A prefilled field is judged by them, since nothing will be written
 * there: required data that another writer has removed meanwhile is missing. What a prefill says is not judged.
 */
export function validateCapture(
  catalog: Catalog,
  form: Form,
  capture: Capture,
  attributes: unknown,
): readonly FieldProblem[] {
  const parsed = parseAttributes(attributes);
  const fresh = parsed.ok ? parsed.value : {};
  const onTask = readPrefill(catalog, form, fresh).answers;
  return fieldsOf(form).flatMap((field): FieldProblem[] => {
    const answer = capture.answers[field.id];
    const own = answer?.origin === 'agent';
    const value = (own ? answer : onTask[field.id])?.value ?? null;
    if (value === null || isBlank(value)) {
      return field.required ? [{ field: field.id, code: 'missing' }] : [];
    }
    const problem = own ? checkValue(catalog, field, value, fresh) : null;
    return problem ? [{ field: field.id, ...problem }] : [];
  });
}
