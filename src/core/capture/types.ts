export type AnswerValue =
  | { readonly kind: 'choice'; readonly code: string }
  /** Codes in catalog order. */
  | { readonly kind: 'choices'; readonly codes: readonly string[] }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'yesno'; readonly yes: boolean }
  /** As typed, so that a number that does not parse is kept and can be corrected. */
  | { readonly kind: 'number'; readonly text: string };

/** Where an answer came from. */
export type Origin = 'agent' | 'prefill';

export interface Answer {
  /** Null: withdrawn on purpose, so the target is unset. An absent answer leaves the target alone. */
  readonly value: AnswerValue | null;
  readonly origin: Origin;
}

/** By field id. */
export type Answers = Readonly<Record<string, Answer>>;

/** One agent's answers for one reservation. Plain data: it can be stored and sent as JSON. */
export interface Capture {
  readonly reservationSid: string;
  readonly catalogVersion: number;
  readonly formId: string;
  readonly answers: Answers;
  /** Fields whose answers by the agent a save has put on the task: undoing one has to take it off again. */
  readonly saved: readonly string[];
  /** Earlier states of `answers`, oldest first, at most 50: what undo goes back to. */
  readonly past: readonly Answers[];
}

/** What a gesture at one field means. */
export type FieldIntent =
  | { readonly type: 'choose'; readonly field: string; readonly code: string }
  | { readonly type: 'choose-all'; readonly field: string; readonly codes: readonly string[] }
  | { readonly type: 'write'; readonly field: string; readonly text: string }
  | { readonly type: 'answer'; readonly field: string; readonly yes: boolean }
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
  /** The chosen option was archived, removed, or may not be chosen at its level. */
  | 'option-unavailable'
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
  /** By field id: a value on the field's target that is none of its options (shown, never touched unless the agent answers). */
  readonly foreign: Readonly<Record<string, string>>;
}
