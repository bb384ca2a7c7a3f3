import { readPath } from '../attributes/paths';
import { parseAttributes } from '../attributes/parseAttributes';
import type { AttributePath, Patch, PatchOperation } from '../attributes/types';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { fieldIndex, type PicklistIndex } from '../catalog/picklistIndex';
import { targetPaths } from '../catalog/targetPaths';
import { idOfName } from '../catalog/targetRules';
import type {
  AlsoTarget,
  AnswerableField,
  Catalog,
  ChoiceField,
  ChoicesField,
  Form,
  Option,
  PairTarget,
} from '../catalog/types';
import { evaluateForm, ownAnswer, type Given } from '../form/evaluateForm';
import type { FormState } from '../form/types';
import { isDroppedUnderHipaa } from '../insights/hipaa';
import type { JsonObject, JsonValue } from '../json';
import type { Facts } from '../rules/types';
import { checkValue, isBlank, joinedText } from './checkValue';
import { isGiven } from './isGiven';
import { isLacking } from './isLacking';
import { inCatalogOrder, isFilled, readSlots } from './slots';
import { listedMedia, MEDIA_PATH, storedMedia, withoutLinks } from './storedMedia';
import { storedValue } from './storedValue';
import type { AnswerValue } from './types';

const set = (path: AttributePath, value: JsonValue): PatchOperation => ({ op: 'set', path, value });
const unset = (path: AttributePath): PatchOperation => ({ op: 'unset', path });

const setPair = (target: PairTarget, option: Option): Patch => [
  set(target.attribute, option.code),
  set(target.label, option.reported),
];

function feed({ path, value }: AlsoTarget, option: Option, index: PicklistIndex): PatchOperation {
  const fed = value === 'reported' ? index.reportedAt(path, option) : option[value];
  return fed === undefined ? unset(path) : set(path, fed);
}

function storeChoice(catalog: Catalog, field: ChoiceField, code: string): Patch {
  const index = fieldIndex(catalog, field);
  const option = index.byCode.get(code);
  if (!option) return [];
  const { target, also = [] } = field;
  return [
    ...('path' in target
      ? [set(target.path, index.reportedAt(target.path, option))]
      : setPair(target, option)),
    ...also.map((further) => feed(further, option, index)),
  ];
}

function storeChoices(
  catalog: Catalog,
  field: ChoicesField,
  codes: readonly string[],
  attributes: JsonObject,
): Patch {
  if (field.joined) {
    const text = joinedText(catalog, field, codes);
    return [text === '' ? unset(field.joined.path) : set(field.joined.path, text)];
  }
  const index = fieldIndex(catalog, field);
  const chosen = inCatalogOrder(codes, index).flatMap((code) => index.byCode.get(code) ?? []);
  return readSlots(field.slots ?? [], index, attributes).usable.flatMap((slot, position) => {
    const option = chosen[position];
    return option ? setPair(slot, option) : [unset(slot.attribute), unset(slot.label)];
  });
}

const storeMedia = (
  value: Extract<AnswerValue, { kind: 'media' }>,
  attributes: JsonObject,
): Patch => {
  const list = storedMedia(value, attributes);
  if (!list) return [];
  // An empty list that somebody else has put there stays.
  const wasThere = (listedMedia(attributes)?.length ?? 0) > 0;
  if (list.length > 0) return [set(MEDIA_PATH, list)];
  return wasThere ? [unset(MEDIA_PATH)] : [];
};

/** For an answer that can be stored. */
function store(
  catalog: Catalog,
  field: AnswerableField,
  value: AnswerValue,
  attributes: JsonObject,
): Patch {
  if (field.kind === 'choice') {
    return value.kind === 'choice' ? storeChoice(catalog, field, value.code) : [];
  }
  if (field.kind === 'choices') {
    return value.kind === 'choices' ? storeChoices(catalog, field, value.codes, attributes) : [];
  }
  if (value.kind === 'media') return storeMedia(value, attributes);
  const stored = storedValue(field, value);
  if (stored === null) return [];
  const { path } = field.target;
  return [stored === '' ? unset(path) : set(path, stored)];
}

/** Takes an answer off: only slots that hold the field's own options, only links that the answer brought. */
function withdraw(
  catalog: Catalog,
  field: AnswerableField,
  value: AnswerValue | null,
  attributes: JsonObject,
): Patch {
  if (field.kind === 'choices') return storeChoices(catalog, field, [], attributes);
  if (field.kind !== 'media') return targetPaths(field).map(unset);
  return value?.kind === 'media' ? storeMedia(withoutLinks(value), attributes) : [];
}

/** The names of teams and departments that a patch sets although no id is there with them (rule 15). */
function namesWithoutId(patch: Patch, attributes: JsonObject): ReadonlySet<AttributePath> {
  const isThere = (path: AttributePath): boolean => {
    const operations = patch.filter((operation) => operation.path === path);
    const sets = operations.find(({ op }) => op === 'set');
    return sets !== undefined || (operations.length === 0 && isFilled(readPath(attributes, path)));
  };
  return new Set(
    patch.flatMap(({ op, path }) => {
      const id = op === 'set' ? idOfName(path) : null;
      return id === null || isThere(id) ? [] : [path];
    }),
  );
}

/** The paths of names that are answered and not written, since their id is not there. `attributes` as for `toPatch`. */
export const namesLeftOut = (
  catalog: Catalog,
  form: Form,
  given: Given,
  attributes: JsonObject,
  states: FormState,
): ReadonlySet<AttributePath> =>
  hasNames(form)
    ? namesWithoutId(meantPatch(catalog, form, given, attributes, states), attributes)
    : NONE;

const NONE: ReadonlySet<AttributePath> = new Set();

const hasNames = (form: Form): boolean =>
  fieldsOf(form).some((field) => targetPaths(field).some((path) => idOfName(path) !== null));

export interface PatchContext {
  readonly facts: Facts;
  /** Fields to be left out altogether, whatever was answered. */
  readonly without?: ReadonlySet<string>;
}

/**
 * The answers as operations on the form's targets: first what comes off, then what is set, each in form order.
 * `attributes` are the task's as freshly read and seen by this reservation: they tell which slots are foreign.
 *
 * A field is left alone if nobody has answered it, or only the task itself: what another writer has put there since is
 * newer. An answer that could not be stored as it is meant is not stored at all; validation says why. One that is
 * withdrawn, and one of a field that rules have hidden since, comes off again. The name of a team or department is not
 * written without its id: Insights would not show it.
 */
export function toPatch(
  catalog: Catalog,
  form: Form,
  given: Given,
  attributes: unknown,
  { facts, without }: PatchContext,
): Patch {
  const parsed = parseAttributes(attributes);
  const fresh = parsed.ok ? parsed.value : {};
  const states = evaluateForm(catalog, form, given, facts, fresh);
  const patch = meantPatch(catalog, form, given, fresh, states, without);
  const left = namesWithoutId(patch, fresh);
  if (left.size === 0) return patch;
  const saved = new Set(
    fieldsOf(form).flatMap((field) => (given.saved.includes(field.id) ? targetPaths(field) : [])),
  );
  return [
    ...[...left].filter((path) => saved.has(path)).map(unset),
    ...patch.filter(({ path }) => !left.has(path)),
  ];
}

/** All of it, names without their ids as well. */
function meantPatch(
  catalog: Catalog,
  form: Form,
  given: Given,
  fresh: JsonObject,
  states: FormState,
  without?: ReadonlySet<string>,
): Patch {
  const omits = catalog.policies.hipaa === 'omit';
  const patch = fieldsOf(form).flatMap((field): Patch => {
    if (!isAnswerable(field) || without?.has(field.id)) return [];
    const own = ownAnswer(given, field.id);
    const { answer: current, offers = null } = states[field.id] ?? {};
    if (current?.origin === 'prefill') return [];
    if (current?.value && !isBlank(current.value)) {
      const problem = checkValue(catalog, field, current.value, fresh, offers);
      // What was left out may have brought another field into view, which nobody has judged yet.
      if (problem && !isLacking(problem)) return [];
      return store(catalog, field, current.value, fresh);
    }
    return isGiven(own) || given.saved.includes(field.id)
      ? withdraw(catalog, field, own?.value ?? null, fresh)
      : [];
  });
  const sets = patch.filter(
    ({ op, path }) => op === 'set' && !(omits && isDroppedUnderHipaa(path)),
  );
  // Two fields may share a target when only one of them is ever shown.
  const isSet = new Set(sets.map(({ path }) => path));
  return [...patch.filter(({ op, path }) => op === 'unset' && !isSet.has(path)), ...sets];
}
