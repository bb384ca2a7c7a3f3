import { parseAttributes } from '../attributes/parseAttributes';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import type { Catalog, Form } from '../catalog/types';
import { evaluateForm, type Given } from '../form/evaluateForm';
import type { Facts } from '../rules/types';
import { checkValue, isBlank } from './checkValue';
import type { FieldProblem } from './types';

/**
 * What keeps a capture from being stored as the agent means it, at most one problem per field, in form order.
 * `attributes` are the task's as they are now and as this reservation sees them. A prefilled field is judged by them,
 * since nothing will be written there: required data that another writer has removed meanwhile is missing. What a
 * prefill says is not judged, and neither is a field that rules hide.
 */
export function validateCapture(
  catalog: Catalog,
  form: Form,
  given: Given,
  attributes: unknown,
  facts: Facts,
): readonly FieldProblem[] {
  const parsed = parseAttributes(attributes);
  const fresh = parsed.ok ? parsed.value : {};
  const states = evaluateForm(catalog, form, given, facts, fresh);
  return fieldsOf(form).flatMap((field): FieldProblem[] => {
    const state = states[field.id];
    if (!isAnswerable(field) || !state?.shown) return [];
    const value = state.answer?.value ?? null;
    if (value === null || isBlank(value)) {
      return state.required ? [{ field: field.id, code: 'missing' }] : [];
    }
    if (state.answer?.origin === 'prefill') return [];
    const problem = checkValue(catalog, field, value, fresh, state.offers);
    return problem ? [{ field: field.id, ...problem }] : [];
  });
}
