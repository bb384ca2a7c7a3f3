import type { Day, Direction, Matcher } from '../catalog/types';
import { normalise } from './judgeMatcher';

const DIRECTIONS: readonly Direction[] = ['inbound', 'outbound', 'unknown'];
const FIRST: Day = '0000-01-01';
const LAST: Day = '9999-12-31';

type Names = readonly string[] | undefined;
/** Criteria that are lists of names, but for attributes. */
const NAMED = ['queues', 'channels', 'workflows', 'workerSkills', 'teams'] as const;
/** Those of which a task has one, by name or by SID. */
const SINGLE = ['queues', 'channels', 'workflows', 'teams'] as const;

const hasAll = (names: readonly string[], of: readonly string[]): boolean => {
  const known = new Set(names.map(normalise));
  return of.every((name) => known.has(normalise(name)));
};

const isSid = (name: string): boolean => /^W[QW][0-9a-f]{32}$/i.test(name.trim());

/** Whether one and the same queue, channel, workflow or team can be in both lists. */
function canBeBoth(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(a.map(normalise));
  if (b.some((name) => known.has(normalise(name)))) return true;
  // A name and a SID may mean the same one.
  const mixes = (some: readonly string[], others: readonly string[]): boolean =>
    some.some(isSid) && !others.every(isSid);
  return mixes(a, b) || mixes(b, a);
}

// An open end is the end of time: a matcher without days says nothing of them.
const firstOf = ({ from = FIRST }: Matcher): Day => from;
const lastOf = ({ to = LAST }: Matcher): Day => to;

const coversNames = (wide: Names, narrow: Names): boolean =>
  wide === undefined || (narrow !== undefined && hasAll(wide, narrow));

/**
 * Whether the first matcher matches whatever the second one does. Criterion by criterion: what only several earlier
 * ones take together is not found.
 */
export function covers(wide: Matcher, narrow: Matcher): boolean {
  return (
    NAMED.every((key) => coversNames(wide[key], narrow[key])) &&
    coversNames(wide.directions, narrow.directions ?? DIRECTIONS) &&
    (wide.attributes ?? []).every(({ path, oneOf }) =>
      (narrow.attributes ?? []).some((other) => other.path === path && hasAll(oneOf, other.oneOf)),
    ) &&
    firstOf(wide) <= firstOf(narrow) &&
    lastOf(narrow) <= lastOf(wide)
  );
}

/** Whether a task may match both. An attribute is taken to have one value, and a team to be named one way. */
export function canMeet(a: Matcher, b: Matcher): boolean {
  const meets = (one: Names, other: Names): boolean =>
    one === undefined || other === undefined || canBeBoth(one, other);
  return (
    SINGLE.every((key) => meets(a[key], b[key])) &&
    meets(a.directions, b.directions) &&
    (a.attributes ?? []).every(({ path, oneOf }) =>
      (b.attributes ?? []).every((other) => other.path !== path || canBeBoth(oneOf, other.oneOf)),
    ) &&
    firstOf(a) <= lastOf(b) &&
    firstOf(b) <= lastOf(a)
  );
}
