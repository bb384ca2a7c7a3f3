import type { AttributePath } from '../attributes/types';
import type { MediaType } from '../catalog/types';
import type { JsonValue } from '../json';

export interface MediaLink {
  readonly type: MediaType;
  readonly url: string;
  readonly title: string;
}

export type AnswerValue =
  | { readonly kind: 'choice'; readonly code: string }
  /** Codes in catalog order. */
  | { readonly kind: 'choices'; readonly codes: readonly string[] }
  /** As typed. The answer of every textual field, be it a note, a phone number or a link. */
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  /** As typed, so that a number that does not parse is kept and can be corrected, with the typist's decimal sign. */
  | { readonly kind: 'number'; readonly text: string; readonly decimal?: DecimalSign }
  | { readonly kind: 'rating'; readonly rating: number }
  /**
   * `2026-11-24` or `2026-11-24T17:05`, on the agent's clock, which is `offset` minutes ahead of UTC. Null: it never
   * shows that time. Anything else is kept as typed.
   */
  | { readonly kind: 'date'; readonly text: string; readonly offset: number | null }
  /**
   * `put`: links, as they then were, that a save may have put on the task before the last gesture here. What of them is
   * there is ours; what the answer holds no more of them is taken off.
   */
  | {
      readonly kind: 'media';
      readonly links: readonly MediaLink[];
      readonly put: readonly MediaLink[];
    };

export type DecimalSign = '.' | ',';

/**
 * Who set a value:
 * - `agent`
 * - `timeout`: the field's `atTimeout`, when the time for wrap-up was over
 * - `prefill`: it was on the task, at the field's own target, before the agent came
 * - `proposed`: the field's prefill, from other attributes; written like an answer
 * - `rule`: a rule that sets a value
 * - `default`
 * - `way-out`: what `policies.wayOutByReason` puts where an answer is lacking
 */
export type Origin = 'agent' | 'timeout' | 'prefill' | 'proposed' | 'rule' | 'default' | 'way-out';

export interface Answer {
  /** Null: withdrawn on purpose, so the target is unset. An absent answer leaves the target alone. */
  readonly value: AnswerValue | null;
  readonly origin: Origin;
}

/** By field id. */
export type Answers = Readonly<Record<string, Answer>>;

/** What another program proposes as a field's answer. It counts for nothing until the agent takes it over. */
export interface Suggestion {
  readonly value: AnswerValue;
  /** Who proposes it, in words that agents read: `Copilot`. */
  readonly source: string;
}

/** By field id. */
export type Suggestions = Readonly<Record<string, Suggestion>>;
/**
 * By field and path: the values that may stand on the task without anybody else having written over the agent's answer.
 * Nothing is null.
 */
export type Seen = Readonly<Record<string, Readonly<Record<AttributePath, readonly JsonValue[]>>>>;

/** One agent's answers for one reservation. Plain data: it can be stored and sent as JSON. */
export interface Capture {
  readonly reservationSid: string;
  readonly catalogVersion: number;
  readonly formId: string;
  readonly answers: Answers;
  /**
   * Fields whose answers a save has put on the task: what is withdrawn or hidden later has to come off again. One of
   * links is not among them while it holds links that no save has taken yet.
   */
  readonly saved: readonly string[];
  /** Earlier states of `answers`, oldest first, at most 50: what undo goes back to. */
  readonly past: readonly Answers[];
  /** The newest suggestions, whatever the agent has made of them. Absent: none. */
  readonly suggested?: Suggestions;
  /** Where the policies look for conflicts. */
  readonly seen?: Seen;
}

/** What a gesture at one field means. */
export type FieldIntent =
  | { readonly type: 'choose'; readonly field: string; readonly code: string }
  | { readonly type: 'choose-all'; readonly field: string; readonly codes: readonly string[] }
  | {
      readonly type: 'write';
      readonly field: string;
      readonly text: string;
      /** The typist's, for a number. */
      readonly decimal?: DecimalSign;
    }
  | { readonly type: 'answer'; readonly field: string; readonly yes: boolean }
  | { readonly type: 'rate'; readonly field: string; readonly rating: number }
  /** `text` and `offset` as in the answer of a date. */
  | {
      readonly type: 'date';
      readonly field: string;
      readonly text: string;
      readonly offset: number | null;
    }
  | { readonly type: 'link'; readonly field: string; readonly links: readonly MediaLink[] }
  /** Makes a value that somebody else filled in the agent's own. */
  | { readonly type: 'accept'; readonly field: string; readonly value: AnswerValue }
  | { readonly type: 'clear'; readonly field: string };

/** What an agent's gesture means. Serialisable. */
export type Intent =
  | FieldIntent
  /** One gesture that answers several fields: one step of undo. */
  | { readonly type: 'together'; readonly intents: readonly FieldIntent[] }
  | { readonly type: 'undo' };

export type FieldProblemCode =
  | 'missing'
  | 'too-few'
  | 'too-many'
  | 'too-long'
  | 'not-a-number'
  | 'not-an-integer'
  | 'too-small'
  | 'too-big'
  | 'off-step'
  | 'not-a-date'
  /** The agent's clock is put forward over that time. */
  | 'no-such-time'
  | 'date-out-of-range'
  | 'not-a-phone'
  | 'not-an-email'
  | 'not-a-url'
  /** `details.example` tells what is expected. */
  | 'not-a-reference'
  | 'not-a-task-sid'
  | 'not-an-id'
  | 'not-a-rating'
  /** The name of a team or department, which Insights shows with its id only, and the id's field has no answer (rule 15). */
  | 'name-without-id'
  /** `details.position` counts from 1. */
  | 'media-incomplete'
  | 'media-type'
  | 'media-title'
  /** Somebody else has listed the address, and their entry stays as it is (rule 27). */
  | 'media-listed'
  /** Insights shows the first voice recording only (rule 30). */
  | 'second-recording'
  /** A raw link in the first place hides all others (rule 29). */
  | 'raw-first'
  /** What stands at `conversations.media` is no list, so nothing can be added to it. */
  | 'media-damaged'
  /** The chosen option was archived, removed, or may not be chosen at its level. */
  | 'option-unavailable'
  /** Somebody else has changed the value on the task, and the agent has not decided yet. */
  | 'conflict'
  /** Foreign values hold so many slots that the answer does not fit. */
  | 'slots-taken';

export interface FieldProblem {
  readonly field: string;
  readonly code: FieldProblemCode;
  /** What the message needs: limits and counts. */
  readonly details?: Readonly<Record<string, string | number>>;
}

/** What a form finds on a task before the agent answers. */
export interface Prefill {
  readonly answers: Answers;
  /** By field id: a value on the field's target that is none of its answers (shown, never touched unless the agent answers). */
  readonly foreign: Readonly<Record<string, string>>;
}
