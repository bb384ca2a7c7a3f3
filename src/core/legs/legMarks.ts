import { parseAttributes } from '../attributes/parseAttributes';
import { ownValue } from '../attributes/paths';
import { isJsonObject, type JsonObject, type JsonValue } from '../json';
import type { Leg } from './types';

/**
 * The attribute under which a transferred task says which reservation wrote what. Insights ignores keys it does not
 * know (rule 8). A task that was never transferred has none.
 */
export const LEGS_KEY = 'debrief_legs';

const USUAL_ROOT = 'conversations.';
const RESERVATION_SID = /^WR[0-9a-f]{32}$/i;

/** TaskRouter's 4096 characters are precious: the usual root is left out. */
const toMark = (path: string): string =>
  path.startsWith(USUAL_ROOT) ? path.slice(USUAL_ROOT.length) : path;
const fromMark = (mark: string): string => (mark.includes('.') ? mark : USUAL_ROOT + mark);

const readLeg = (reservationSid: string, mark: JsonValue): readonly Leg[] => {
  const wrote = isJsonObject(mark) ? ownValue(mark, 'wrote') : undefined;
  if (!RESERVATION_SID.test(reservationSid) || !isJsonObject(mark) || !Array.isArray(wrote)) {
    return [];
  }
  const paths = wrote.flatMap((path: unknown) =>
    typeof path === 'string' ? [fromMark(path)] : [],
  );
  return [{ reservationSid, paths, completing: ownValue(mark, 'completing') === true }];
};

/** The legs that a task's attributes name, in their order. What is not one of our marks is passed over. */
export const readLegs = (attributes: unknown): readonly Leg[] => {
  const parsed = parseAttributes(attributes);
  const marks = parsed.ok ? ownValue(parsed.value, LEGS_KEY) : undefined;
  if (!isJsonObject(marks)) return [];
  return Object.entries(marks).flatMap(([sid, mark]) => readLeg(sid, mark));
};

/** Whether the place for the marks is free or ours: what somebody else keeps there is not overwritten. */
export const canMark = (attributes: JsonObject): boolean => {
  const marks = ownValue(attributes, LEGS_KEY);
  return marks === undefined || marks === null || isJsonObject(marks);
};

/** The attributes with these marks and no others, at the end. */
export const writeLegs = (attributes: JsonObject, legs: readonly Leg[]): JsonObject => {
  const marks = legs.flatMap(({ reservationSid, paths, completing }): [string, JsonValue][] =>
    paths.length === 0
      ? []
      : [[reservationSid, { wrote: paths.map(toMark), ...(completing ? { completing } : {}) }]],
  );
  const others = Object.entries(attributes).filter(([key]) => key !== LEGS_KEY);
  return Object.fromEntries(
    marks.length === 0 ? others : [...others, [LEGS_KEY, Object.fromEntries(marks)]],
  );
};
