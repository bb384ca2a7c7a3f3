import { ATTRIBUTES_LIMIT, mergePatch } from '../attributes/mergePatch';
import { parseAttributes } from '../attributes/parseAttributes';
import { ownValue, readPath } from '../attributes/paths';
import type { AttributePath, AttributesError, Merged, Patch } from '../attributes/types';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import type { Catalog, Form } from '../catalog/types';
import { evaluateForm, type Given } from '../form/evaluateForm';
import { findEntry, isWritableTaskPath } from '../insights/dictionary';
import type { JsonObject } from '../json';
import { canMark, LEGS_KEY, readLegs, writeLegs } from '../legs/legMarks';
import { carriedPaths, legView } from '../legs/legView';
import type { Leg, LegContext } from '../legs/types';
import { fail, ok, type Result } from '../result';
import type { Facts } from '../rules/types';
import { withWayOutDefault } from '../wayOut/withWayOutDefault';
import {
  filledByWayOut,
  markWayOut,
  wayOutMark,
  WAY_OUT_KEY,
  type WayOutTaken,
} from '../wayOut/wayOutMarks';
import { writtenMark, WRAP_UP_KEY, type WrapUpMark } from '../wrapUp/wrapUpMark';
import { answerOrigins } from './answerOrigins';
import { isLacking } from './isLacking';
import { largestAnswers } from './largestAnswers';
import { ownedPaths } from './ownedPaths';
import { toPatch } from './toPatch';
import { validateCapture } from './validateCapture';

/**
 * - `flush`: wrap-up has begun; what there is is brought in safety.
 * - `complete`: the last word of this reservation before it completes.
 */
export type SavePurpose = 'flush' | 'complete';

export interface AnswersToMerge extends LegContext {
  readonly catalog: Catalog;
  readonly form: Form;
  readonly given: Given;
  readonly facts: Facts;
  readonly purpose: SavePurpose;
  /** The agent completes by `policies.wayOutByReason`: a completion without it takes this reservation's mark of that off. */
  readonly wayOut?: WayOutTaken;
  /** What is told of this reservation's wrap-up, at its completion. */
  readonly wrapUp?: WrapUpMark | undefined;
}

export interface MergedAnswers extends Merged {
  /** False when answers were left out on purpose: a flush holds back what would stand in another leg's record. */
  readonly whole: boolean;
}

/** The fields that feed a measure: what two legs have on the task at once is counted twice in every sum (trap T9). */
const measureFields = (form: Form): ReadonlySet<string> =>
  new Set(
    fieldsOf(form)
      .filter((field) => targetPaths(field).some((path) => findEntry(path)?.kind === 'measure'))
      .map(({ id }) => id),
  );

const isSet = (patch: Patch): ReadonlySet<AttributePath> =>
  new Set(patch.flatMap(({ op, path }) => (op === 'set' ? [path] : [])));

/** The marks after the merge: what the patch set is this leg's now, what is gone from the task is nobody's. */
const nextLegs = (
  legs: readonly Leg[],
  { reservationSid }: AnswersToMerge,
  patch: Patch,
  attributes: JsonObject,
  completing: boolean,
): readonly Leg[] => {
  const set = isSet(patch);
  const mine = legs.find((leg) => leg.reservationSid === reservationSid);
  const isThere = (path: AttributePath) => readPath(attributes, path) !== undefined;
  return [
    ...legs
      .filter((leg) => leg !== mine)
      .map((leg) => ({
        ...leg,
        paths: leg.paths.filter((path) => !set.has(path) && isThere(path)),
      })),
    {
      reservationSid,
      paths: [...new Set([...(mine?.paths ?? []), ...set])].filter(isThere).sort(),
      completing,
    },
  ];
};

const sizeOf = (attributes: JsonObject): number => JSON.stringify(attributes).length;

const fits = (after: JsonObject, before: JsonObject): boolean =>
  sizeOf(after) <= ATTRIBUTES_LIMIT || sizeOf(after) <= sizeOf(before);

const sameAt = (key: string, before: JsonObject, after: JsonObject): boolean =>
  JSON.stringify(ownValue(before, key)) === JSON.stringify(ownValue(after, key));

/** `after` with the value of one root key, at the end; without the key when there is nothing to say. */
const withRoot = (after: JsonObject, key: string, value: JsonObject): JsonObject => {
  const others = Object.entries(after).filter(([other]) => other !== key);
  return Object.fromEntries(Object.keys(value).length === 0 ? others : [...others, [key, value]]);
};

const NONE: ReadonlySet<string> = new Set();

/** What the task is to say of this leg's wrap-up: at its completion nothing is left of what another leg's said. */
function wrapUpMark(
  { catalog, form, given, facts, purpose, wrapUp }: AnswersToMerge,
  view: JsonObject,
): JsonObject | null {
  if (purpose === 'flush') return null;
  if (!form.wrapUp) return {};
  const problems = wrapUp?.timeout ? validateCapture(catalog, form, given, view, facts) : [];
  return writtenMark(
    wrapUp,
    problems.filter(isLacking).map(({ field }) => field),
  );
}

/** The merge, whatever the marks add to it; the answers alone have to fit. */
function mergeFreely(
  merge: AnswersToMerge,
  before: JsonObject,
): Result<Omit<MergedAnswers, 'size'>, AttributesError> {
  const { catalog, form, facts, reservationSid, transferred, isLive, purpose, wayOut } = merge;
  const { originsKey } = catalog.policies;
  const legs = readLegs(before);
  const isShared = transferred || legs.length > 0;
  if (isShared && !canMark(before)) return fail({ code: 'parent-not-object', path: LEGS_KEY });

  const others = legs.filter((leg) => leg.reservationSid !== reservationSid);
  const live = others.filter((leg) => (isLive ? isLive(leg.reservationSid) : !leg.completing));
  const livePaths = new Set(live.flatMap(({ paths }) => paths));
  if (purpose === 'flush' && livePaths.size > 0) {
    return ok({ attributes: before, changed: false, whole: false });
  }

  const without = isShared && purpose === 'flush' ? measureFields(form) : NONE;
  const parsedView = parseAttributes(legView(form, before, reservationSid));
  const view = parsedView.ok ? parsedView.value : {};
  const filled = filledByWayOut(before, reservationSid);
  // A flush of another tab, or of a page that was loaded anew, may come between the way out and the end.
  const keepsDefault = purpose === 'flush' && filled !== null;
  const given =
    wayOut || keepsDefault
      ? withWayOutDefault(catalog, form, merge.given, facts, view, filled)
      : merge.given;
  const whole = !Object.keys(given.answers).some((id) => without.has(id));
  const own = toPatch(catalog, form, given, view, { facts, without }).filter(
    ({ op, path }) => op === 'set' || !livePaths.has(path),
  );
  const set = isSet(own);
  const carried = carriedPaths(form);
  const left = others
    .filter((leg) => !live.includes(leg))
    .flatMap(({ paths }) => paths)
    // Marks can be forged: nothing but what a form may write is ever taken off for one.
    .filter((path) => !set.has(path) && !carried.has(path) && isWritableTaskPath(path));
  const patch: Patch = [...own, ...left.map((path) => ({ op: 'unset' as const, path }))];

  const merged = mergePatch(before, patch, new Set([...ownedPaths(form), ...left]));
  if (!merged.ok) return merged;
  const complete = (
    origins: JsonObject,
    mark: JsonObject | null,
    wrapUp: JsonObject | null,
  ): Omit<MergedAnswers, 'size'> => {
    // A flush of another tab may arrive after the completion by the way out.
    const withMark =
      mark || purpose === 'complete'
        ? markWayOut(merged.value.attributes, reservationSid, mark)
        : merged.value.attributes;
    const withMarks = wrapUp ? withRoot(withMark, WRAP_UP_KEY, wrapUp) : withMark;
    const after = originsKey === undefined ? withMarks : withRoot(withMarks, originsKey, origins);
    const sameRoots =
      (originsKey === undefined || sameAt(originsKey, before, after)) &&
      sameAt(WAY_OUT_KEY, before, after) &&
      sameAt(WRAP_UP_KEY, before, after);
    const leg = (completing: boolean): JsonObject =>
      isShared ? writeLegs(after, nextLegs(legs, merge, patch, after, completing)) : after;
    const says = legs.some((known) => known.reservationSid === reservationSid && known.completing);
    const marked = leg(purpose === 'complete');
    const needed = merge.marksCompletion && purpose === 'complete' ? marked : leg(says);
    const changed = merged.value.changed || !sameRoots || !sameAt(LEGS_KEY, before, needed);
    return changed
      ? { attributes: marked, changed, whole }
      : { attributes: before, changed, whole };
  };
  const wrapUp = wrapUpMark({ ...merge, given }, view);
  const bare = complete({}, null, wrapUp && {});
  if (originsKey === undefined && !wayOut && !merge.wrapUp) return ok(bare);
  const mark = wayOut ? wayOutMark({ ...merge, given, wayOut }, view) : null;
  const origins = originsKey === undefined ? {} : answerOrigins({ ...merge, given }, view, without);
  const told = complete(origins, mark, wrapUp);
  if (fits(told.attributes, before)) return ok(told);
  // Who set a value is not worth losing the value for, and neither is why it is the last word.
  const short = complete({}, mark, wrapUp);
  return ok(fits(short.attributes, before) ? short : bare);
}

/**
 * Puts one leg's answers onto a task's attributes as they are now, beside what other legs wrote.
 *
 * On a task that was never transferred that is `toPatch` and `mergePatch` and nothing else. On a shared one:
 *
 * - Another leg's values are none of this form's: they fill in nothing and free their slots.
 * - What a leg that has ended left behind is taken off: Insights would report it again for this one (trap T8).
 * - What a leg that is still accepted or wrapping wrote is never cleared, and a flush writes nothing at all beside it:
 *   it would stand in that leg's record. At its own completion a leg writes its answers over them; the other one
 *   finds that out at its own completion and writes its own again.
 * - A flush leaves measures out.
 * - What was written is marked with the reservation (`debrief_legs`).
 *
 * A completion says how the wrap-up went (`debrief_wrap_up`), where there is anything to say, and takes off what another
 * leg's completion said there.
 *
 * With `policies.originsKey` that root key says who set each value (`answerOrigins`), of the leg that wrote last. It is
 * written too when nothing else is to be written. It counts in the 4096 characters, and is left out where it alone
 * would not fit.
 *
 * By the way out (`wayOut`) the policy's default goes where an answer is lacking, and `debrief_way_out` says why the task
 * completes, when, and what is missing. It too is left out where it would not fit.
 *
 * What does not fit is refused whole, and the error names the fields whose clearing helps most. Attributes that get no
 * larger always fit. `changed` is judged against `attributes`, never against an earlier save.
 */
export function mergeAnswers(
  merge: AnswersToMerge,
  attributes: unknown,
): Result<MergedAnswers, AttributesError> {
  const parsed = parseAttributes(attributes);
  if (!parsed.ok) return parsed;
  const before = parsed.value;
  const merged = mergeToFit(merge, before);
  if (merged.ok || merged.error.code !== 'too-large') return merged;
  const { catalog, form, given, facts, reservationSid } = merge;
  const view = legView(form, before, reservationSid);
  const largest = largestAnswers(
    form,
    given,
    evaluateForm(catalog, form, given, facts, view),
    (other) => {
      const result = mergeToFit({ ...merge, given: other }, before);
      if (result.ok) return result.value.size;
      return result.error.code === 'too-large' ? result.error.size : Infinity;
    },
  );
  return fail({ ...merged.error, largest });
}

function mergeToFit(
  merge: AnswersToMerge,
  before: JsonObject,
): Result<MergedAnswers, AttributesError> {
  const merged = mergeFreely(merge, before);
  if (!merged.ok) return merged;
  const { attributes } = merged.value;
  const size = sizeOf(attributes);
  return fits(attributes, before)
    ? ok({ ...merged.value, size })
    : fail({ code: 'too-large', size, limit: ATTRIBUTES_LIMIT });
}
