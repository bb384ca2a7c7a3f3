import type { AttributePath } from '../attributes/types';

/** What one reservation has written on a task that several reservations share. */
export interface Leg {
  readonly reservationSid: string;
  /** Where it wrote last. No two legs have the same path. */
  readonly paths: readonly AttributePath[];
  /** Its completion was let through: from then on it counts as ended for those who cannot ask TaskRouter. */
  readonly completing: boolean;
}

/** Whose attributes are looked at, and what is known of the other reservations on the task. */
export interface LegContext {
  readonly reservationSid: string;
  /** The task has, had or will have other reservations: what this one writes is marked as its own. */
  readonly transferred: boolean;
  /**
   * Whether another reservation is still accepted or wrapping, by who can ask TaskRouter. Absent in a browser, which
   * can't: then a leg is taken to be there until its mark says that it completes.
   */
  readonly isLive?: (reservationSid: string) => boolean;
  /** Whether the mark has to say that this leg completes, for others who can't ask TaskRouter: it may cost a write. */
  readonly marksCompletion: boolean;
}
