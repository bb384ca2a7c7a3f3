import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import type { AnswerableField, Catalog, Form } from '../catalog/types';
import type { JsonValue } from '../json';
import { SOURCE_LIMIT } from './answerShape';
import { asAnswer } from './asAnswer';
import { checkValue, isBlank } from './checkValue';
import { copyIntent } from './copyIntents';
import { sameValue } from './sameValue';
import { cleanText } from './storedText';
import { textLimit } from './textLimit';
import type { FormState } from '../form/types';
import type { Answer, AnswerValue, Capture, FieldIntent, Intent, Suggestion } from './types';

/**
 * - `offered`: the agent sees it, unless it is what they have answered
 * - `unknown-field`: the form has no such field
 * - `not-an-answer`: nobody could give the field this answer
 */
export type SuggestResult = 'offered' | 'unknown-field' | 'not-an-answer';

/** Other programs know an option by what people see, too. */
function codeOf(
  catalog: Catalog,
  field: { readonly picklist: string },
  said: JsonValue,
): JsonValue {
  const { byCode, byReported } = fieldIndex(catalog, field);
  if (typeof said !== 'string' || byCode.has(said) || byReported.has(said)) return said;
  const plain = (text: string) => cleanText(text).toLowerCase();
  const option = [...byCode.values()].find(({ reported, name }) =>
    [reported, ...Object.values(name)].some((text) => plain(text) === plain(said)),
  );
  return option?.code ?? said;
}

/** Longer texts are offered as far as the field takes them: the agent sees what they take over. */
function shortened(text: string, limit: number): string {
  const clean = cleanText(text);
  if (clean.length <= limit) return clean;
  const start = clean.slice(0, limit - 1);
  const words = start.replace(/\s\S*$/, '');
  return `${cleanText(words.length > limit / 2 ? words : start)}…`;
}

function valueOf(catalog: Catalog, field: AnswerableField, said: JsonValue): AnswerValue | null {
  if (field.kind === 'choice') return asAnswer(catalog, field, codeOf(catalog, field, said));
  if (field.kind === 'choices') {
    const all: readonly JsonValue[] = Array.isArray(said) ? said : [said as JsonValue];
    return asAnswer(
      catalog,
      field,
      all.map((one) => codeOf(catalog, field, one)),
    );
  }
  const value = asAnswer(catalog, field, said);
  return value?.kind === 'text' && field.kind === 'text'
    ? { ...value, text: shortened(value.text, textLimit(field)) }
    : value;
}

function judge(
  catalog: Catalog,
  field: AnswerableField,
  said: JsonValue,
): AnswerValue | 'not-an-answer' {
  const value = valueOf(catalog, field, said);
  return value && !isBlank(value) && !checkValue(catalog, field, value, {}, null)
    ? value
    : 'not-an-answer';
}

/**
 * A capture with what another program proposes, by field id: a code, a reported text or a name, a list of them, a text,
 * a number, true or false, a day. Answers stay as they are, whoever gave them; a newer suggestion takes an older one's
 * place.
 */
export function suggest(
  catalog: Catalog,
  form: Form,
  capture: Capture,
  said: Readonly<Record<string, JsonValue>>,
  source: string,
): { readonly capture: Capture; readonly results: Readonly<Record<string, SuggestResult>> } {
  const fields = new Map(fieldsOf(form).map((field) => [field.id, field]));
  const results: [string, SuggestResult][] = [];
  const suggested: [string, Suggestion][] = [];
  const named = cleanText(source).slice(0, SOURCE_LIMIT) || '?';
  for (const [id, one] of Object.entries(said)) {
    const field = fields.get(id);
    const value = field && isAnswerable(field) ? judge(catalog, field, one) : null;
    if (value === null) results.push([id, 'unknown-field']);
    else if (value === 'not-an-answer') results.push([id, value]);
    else {
      results.push([id, 'offered']);
      const known = capture.suggested?.[id];
      const isNew = known?.source !== named || !sameValue(known.value, value);
      if (isNew) suggested.push([id, { value, source: named }]);
    }
  }
  return {
    capture:
      suggested.length === 0
        ? capture
        : { ...capture, suggested: { ...capture.suggested, ...Object.fromEntries(suggested) } },
    results: Object.fromEntries(results),
  };
}

/** The gesture that takes a suggestion over; null where it is the answer already, or nobody could give it now. */
export function acceptIntent(
  catalog: Catalog,
  field: AnswerableField,
  suggestion: Suggestion,
  answer: Answer | undefined,
  offers: ReadonlySet<string> | null,
): FieldIntent | null {
  const { value } = suggestion;
  if (sameValue(value, answer?.value ?? null)) return null;
  return checkValue(catalog, field, value, {}, offers) ? null : copyIntent(catalog, field, value);
}

/**
 * The gesture that takes over every suggestion for a field that is shown and has no answer yet. Null where it saves the
 * agent nothing (fewer than two).
 */
export function acceptAllIntent(
  catalog: Catalog,
  form: Form,
  capture: Capture,
  states: FormState,
): Intent | null {
  const intents = fieldsOf(form).flatMap((field): FieldIntent[] => {
    const suggestion = capture.suggested?.[field.id];
    const state = states[field.id];
    if (!suggestion || !state?.shown || !isAnswerable(field)) return [];
    if (!isBlank(state.answer?.value ?? null)) return [];
    const intent = acceptIntent(catalog, field, suggestion, state.answer, state.offers);
    return intent ? [intent] : [];
  });
  return intents.length > 1 ? { type: 'together', intents } : null;
}
