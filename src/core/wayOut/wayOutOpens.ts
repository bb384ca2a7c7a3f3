import type { WayOutByReason } from '../catalog/types';

/** How often a reservation's completion was stopped. */
export interface Refusals {
  readonly times: number;
  /** When it was for the first time, in epoch milliseconds. */
  readonly since: number;
}

const USUAL_REFUSALS = 3;
const MINUTE_MS = 60_000;

export const countRefusal = (before: Refusals | null, now: number): Refusals =>
  before ? { ...before, times: before.times + 1 } : { times: 1, since: now };

/** When the way out opens, in epoch milliseconds, as long as nothing is stopped any more; null: not by then. */
export function wayOutOpensAt(policy: WayOutByReason, refusals: Refusals | null): number | null {
  if (!refusals) return null;
  const { afterRefusals, afterMinutes } = policy;
  const limit = afterRefusals ?? (afterMinutes === undefined ? USUAL_REFUSALS : Infinity);
  if (refusals.times >= limit) return refusals.since;
  return afterMinutes === undefined ? null : refusals.since + afterMinutes * MINUTE_MS;
}

/** Refusals that come back from storage; null when they are none. */
export function parseRefusals(input: unknown): Refusals | null {
  if (typeof input !== 'object' || input === null) return null;
  const { times, since } = input as Partial<Record<keyof Refusals, unknown>>;
  return typeof times === 'number' && typeof since === 'number' && times > 0
    ? { times, since }
    : null;
}
