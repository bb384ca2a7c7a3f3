import { fieldsOf } from '../catalog/fieldsOf';
import { isAnswerable } from '../catalog/fieldGuards';
import { targetPaths } from '../catalog/targetPaths';
import type { Catalog, Form } from '../catalog/types';
import { evaluateForm, type Given } from '../form/evaluateForm';
import { isDroppedUnderHipaa } from '../insights/hipaa';
import { isPersonal } from '../catalog/personalFields';
import type { JsonObject, JsonValue } from '../json';
import type { Facts } from '../rules/types';
import { asFact } from './asAnswer';
import { checkValue, isBlank } from './checkValue';
import { namesLeftOut } from './toPatch';
import type { Origin } from './types';

/** Who set a value, as it is written on a task. */
export type WrittenOrigin = Exclude<Origin, 'proposed'>;

/** With what another program proposed, where one did: the answer itself stands at the field's target. */
export type WrittenOrigins = Readonly<
  Record<
    string,
    | WrittenOrigin
    | { readonly by: WrittenOrigin; readonly suggested: JsonValue; readonly from: string }
  >
>;

interface OriginsContext {
  readonly catalog: Catalog;
  readonly form: Form;
  readonly given: Given;
  readonly facts: Facts;
}

/**
 * Who set what stands on the task once the answers are there, by field id, in form order: for each field that is shown
 * and has an answer that is stored. What is proposed from other attributes counts as `prefill`. Beside it what another
 * program suggested, as rules see answers, but for personal data. Left out are the fields of `without`, and those that
 * a HIPAA account's `omit` keeps off the task altogether. `attributes` as this reservation sees them.
 */
export function answerOrigins(
  { catalog, form, given, facts }: OriginsContext,
  attributes: JsonObject,
  without: ReadonlySet<string>,
): WrittenOrigins {
  const states = evaluateForm(catalog, form, given, facts, attributes);
  const left = namesLeftOut(catalog, form, given, attributes, states);
  const omits = catalog.policies.hipaa === 'omit';
  const origins = fieldsOf(form).flatMap((field): [string, WrittenOrigins[string]][] => {
    const { answer, offers = null } = states[field.id] ?? {};
    if (!isAnswerable(field) || without.has(field.id) || !answer?.value) return [];
    if (isBlank(answer.value) || (omits && targetPaths(field).every(isDroppedUnderHipaa))) {
      return [];
    }
    if (targetPaths(field).every((path) => left.has(path))) return [];
    const { origin, value } = answer;
    const suggestion = isPersonal(field) ? undefined : given.suggested?.[field.id];
    const entry = (by: WrittenOrigin): [string, WrittenOrigins[string]][] => [
      [
        field.id,
        suggestion ? { by, suggested: asFact(suggestion.value), from: suggestion.source } : by,
      ],
    ];
    if (origin === 'prefill' || origin === 'proposed') return entry('prefill');
    return checkValue(catalog, field, value, attributes, offers) ? [] : entry(origin);
  });
  return Object.fromEntries(origins);
}
