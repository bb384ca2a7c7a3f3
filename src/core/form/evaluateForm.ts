import { keepPaths } from '../attributes/keepPaths';
import { parseAttributes } from '../attributes/parseAttributes';
import { asAnswer, asFact } from '../capture/asAnswer';
import { checkValue, isBlank } from '../capture/checkValue';
import { isGiven } from '../capture/isGiven';
import { ownedPaths } from '../capture/ownedPaths';
import { asPut } from '../capture/storedMedia';
import { readPrefill, shown } from '../capture/readPrefill';
import { isFilled } from '../capture/slots';
import { onStep } from '../capture/plainNumber';
import type { Answer, Answers, AnswerValue, Origin, Suggestions } from '../capture/types';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex } from '../catalog/picklistIndex';
import { targetPaths } from '../catalog/targetPaths';
import type { AnswerableField, Catalog, Field, Form, Rule } from '../catalog/types';
import type { JsonObject, JsonValue } from '../json';
import { applyRule, holds } from '../rules/applyRule';
import { ruleData } from '../rules/ruleData';
import type { Facts } from '../rules/types';
import { formPlan, type PlannedField } from './formPlan';
import { offeredOptions } from './offeredOptions';
import type { FieldState, FormState } from './types';

/** What an agent has given a form, and what of it is known to be on the task. */
export interface Given {
  /** Those by the agent and the way out count; what the task brought is read anew. */
  readonly answers: Answers;
  /** Fields that this reservation has saved. */
  readonly saved: readonly string[];
  /** What others have proposed. It decides nothing. */
  readonly suggested?: Suggestions;
}

interface Situation {
  readonly catalog: Catalog;
  readonly given: Given;
  readonly onTask: Answers;
  /** Paths that this reservation has written, by whichever field: what stands there was not there before the agent. */
  readonly written: ReadonlySet<string>;
  readonly attributes: JsonObject;
}

const asText = (value: JsonValue): string | null =>
  value === null || typeof value === 'object' ? null : String(value);

const always = (rule: Rule | undefined, data: JsonObject): boolean =>
  rule === undefined || holds(rule, data);
const ever = (rule: Rule | undefined, data: JsonObject): boolean =>
  rule !== undefined && holds(rule, data);

/** What was given to a field; links that a save has taken as they are with the word for it. */
export function ownAnswer({ answers, saved }: Given, id: string): Answer | undefined {
  const own = answers[id];
  return own?.value?.kind === 'media' && saved.includes(id)
    ? { ...own, value: asPut(own.value) }
    : own;
}

/** A rule's word for no value. */
const isNone = (result: JsonValue): boolean =>
  !isFilled(result) || result === false || (Array.isArray(result) && result.length === 0);

/**
 * The answer of a field that is shown: the agent's, a rule's, the task's, the field's prefill, its default. And what
 * could not be one.
 */
function answerOf(
  { catalog, given, onTask, written, attributes }: Situation,
  field: AnswerableField,
  data: JsonObject,
  offers: FieldState['offers'],
): Pick<FieldState, 'answer' | 'unfit'> {
  const own = ownAnswer(given, field.id);
  if (isGiven(own) || own?.origin === 'way-out') return { answer: own, unfit: null };
  let unfit: string | null = null;
  const filledIn = (result: JsonValue | undefined, origin: Origin): Answer | undefined => {
    if (result === undefined) return undefined;
    const value: AnswerValue | null = asAnswer(catalog, field, result);
    if (value && isBlank(value)) return undefined;
    // Nobody has seen it yet: what could not be stored is not proposed either.
    const problem = value && checkValue(catalog, field, value, attributes, offers);
    if (value && !problem) return { value, origin };
    // An option that rules do not offer here is left out on purpose.
    const isLeftOut = offers !== null && problem?.code === 'option-unavailable';
    if (!isLeftOut && !isNone(result)) unfit ??= shown(result);
    return undefined;
  };
  const outcome = (of: Rule): JsonValue => {
    const result = applyRule(of, data);
    return field.kind === 'number' && typeof result === 'number' ? onStep(field, result) : result;
  };
  const rule = field.rules?.set?.find(({ when }) => holds(when, data));
  const found = targetPaths(field).some((path) => written.has(path)) ? undefined : onTask[field.id];
  const answer =
    filledIn(rule && outcome(rule.to), 'rule') ??
    found ??
    filledIn(field.prefill === undefined ? undefined : outcome(field.prefill), 'proposed') ??
    filledIn(field.default, 'default');
  return { answer, unfit };
}

/**
 * Whether anything can be chosen: too few options may be active on that day, or left by what limits them. A required
 * field that cannot be answered would never let an agent complete.
 */
const canBeAnswered = (
  catalog: Catalog,
  field: Field,
  states: FormState,
  fieldOf: (id: string) => Field | undefined,
): boolean => {
  if (field.kind !== 'choice' && field.kind !== 'choices') return true;
  const state = states[field.id] ?? HIDDEN;
  const { offers, waitsFor } = state;
  const parent = waitsFor === null ? undefined : fieldOf(waitsFor);
  // It is answered by way of the other one.
  if (parent) return state.shown && canBeAnswered(catalog, parent, states, fieldOf);
  const least = field.kind === 'choices' ? Math.max(1, field.min ?? 1) : 1;
  const count = offers?.size ?? fieldIndex(catalog, field).choosable(field.levels).length;
  return state.shown && count >= least;
};

const HIDDEN: FieldState = {
  shown: false,
  required: false,
  answer: undefined,
  unfit: null,
  offers: null,
  waitsFor: null,
  text: null,
};

const isSame = (a: FieldState, b: FieldState | undefined): boolean =>
  b !== undefined &&
  a.shown === b.shown &&
  a.required === b.required &&
  a.unfit === b.unfit &&
  a.offers === b.offers &&
  a.waitsFor === b.waitsFor &&
  a.text === b.text &&
  JSON.stringify(a.answer) === JSON.stringify(b.answer);

/**
 * What the rules make of a form: which fields are shown and required, what they offer, what counts as their answers.
 * The one place where rules are carried out, for the panel, the checks, and every write. `attributes` are the task's
 * as this reservation sees them (`legView`). Fields that have not changed are the same objects as in `before`.
 */
export function evaluateForm(
  catalog: Catalog,
  form: Form,
  given: Given,
  facts: Facts,
  attributes: unknown,
  before: FormState = {},
): FormState {
  const parsed = parseAttributes(attributes);
  const fresh = parsed.ok ? parsed.value : {};
  const onTask = readPrefill(catalog, form, fresh).answers;
  const written = new Set(
    fieldsOf(form).flatMap((field) => (given.saved.includes(field.id) ? targetPaths(field) : [])),
  );
  const situation: Situation = { catalog, given, onTask, written, attributes: fresh };
  const answers: Record<string, JsonValue> = {};
  const paths: Record<string, readonly string[]> = {};
  const owned = ownedPaths(form);
  const foreign = keepPaths(fresh, (path) => !owned.has(path));
  const data: JsonObject = { ...ruleData(catalog, facts, foreign), answers, paths };
  const states: Record<string, FieldState> = {};

  const decide = ({ field, section }: PlannedField): FieldState => {
    if (field.kind === 'unsupported') {
      return { ...HIDDEN, shown: always(section.rules?.show, data) };
    }
    const shown = always(section.rules?.show, data) && always(field.rules?.show, data);
    if (!shown) return HIDDEN;
    if (!isAnswerable(field)) return { ...HIDDEN, shown };
    const parent = 'dependsOn' in field ? field.dependsOn : undefined;
    const parentPath = parent === undefined ? null : (paths[parent] ?? null);
    const offers =
      field.kind === 'choice' || field.kind === 'choices'
        ? offeredOptions(catalog, field, data, parentPath)
        : null;
    return {
      ...HIDDEN,
      shown,
      ...answerOf(situation, field, data, offers),
      offers,
      waitsFor: parent !== undefined && parentPath === null ? parent : null,
    };
  };

  const plan = formPlan(form);
  for (const planned of plan) {
    const { field } = planned;
    const state = decide(planned);
    states[field.id] = state;
    const value = state.answer?.value ?? null;
    const isOffered =
      value?.kind !== 'choice' || state.offers === null || state.offers.has(value.code);
    answers[field.id] = isOffered ? asFact(value) : null;
    if (value?.kind === 'choice' && isOffered && field.kind === 'choice') {
      paths[field.id] = fieldIndex(catalog, field)
        .pathOf(value.code)
        .map(({ code }) => code);
    }
  }
  const fields = new Map(plan.map(({ field }) => [field.id, field]));
  // These decide nothing else, and may look at every answer.
  for (const { field, section } of plan) {
    const state = states[field.id] ?? HIDDEN;
    const whole: FieldState = {
      ...state,
      required:
        state.shown &&
        isAnswerable(field) &&
        canBeAnswered(catalog, field, states, (id) => fields.get(id)) &&
        (field.required === true ||
          ever(section.rules?.require, data) ||
          ever(field.rules?.require, data)),
      text:
        state.shown && field.kind === 'info' && field.value !== undefined
          ? asText(applyRule(field.value, data))
          : null,
    };
    const earlier = before[field.id];
    states[field.id] = earlier && isSame(whole, earlier) ? earlier : whole;
  }
  return states;
}
