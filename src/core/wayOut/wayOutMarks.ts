import { parseAttributes } from '../attributes/parseAttributes';
import { ownValue } from '../attributes/paths';
import { validateCapture } from '../capture/validateCapture';
import { fieldsOf } from '../catalog/fieldsOf';
import type { Catalog, Form } from '../catalog/types';
import type { Given } from '../form/evaluateForm';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import type { Facts } from '../rules/types';

/** The attribute that says by reservation that it was completed by the way out. Insights ignores it (rule 8). */
export const WAY_OUT_KEY = 'debrief_way_out';

/** An agent's wish to complete by `policies.wayOutByReason`. */
export interface WayOutTaken {
  /** A code of the policy's. */
  readonly reason: string;
  /** In epoch milliseconds, by the agent's clock. */
  readonly at: number;
  /** Fields whose answers cannot be stored and were left out. */
  readonly lost: readonly string[];
}

/** What a task says of it. Field ids, never answers. */
export interface WayOutMark {
  readonly reason: string;
  readonly at: string;
  /** The field that was given the policy's default. */
  readonly default: string | null;
  readonly missing: readonly string[];
}

interface Marked {
  readonly catalog: Catalog;
  readonly form: Form;
  /** With the default, where it was given. */
  readonly given: Given;
  readonly facts: Facts;
  readonly wayOut: WayOutTaken;
}

/** As it is written. */
export function wayOutMark(
  { catalog, form, given, facts, wayOut }: Marked,
  attributes: JsonObject,
): JsonObject {
  const lacking = validateCapture(catalog, form, given, attributes, facts).map(
    ({ field }) => field,
  );
  const missing = fieldsOf(form).flatMap(({ id }) =>
    lacking.includes(id) || wayOut.lost.includes(id) ? [id] : [],
  );
  const [filled] = Object.keys(given.answers).filter(
    (id) => given.answers[id]?.origin === 'way-out',
  );
  return {
    reason: wayOut.reason,
    at: new Date(wayOut.at).toISOString(),
    ...(filled === undefined ? {} : { default: filled }),
    ...(missing.length > 0 ? { missing } : {}),
  };
}

/** The attributes with this mark of a reservation, or without one. What somebody else keeps at the place stays. */
export function markWayOut(
  attributes: JsonObject,
  reservationSid: string,
  mark: JsonObject | null,
): JsonObject {
  const known = ownValue(attributes, WAY_OUT_KEY) ?? {};
  if (!isJsonObject(known)) return attributes;
  const others = Object.entries(known).filter(([sid]) => sid !== reservationSid);
  if (!mark && others.length === Object.keys(known).length) return attributes;
  const marks: readonly [string, JsonValue][] = mark ? [...others, [reservationSid, mark]] : others;
  const rest = Object.entries(attributes).filter(([key]) => key !== WAY_OUT_KEY);
  return Object.fromEntries(
    marks.length === 0 ? rest : [...rest, [WAY_OUT_KEY, Object.fromEntries(marks)]],
  );
}

const isText = (value: unknown): value is string => typeof value === 'string';

/** The field that a reservation's mark says was given the default; null: none. */
export function filledByWayOut(attributes: JsonObject, reservationSid: string): string | null {
  const marks = ownValue(attributes, WAY_OUT_KEY);
  const mark = isJsonObject(marks) ? ownValue(marks, reservationSid) : undefined;
  const filled = isJsonObject(mark) ? mark['default'] : undefined;
  return isText(filled) ? filled : null;
}

/** The marks that a task's attributes hold, oldest first. What is none is passed over. */
export function readWayOuts(attributes: unknown): readonly WayOutMark[] {
  const parsed = parseAttributes(attributes);
  const marks = parsed.ok ? ownValue(parsed.value, WAY_OUT_KEY) : undefined;
  if (!isJsonObject(marks)) return [];
  return Object.values(marks).flatMap((mark): WayOutMark[] => {
    if (!isJsonObject(mark) || !isText(mark['reason']) || !isText(mark['at'])) return [];
    const missing: unknown = mark['missing'];
    return [
      {
        reason: mark['reason'],
        at: mark['at'],
        default: isText(mark['default']) ? mark['default'] : null,
        missing: Array.isArray(missing) ? missing.filter(isText) : [],
      },
    ];
  });
}
