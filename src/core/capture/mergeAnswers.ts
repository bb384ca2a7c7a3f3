import { ATTRIBUTES_LIMIT, mergePatch } from '../attributes/mergePatch';
import { parseAttributes } from '../attributes/parseAttributes';
import { readPath } from '../attributes/paths';
import type { AttributePath, AttributesError, Merged, Patch } from '../attributes/types';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import type { Catalog, Form } from '../catalog/types';
import type { Given } from '../form/evaluateForm';
import { findEntry, isWritableTaskPath } from '../insights/dictionary';
import type { JsonObject } from '../json';
import { canMark, LEGS_KEY, readLegs, writeLegs } from '../legs/legMarks';
import { carriedPaths, legView } from '../legs/legView';
import type { Leg, LegContext } from '../legs/types';
import { fail, ok, type Result } from '../result';
import type { Facts } from '../rules/types';
import { ownedPaths } from './ownedPaths';
import { toPatch } from './toPatch';

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
 * `changed` is judged against `attributes`, never against an earlier save.
 */
export function mergeAnswers(
  merge: AnswersToMerge,
  attributes: unknown,
): Result<MergedAnswers, AttributesError> {
  const { catalog, form, given, facts, reservationSid, transferred, isLive, purpose } = merge;
  const parsed = parseAttributes(attributes);
  if (!parsed.ok) return parsed;
  const legs = readLegs(parsed.value);
  if (!transferred && legs.length === 0) {
    const patch = toPatch(catalog, form, given, parsed.value, { facts });
    const merged = mergePatch(parsed.value, patch, ownedPaths(form));
    return merged.ok ? ok({ ...merged.value, whole: true }) : merged;
  }
  if (!canMark(parsed.value)) return fail({ code: 'parent-not-object', path: LEGS_KEY });

  const others = legs.filter((leg) => leg.reservationSid !== reservationSid);
  const live = others.filter((leg) => (isLive ? isLive(leg.reservationSid) : !leg.completing));
  const livePaths = new Set(live.flatMap(({ paths }) => paths));
  const before = { attributes: parsed.value, size: JSON.stringify(parsed.value).length };
  if (purpose === 'flush' && livePaths.size > 0) {
    return ok({ ...before, changed: false, whole: false });
  }

  const without = purpose === 'flush' ? measureFields(form) : new Set<string>();
  const whole = !Object.keys(given.answers).some((id) => without.has(id));
  const view = legView(form, parsed.value, reservationSid);
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

  const merged = mergePatch(parsed.value, patch, new Set([...ownedPaths(form), ...left]));
  if (!merged.ok) return merged;
  const mark = (completing: boolean): JsonObject => {
    const after = merged.value.attributes;
    return writeLegs(after, nextLegs(legs, merge, patch, after, completing));
  };
  const says = legs.some((leg) => leg.reservationSid === reservationSid && leg.completing);
  const marked = mark(purpose === 'complete');
  const needed = merge.marksCompletion ? marked : mark(says);
  if (!merged.value.changed && sameMarks(parsed.value, needed)) {
    return ok({ ...before, changed: false, whole });
  }
  const size = JSON.stringify(marked).length;
  return size > ATTRIBUTES_LIMIT && size > before.size
    ? fail({ code: 'too-large', size, limit: ATTRIBUTES_LIMIT })
    : ok({ attributes: marked, size, changed: true, whole });
}

const sameMarks = (before: JsonObject, after: JsonObject): boolean =>
  JSON.stringify(before[LEGS_KEY]) === JSON.stringify(after[LEGS_KEY]);
