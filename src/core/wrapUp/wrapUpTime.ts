import type { WrapUpTerms } from './wrapUpTerms';

/** What happened so far. */
export interface WrapUpSpent {
  /** When wrap-up began, by Twilio's clock, in epoch milliseconds. */
  readonly since: number;
  /** How often more time was taken. */
  readonly taken: number;
}

/**
 * When the time is over, by Twilio's clock. Made of nothing but when wrap-up began and what was taken: how often and how
 * late anybody looks does not matter.
 */
export const deadlineOf = (terms: WrapUpTerms, { since, taken }: WrapUpSpent): number =>
  since + terms.time + Math.min(taken, terms.extensions) * terms.extension;

/** How often more time can still be taken. */
export const extensionsLeft = (terms: WrapUpTerms, { taken }: WrapUpSpent): number =>
  Math.max(0, terms.extensions - taken);

/** The moments, in seconds before the end, at which it is said how much is left. */
const ANNOUNCED = [0, 10, 30, 60];

/** What of the countdown is read out: the last of these moments that has passed; null: none yet. */
export const announcedAt = (secondsLeft: number): number | null =>
  ANNOUNCED.find((moment) => secondsLeft <= moment) ?? null;
