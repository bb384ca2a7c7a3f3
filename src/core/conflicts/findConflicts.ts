import { parseAttributes } from '../attributes/parseAttributes';
import { readPath } from '../attributes/paths';
import type { AttributePath } from '../attributes/types';
import { readPrefill } from '../capture/readPrefill';
import { isFilled } from '../capture/slots';
import { toPatch } from '../capture/toPatch';
import type { Answer, AnswerValue, Seen } from '../capture/types';
import { isAnswerable } from '../catalog/fieldGuards';
import { fieldsOf } from '../catalog/fieldsOf';
import { targetPaths } from '../catalog/targetPaths';
import type { Catalog, Form } from '../catalog/types';
import type { Given } from '../form/evaluateForm';
import type { JsonValue } from '../json';
import { readLegs } from '../legs/legMarks';
import { legView } from '../legs/legView';
import type { Facts } from '../rules/types';
import { filledByWayOut } from '../wayOut/wayOutMarks';

/** Somebody else has put another value where an agent's answer is to go. */
export interface Conflict {
  readonly field: string;
  /** What stands there as an answer to the field; null where it is none. */
  readonly theirs: AnswerValue | null;
  /** The same as it is written. */
  readonly raw: string;
  /** By path. */
  readonly values: Readonly<Record<AttributePath, JsonValue>>;
}

interface ConflictContext {
  readonly catalog: Catalog;
  readonly form: Form;
  readonly given: Given;
  readonly seen: Seen;
  readonly facts: Facts;
  readonly reservationSid: string;
}

/** Whether the policies want them to be looked for. */
export const looksForConflicts = ({ policies }: Catalog): boolean =>
  policies.conflicts === 'agent' || policies.conflicts === 'theirs';

const same = (one: JsonValue | undefined, other: JsonValue | undefined): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

/** What the agent has answered, or has saved and taken back. */
const isOwn = ({ answers, saved }: Given, id: string): boolean =>
  answers[id] ? answers[id].origin === 'agent' : saved.includes(id);

/**
 * The fields whose own answer, or one that is taken back, would go over a value that nobody here knows: it is neither what
 * stood there when the agent answered, nor what was sent from here, nor what is meant. What another reservation has
 * written is no conflict, nor is a place that somebody has cleared: there is nothing to choose from. Links are put behind
 * others, so they are none either, and the way out's default is ours where this reservation's mark says so.
 */
export function findConflicts(of: ConflictContext, attributes: unknown): readonly Conflict[] {
  const { catalog, form, given, seen, facts, reservationSid } = of;
  const parsed = parseAttributes(attributes);
  if (!parsed.ok) return [];
  const view = legView(form, parsed.value, reservationSid);
  const task = parseAttributes(view);
  if (!task.ok) return [];
  const legs = readLegs(parsed.value).filter((leg) => leg.reservationSid !== reservationSid);
  const ofLegs = new Set<AttributePath>(legs.flatMap(({ paths }) => paths));
  const meant = new Map(
    toPatch(catalog, form, given, view, { facts }).map((operation) => [
      operation.path,
      operation.op === 'set' ? operation.value : undefined,
    ]),
  );
  const isForeign = (id: string, path: AttributePath): boolean => {
    const now = readPath(task.value, path);
    const known = seen[id]?.[path];
    return (
      meant.has(path) &&
      known !== undefined &&
      isFilled(now) &&
      !ofLegs.has(path) &&
      !same(now, meant.get(path)) &&
      !known.some((value) => same(value, now))
    );
  };
  const found = fieldsOf(form).filter(
    (field) =>
      isAnswerable(field) &&
      field.kind !== 'media' &&
      isOwn(given, field.id) &&
      targetPaths(field).some((path) => isForeign(field.id, path)),
  );
  if (found.length === 0) return [];
  const prefill = readPrefill(catalog, form, view);
  const byWayOut = filledByWayOut(parsed.value, reservationSid);
  const isOurDefault = (id: string): boolean => {
    const there = prefill.answers[id]?.value;
    const { option } = catalog.policies.wayOutByReason?.default ?? {};
    return id === byWayOut && there?.kind === 'choice' && there.code === option;
  };
  return found.flatMap((field) => {
    if (isOurDefault(field.id)) return [];
    const there: Answer | undefined = prefill.answers[field.id];
    const values = Object.fromEntries(
      targetPaths(field).map((path) => [path, readPath(task.value, path) ?? null]),
    );
    const raw = Object.values(values).filter(isFilled).map(asText).join(', ');
    return [{ field: field.id, theirs: there?.value ?? null, raw, values }];
  });
}

const asText = (value: JsonValue): string =>
  typeof value === 'string' ? value : JSON.stringify(value);
