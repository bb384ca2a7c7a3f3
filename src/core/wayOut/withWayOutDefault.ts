import { checkValue, isBlank } from '../capture/checkValue';
import { sameValue } from '../capture/sameValue';
import type { AnswerValue } from '../capture/types';
import { fieldsOf } from '../catalog/fieldsOf';
import type { Catalog, Form } from '../catalog/types';
import { evaluateForm, type Given } from '../form/evaluateForm';
import type { JsonObject } from '../json';
import type { Facts } from '../rules/types';

/**
 * The answers with the way out's default, if the form has its field, shows it, offers the option and lacks an answer.
 * `filled`: the field that the default was put into before, as the task's mark says: there it is no prefill.
 */
export function withWayOutDefault<G extends Given>(
  catalog: Catalog,
  form: Form,
  given: G,
  facts: Facts,
  attributes: JsonObject,
  filled: string | null = null,
): G {
  const meant = catalog.policies.wayOutByReason?.default;
  const field = fieldsOf(form).find(({ id }) => id === meant?.field);
  if (!meant || field?.kind !== 'choice') return given;
  const state = evaluateForm(catalog, form, given, facts, attributes)[field.id];
  const there = state?.answer?.value ?? null;
  const value: AnswerValue = { kind: 'choice', code: meant.option };
  const isOurs =
    filled === field.id && state?.answer?.origin === 'prefill' && sameValue(there, value);
  if (!state?.shown || (there && !isBlank(there) && !isOurs)) return given;
  if (checkValue(catalog, field, value, attributes, state.offers)) return given;
  return { ...given, answers: { ...given.answers, [field.id]: { value, origin: 'way-out' } } };
}
