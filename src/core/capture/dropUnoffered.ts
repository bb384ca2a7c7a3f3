import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import type { Catalog, Field, Form } from '../catalog/types';
import type { FieldState, FormState } from '../form/types';
import { isGiven } from './isGiven';
import type { Answer, AnswerValue, Capture } from './types';

/** What of a choice rules still offer. An option that is gone from the picklist is for validation to tell. */
function offeredPart(
  catalog: Catalog,
  field: Field,
  value: AnswerValue,
  offers: NonNullable<FieldState['offers']>,
): AnswerValue | null {
  if (field.kind !== 'choice' && field.kind !== 'choices') return value;
  const index = fieldIndex(catalog, field);
  const stays = (code: string): boolean =>
    offers.has(code) || !index.isChoosable(code, field.levels);
  if (value.kind === 'choice') return stays(value.code) ? value : null;
  if (value.kind !== 'choices') return value;
  const codes = value.codes.filter(stays);
  if (codes.length === value.codes.length) return value;
  return codes.length > 0 ? { kind: 'choices', codes } : null;
}

/**
 * The capture without the agent's answers that a gesture elsewhere in the form has made impossible, and the fields
 * that lost something. No step of undo of its own: it belongs to that gesture. A field waiting for one that is hidden
 * keeps its answer, as the hidden one does.
 */
export function dropUnoffered(
  catalog: Catalog,
  form: Form,
  capture: Capture,
  states: FormState,
): { readonly capture: Capture; readonly dropped: readonly string[] } {
  const changed: Record<string, Answer> = {};
  for (const field of fieldsOf(form)) {
    const state = states[field.id];
    const answer = capture.answers[field.id];
    if (!isAnswerable(field) || !state?.shown || !state.offers) continue;
    if (!isGiven(answer) || !answer.value) continue;
    if (state.waitsFor !== null && states[state.waitsFor]?.shown === false) continue;
    const value = offeredPart(catalog, field, answer.value, state.offers);
    if (value !== answer.value) changed[field.id] = { value, origin: answer.origin };
  }
  const dropped = Object.keys(changed);
  return dropped.length === 0
    ? { capture, dropped }
    : { capture: { ...capture, answers: { ...capture.answers, ...changed } }, dropped };
}
