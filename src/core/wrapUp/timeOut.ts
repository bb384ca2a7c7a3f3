import { PAST_LIMIT } from '../capture/applyIntent';
import { asAnswer } from '../capture/asAnswer';
import { checkValue, isBlank } from '../capture/checkValue';
import { fillsIn } from '../capture/fillsIn';
import { isLacking } from '../capture/isLacking';
import { withoutLinks } from '../capture/storedMedia';
import type { Answer, Answers, Capture } from '../capture/types';
import { validateCapture } from '../capture/validateCapture';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import type { AnswerableField, Catalog, Form } from '../catalog/types';
import { evaluateForm, ownAnswer, type Given } from '../form/evaluateForm';
import type { FieldState } from '../form/types';
import type { JsonObject } from '../json';
import type { Facts } from '../rules/types';

export interface TimedOut {
  readonly capture: Capture;
  /** Fields whose answer cannot be stored as it was given, and was taken out. */
  readonly unfit: readonly string[];
  /** Fields that are required and have no answer now. */
  readonly lacking: readonly string[];
}

interface Situation {
  readonly catalog: Catalog;
  readonly form: Form;
  readonly capture: Capture;
  readonly facts: Facts;
  /** The task's, as this reservation sees them. */
  readonly attributes: JsonObject;
}

const atTimeout = (
  { catalog, attributes }: Situation,
  field: AnswerableField,
  { offers }: FieldState,
): Answer | null => {
  if (field.atTimeout === undefined) return null;
  const value = asAnswer(catalog, field, field.atTimeout);
  // As with a default: what could not be stored now, on this day or under these rules, is not set.
  return value && !isBlank(value) && !checkValue(catalog, field, value, attributes, offers)
    ? { value, origin: 'timeout' }
    : null;
};

/** Left out, an answer leaves the task alone; where something else would fill the field in again, it is withdrawn. */
function without(form: Form, given: Given, id: string): Answers {
  const { [id]: _, ...others } = given.answers;
  const answer = ownAnswer(given, id);
  const value = answer?.value?.kind === 'media' ? withoutLinks(answer.value) : null;
  const isFilledIn = fieldsOf(form).some((field) => field.id === id && fillsIn(field));
  return value || isFilledIn ? { ...others, [id]: { value, origin: 'timeout' } } : others;
}

/**
 * A capture as the end of the time for wrap-up leaves it. With `fills`, fields without an answer get their
 * `atTimeout`; what an agent has answered, or something else has filled in, stays. Answers that cannot be stored are
 * taken out, since they would keep the others from being saved. All of it is one step of undo.
 */
export function timeOut(situation: Situation, fills: boolean): TimedOut {
  const { catalog, form, facts, attributes } = situation;
  const problemsOf = (capture: Capture) =>
    validateCapture(catalog, form, capture, attributes, facts);
  let answers = situation.capture.answers;
  const unfit = new Set<string>();
  const done = new Set<string>();
  // What is set may show further fields and hide others; each field is set once, so this comes to an end.
  for (;;) {
    const capture = { ...situation.capture, answers };
    const problem = problemsOf(capture).find((one) => !isLacking(one) && !unfit.has(one.field));
    if (problem) {
      unfit.add(problem.field);
      answers = without(form, capture, problem.field);
      continue;
    }
    const states = evaluateForm(catalog, form, capture, facts, attributes);
    const next = fieldsOf(form).flatMap((field): [string, Answer][] => {
      const state = states[field.id];
      if (!fills || !isAnswerable(field) || done.has(field.id) || !state?.shown) return [];
      if (state.answer?.value && !isBlank(state.answer.value)) return [];
      const answer = atTimeout(situation, field, state);
      return answer ? [[field.id, answer]] : [];
    })[0];
    if (!next) break;
    done.add(next[0]);
    answers = { ...answers, [next[0]]: next[1] };
  }
  const { capture } = situation;
  const after: Capture =
    answers === capture.answers
      ? capture
      : { ...capture, answers, past: [...capture.past, capture.answers].slice(-PAST_LIMIT) };
  const lacking = problemsOf(after).flatMap((one) => (isLacking(one) ? [one.field] : []));
  return { capture: after, unfit: [...unfit], lacking };
}
