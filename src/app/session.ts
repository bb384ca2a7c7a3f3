import type { Capture, FieldProblem, Intent, Prefill } from '../core/capture/types';
import type { Catalog, Form, OnTimeout } from '../core/catalog/types';
import type { Conflict } from '../core/conflicts/findConflicts';
import type { FormState } from '../core/form/types';
import type { Facts } from '../core/rules/types';
import type { Refusals } from '../core/wayOut/wayOutOpens';
import type { QueueReason, SaveFailure } from '../core/sync/types';

export type SaveStatus =
  | { readonly status: 'idle' }
  | { readonly status: 'saving' }
  /** Twilio is of no use for now; the save goes on by itself at `until`. Times in epoch milliseconds. */
  | {
      readonly status: 'waiting';
      readonly reason: QueueReason;
      /** When it had to wait first. */
      readonly since: number;
      readonly until: number;
      /** Whether the task then completes by itself, because the agent has pressed Complete. */
      readonly completes: boolean;
      /** Whether the agent may complete without saving. */
      readonly wayOut: boolean;
    }
  /** `at` in epoch milliseconds. */
  | { readonly status: 'saved'; readonly at: number }
  | {
      readonly status: 'failed';
      readonly failure: SaveFailure;
      /** Whether the agent may complete without saving. */
      readonly wayOut: boolean;
      /** When it failed first, and no save went well since. In epoch milliseconds, as the next. */
      readonly since: number;
      /** When it is tried again by itself; past: it is being tried. Null: only the agent can. */
      readonly retryAt: number | null;
    };

/** The countdown of an agent's wrap-up. Times in milliseconds. */
export interface SessionWrapUp {
  /** When the time is over, by this computer's clock. */
  readonly until: number;
  readonly onTimeout: OnTimeout;
  /** How often more time may still be taken, and how much it is. */
  readonly extensionsLeft: number;
  readonly extension: number;
  readonly asksReason: boolean;
  /** `completing`: the time is over and the task is being completed; `held`: it is over and waits for the agent. */
  readonly state: 'running' | 'completing' | 'held';
}
/** Which of two values counts: the agent's answer, or what somebody else has written. */
export type Decision = 'ours' | 'theirs';

/** Everything the panel shows for one reservation. Immutable: a change makes a new object. */
export interface Session {
  readonly reservationSid: string;
  /** As it is for a contact that began when this one did (`catalogAt`). */
  readonly catalog: Catalog;
  readonly form: Form;
  readonly capture: Capture;
  /** What rules look at, as it was when the session opened. */
  readonly facts: Facts;
  /** The task's, as this browser has them. */
  readonly attributes: unknown;
  /** What the rules make of the form, kept in step with `capture` and `attributes`. */
  readonly states: FormState;
  /** The task has other reservations, as far as this browser knows. */
  readonly transferred: boolean;
  /** Fields whose answer the last gesture, elsewhere in the form, has made impossible. */
  readonly dropped: readonly string[];
  /** By field id: a value on the task that is none of the field's options. */
  readonly foreign: Readonly<Record<string, string>>;
  /** What an earlier reservation on the same task answered: shown, and taken over only by the agent's own wish. */
  readonly previous: Prefill;
  /** Problems to show now. Missing answers are among them only after a completion was tried. */
  readonly problems: readonly FieldProblem[];
  /** What somebody else has written where an answer is to go, until the agent decides. */
  readonly conflicts: readonly Conflict[];
  /** Fields whose answers gave way to what somebody else has written, by the policy. */
  readonly taken: readonly string[];
  readonly save: SaveStatus;
  /** Null: no limit, or wrap-up has not begun. */
  readonly wrapUp: SessionWrapUp | null;
  /** True for a task seen by a supervisor: shown, never written. */
  readonly readOnly: boolean;
  /** Another tab of this browser writes the answers; they are shown here as they are there. */
  readonly follows: boolean;
  /** Since when the answers are that a reload has brought back, until the agent puts the word of it away. */
  readonly restored: number | null;
  /** They were given at another machine or in another browser. */
  readonly restoredElsewhere: boolean;
  /** How often the completion was stopped. */
  readonly refusals: Refusals | null;
  /** Asks the panel to focus a field; a new `request` number is a new wish. */
  readonly focus: { readonly field: string; readonly request: number } | null;
}

/** What the panel can ask for. */
export interface SessionCommands {
  readonly dispatch: (intent: Intent) => void;
  /** After a failed save: try to save again, and complete if a completion was stopped by it. */
  readonly retry: () => void;
  readonly completeWithoutSaving: () => void;
  /** Says which of two values counts. */
  readonly decide: (field: string, decision: Decision) => void;
  /** Complete by `policies.wayOutByReason`, with the code of a reason. */
  readonly takeWayOut: (reason: string) => void;
  /** More time for wrap-up; the reason may be empty. */
  readonly takeMoreTime: (reason: string) => void;
  /** From now on this tab writes, and the one that did follows. */
  readonly writeHere: () => void;
  /** The agent has seen that their answers are back. */
  readonly hideRestored: () => void;
}
