import { isTextual } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import type { Catalog, Field, Form } from '../catalog/types';
import { agentAnswers } from './agentAnswers';
import { answerKind } from './answerKinds';
import { isBlank } from './checkValue';
import { fillsIn } from './fillsIn';
import { inCatalogOrder } from './slots';
import { sameValue } from './sameValue';
import { asPut } from './storedMedia';
import type { Answer, AnswerValue, Capture, FieldIntent, Intent, MediaLink } from './types';

/** Gestures that go on letter by letter. */
const WRITING: readonly Intent['type'][] = ['write', 'date', 'link'];

/** How many steps undo can go back. */
export const PAST_LIMIT = 50;

/** The answer's new value; undefined when the intent does not fit the field. */
function valueFor(
  catalog: Catalog,
  field: Field,
  capture: Capture,
  intent: FieldIntent,
): AnswerValue | null | undefined {
  const current = capture.answers[field.id]?.value ?? null;
  switch (intent.type) {
    case 'clear':
      return field.kind === 'media' && current ? linked(capture, field.id, []) : null;
    case 'choose': {
      if (field.kind !== 'choice') return undefined;
      const kept = current?.kind === 'choice' && current.code === intent.code;
      return kept || fieldIndex(catalog, field).isChoosable(intent.code, field.levels)
        ? { kind: 'choice', code: intent.code }
        : undefined;
    }
    case 'choose-all': {
      if (field.kind !== 'choices') return undefined;
      const index = fieldIndex(catalog, field);
      // An option archived after it was chosen may stay, but nobody can choose it any more.
      const kept = current?.kind === 'choices' ? current.codes : [];
      const codes = inCatalogOrder(intent.codes, index);
      if (!codes.every((code) => kept.includes(code) || index.isChoosable(code, field.levels))) {
        return undefined;
      }
      return codes.length > 0 ? { kind: 'choices', codes } : null;
    }
    case 'write':
      if (isTextual(field)) return { kind: 'text', text: intent.text };
      if (field.kind !== 'number') return undefined;
      return intent.decimal
        ? { kind: 'number', text: intent.text, decimal: intent.decimal }
        : { kind: 'number', text: intent.text };
    case 'answer':
      return field.kind === 'yesno' ? { kind: 'yesno', yes: intent.yes } : undefined;
    case 'rate':
      return field.kind === 'rating' ? { kind: 'rating', rating: intent.rating } : undefined;
    case 'date':
      return field.kind === 'date'
        ? { kind: 'date', text: intent.text, offset: intent.offset }
        : undefined;
    case 'link':
      return field.kind === 'media' ? linked(capture, field.id, intent.links) : undefined;
    case 'accept':
      return intent.value.kind === answerKind(field) ? intent.value : undefined;
  }
}

/** New links; those that a save may have put on the task are remembered, to be taken off again. */
function linked(
  capture: Capture,
  field: string,
  links: readonly MediaLink[],
): Extract<AnswerValue, { kind: 'media' }> {
  const value = capture.answers[field]?.value;
  if (value?.kind !== 'media') return { kind: 'media', links, put: [] };
  if (JSON.stringify(value.links) === JSON.stringify(links)) return value;
  // Before the first save, each letter of an address would be one to remember.
  return { ...(capture.saved.includes(field) ? asPut(value) : value), links };
}

/** A gesture may bring links that nobody has saved: those before it are remembered by themselves. */
function withLinksOpen(before: Capture, after: Capture): Capture {
  const isOpen = (id: string): boolean =>
    after.answers[id]?.value?.kind === 'media' && after.answers[id] !== before.answers[id];
  return after.saved.some(isOpen)
    ? { ...after, saved: after.saved.filter((id) => !isOpen(id)) }
    : after;
}

/** Whether the newest step back was made by writing in this field: then more writing belongs to it. */
function isWriting(capture: Capture, field: string): boolean {
  const last = capture.past[capture.past.length - 1];
  const value = capture.answers[field]?.value ?? null;
  const isWritten =
    value?.kind === 'media' ? value.links.length > 0 : value !== null && 'text' in value;
  if (!last || !isWritten) return false;
  // What the task says may have changed meanwhile; that was no gesture.
  const [before, now] = [agentAnswers(last), agentAnswers(capture.answers)];
  const ids = new Set([...Object.keys(before), ...Object.keys(now)]);
  const isOther = (id: string): boolean =>
    !before[id] || !now[id] || !sameValue(before[id].value, now[id].value);
  return [...ids].every((id) => isOther(id) === (id === field));
}

function change(capture: Capture, field: string, answer: Answer, coalesce: boolean): Capture {
  return {
    ...capture,
    answers: { ...capture.answers, [field]: answer },
    past: coalesce ? capture.past : [...capture.past, capture.answers].slice(-PAST_LIMIT),
  };
}

const asAgents = (answer: Answer): Answer =>
  answer.origin === 'agent' ? answer : { ...answer, origin: 'agent' };

/** The value before a step; saved links have to be named to come off. Undefined: there was no answer. */
function valueBefore(
  capture: Capture,
  field: string,
  earlier: Answer | undefined,
): AnswerValue | null | undefined {
  if (capture.answers[field]?.value?.kind !== 'media') return earlier?.value;
  const links = earlier?.value?.kind === 'media' ? earlier.value.links : [];
  const value = linked(capture, field, links);
  return !isBlank(value) || value.put.length > 0 ? value : earlier?.value;
}

/**
 * Back to earlier answers. Where a save has put something on the task, what the task said before comes back as the
 * agent's own answer, so that it is written again. What no save has touched goes back to what it was: a foreign value
 * on the task is left alone again. Where nobody had answered, what was saved is withdrawn, or gives way to what else
 * fills the field in.
 */
function undo(form: Form, capture: Capture): Capture {
  const last = capture.past[capture.past.length - 1];
  if (!last) return capture;
  const filledIn = new Set(
    fieldsOf(form)
      .filter(fillsIn)
      .map(({ id }) => id),
  );
  const answers: Record<string, Answer> = {};
  for (const [id, current] of Object.entries(capture.answers)) {
    const earlier = last[id];
    const value = valueBefore(capture, id, earlier);
    const isSaved = capture.saved.includes(id);
    if (current.origin === 'prefill') {
      answers[id] = current;
    } else if (earlier && sameValue(value ?? null, earlier.value)) {
      answers[id] = isSaved ? asAgents(earlier) : earlier;
    } else if (value !== undefined || (isSaved && !filledIn.has(id))) {
      answers[id] = { value: value ?? null, origin: 'agent' };
    }
  }
  return withLinksOpen(capture, { ...capture, answers, past: capture.past.slice(0, -1) });
}

/** All of them on top of each other. What was written before them stays a step of undo of its own. */
function together(
  catalog: Catalog,
  form: Form,
  capture: Capture,
  intents: readonly FieldIntent[],
): Capture {
  const after = intents.reduce<Capture>(
    (so, intent) => applyIntent(catalog, form, so, intent),
    capture,
  );
  if (after === capture) return capture;
  return { ...after, past: [...capture.past, capture.answers].slice(-PAST_LIMIT) };
}

/**
 * What a gesture makes of a capture. An intent that changes nothing, or that does not fit (unknown field or option,
 * wrong kind, an option that cannot be chosen), returns the same object. Text is kept as typed; consecutive writing
 * in one field is one step of undo.
 */
export function applyIntent(
  catalog: Catalog,
  form: Form,
  capture: Capture,
  intent: Intent,
): Capture {
  if (intent.type === 'undo') return undo(form, capture);
  if (intent.type === 'together') return together(catalog, form, capture, intent.intents);
  const field = fieldsOf(form).find(({ id }) => id === intent.field);
  if (!field) return capture;
  const current = capture.answers[field.id];
  const value = valueFor(catalog, field, capture, intent);
  if (value === undefined) return capture;
  if (current?.origin === 'agent' && sameValue(current.value, value)) return capture;
  const coalesce = WRITING.includes(intent.type) && isWriting(capture, field.id);
  return withLinksOpen(capture, change(capture, field.id, { value, origin: 'agent' }, coalesce));
}
