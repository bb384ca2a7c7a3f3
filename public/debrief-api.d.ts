/**
 * What Debrief offers to other plugins in the same Flex page, at `window.debrief.v1`. See docs/api.md.
 * Within v1 nothing is taken away and nothing changes its meaning; there may come more.
 */

export type DebriefJson =
  | string
  | number
  | boolean
  | null
  | readonly DebriefJson[]
  | { readonly [key: string]: DebriefJson };

/** How far a task's form is. All ids are the catalog's. */
export interface DebriefState {
  readonly formId: string;
  /** The catalog's, under which the form was opened. */
  readonly version: number;
  /**
   * What counts as the answers now, by field: an option's code, a list of codes, a text, a number, true or false.
   * Links and answers to fields of personal data are not among them.
   */
  readonly answers: Readonly<Record<string, DebriefJson>>;
  /** Fields whose required answer is not there. */
  readonly lacking: readonly string[];
  readonly saveStatus: 'idle' | 'saving' | 'waiting' | 'saved' | 'failed';
}

/**
 * - `offered`: the agent sees it, unless it is what they have answered
 * - `unknown-field`: the form has no such field
 * - `not-an-answer`: nobody could give the field this answer
 * - `no-form`: the agent has no open form for this reservation
 * - `elsewhere`: another browser tab of the agent writes it
 */
export type DebriefSuggestResult =
  'offered' | 'unknown-field' | 'not-an-answer' | 'no-form' | 'elsewhere';

/** By name, what each handler gets. */
export interface DebriefEvents {
  /** A form is there for a task of the agent. */
  readonly opened: { readonly reservationSid: string; readonly formId: string };
  /** The agent has answered, or what others filled in has changed. */
  readonly changed: { readonly reservationSid: string; readonly fields: readonly string[] };
  /** All answers are on the task. */
  readonly saved: { readonly reservationSid: string };
  /** The task was not completed, by Debrief: for its answers, for a failed save, or for one that has to wait. */
  readonly stopped: {
    readonly reservationSid: string;
    readonly because: 'answers' | 'save' | 'queue';
  };
  /** The reservation is completed. */
  readonly completed: { readonly reservationSid: string };
}

export interface DebriefApiV1 {
  /** Null: the agent has no open form for this reservation. */
  readonly state: (reservationSid: string) => DebriefState | null;
  /**
   * Shows the agent suggestions, by field: a code, a reported text or a name, a list of them, a text, a number, true or
   * false, a day (`2026-11-24`). Nothing is answered by it: the agent takes a suggestion over with a press, or does not.
   * `source` says who suggests, in up to 40 characters that the agent reads.
   */
  readonly suggest: (
    reservationSid: string,
    answers: Readonly<Record<string, DebriefJson>>,
    source: string,
  ) => Readonly<Record<string, DebriefSuggestResult>>;
  /** Answers how to stop listening. What a handler throws goes to the browser console and stops nothing. */
  readonly on: <E extends keyof DebriefEvents>(
    event: E,
    handler: (details: DebriefEvents[E]) => void,
  ) => () => void;
}

declare global {
  interface Window {
    /** Absent before Debrief has started, and where it is not installed. */
    readonly debrief?: { readonly v1: DebriefApiV1 };
  }
}
