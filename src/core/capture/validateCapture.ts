import { parseAttributes } from '../attributes/parseAttributes';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import { idOfName } from '../catalog/targetRules';
import type { Catalog, Form } from '../catalog/types';
import { evaluateForm, type Given } from '../form/evaluateForm';
import type { Facts } from '../rules/types';
import { checkValue, isBlank } from './checkValue';
import { namesLeftOut } from './toPatch';
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
  const left = namesLeftOut(catalog, form, given, fresh, states);
  /** Whether an agent can give the id of a name: where rules hide its field, the record view says what is missing. */
  const isAsked = (id: string | null): boolean =>
    fieldsOf(form).some(
      (field) =>
        id !== null &&
        targetPaths(field).includes(id) &&
        states[field.id]?.shown === true &&
        isBlank(states[field.id]?.answer?.value ?? null),
    );
  return fieldsOf(form).flatMap((field): FieldProblem[] => {
    const state = states[field.id];
    if (!isAnswerable(field) || !state?.shown) return [];
    const value = state.answer?.value ?? null;
    if (value === null || isBlank(value)) {
      return state.required ? [{ field: field.id, code: 'missing' }] : [];
    }
    if (state.answer?.origin === 'prefill') return [];
    const problem = checkValue(catalog, field, value, fresh, state.offers);
    if (problem) return [{ field: field.id, ...problem }];
    return targetPaths(field).some((path) => left.has(path) && isAsked(idOfName(path)))
      ? [{ field: field.id, code: 'name-without-id' }]
      : [];
  });
}
