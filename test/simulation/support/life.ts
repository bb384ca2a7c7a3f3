import type { Decision } from '../../../src/app/session';
import type { OnTimeout } from '../../../src/core/catalog/types';
import type { FieldId, Meaning } from './recorded';
import type { Fate } from './stormyTaskRouter';

export const TASKS = 3;

/** Who writes while the listeners of others run: nobody, somebody elsewhere on the task, somebody at our own path. */
export type Writer = 'nobody' | 'elsewhere' | 'ours';

/** Whose hands a task is in: the agent it came to first, or the one it was transferred to. */
export type Who = 'first' | 'second';

interface OfAgent {
  /** Absent: the first. Whoever has no part in the task leaves the step to the first. */
  readonly who?: Who;
}

interface OnTask extends OfAgent {
  readonly task: number;
}

/** What is published: as at the beginning, or with a change to it. */
export type Content = 'same' | 'sale-archived' | 'no-amount' | 'note-required';

export type Step = { readonly pause: number } & (
  | (OnTask & { readonly do: 'answer'; readonly field: FieldId; readonly with: Meaning })
  | (OnTask & {
      readonly do: 'undo' | 'wrapUp' | 'moreTime' | 'wayOut' | 'endsElsewhere' | 'writeHere';
    })
  | (OnTask & { readonly do: 'decide'; readonly decision: Decision })
  | (OnTask & { readonly do: 'press'; readonly meanwhile: Writer })
  | { readonly do: 'write'; readonly task: number; readonly where: Exclude<Writer, 'nobody'> }
  /** `cold`: the first agent's wrap-up begins with it. */
  | { readonly do: 'transfer'; readonly task: number; readonly how: 'warm' | 'cold' }
  | (OfAgent & { readonly do: 'reload' | 'openTab' | 'otherTab' })
  /** Logs out or changes the activity: the page stays. `goAway`: the browser is closed; `comeBack`: opened again. */
  | (OfAgent & { readonly do: 'leave' | 'goAway' | 'comeBack' })
  /** Without a word to the page; the other one stays. */
  | (OfAgent & { readonly do: 'closeTab'; readonly which: 'front' | 'other' })
  | { readonly do: 'publish'; readonly content: Content }
  | {
      readonly do: 'weather';
      readonly offline: boolean;
      readonly trouble: number;
      readonly only?: Fate;
    }
);

export interface Life {
  readonly seed: number;
  readonly functions: boolean;
  readonly wayOut: boolean;
  /** A way out by a reason, with a default for the outcome or without. */
  readonly byReason?: 'default' | 'bare';
  /** What the form does at the end of its time for wrap-up; absent: it has none. */
  readonly wrapUp?: OnTimeout;
  /** Who decides where another program has written; absent: the agent's answer counts. */
  readonly conflicts?: 'agent' | 'theirs';
  /** Nobody finds a version any more once two others have followed it. */
  readonly forgets?: boolean;
  readonly steps: readonly Step[];
}

export interface Told {
  readonly violations: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}
