import type { RefObject } from 'react';
import type { Answer, FieldProblem, Intent, Suggestion } from '../../core/capture/types';
import type { Decision } from '../../app/session';
import type { Conflict } from '../../core/conflicts/findConflicts';
import type { FieldState } from '../../core/form/types';
import type { Catalog, Field, Form } from '../../core/catalog/types';
import type { JsonValue } from '../../core/json';
import type { Translate } from '../../strings/translate';

/** What every field component gets. */
export interface FieldProps<F extends Field = Field> {
  readonly field: F;
  /** What the rules make of the field. */
  readonly state: FieldState;
  /** What counts as its answer now: `state.answer`. */
  readonly answer: Answer | undefined;
  /** A value on the task that is none of the field's answers. */
  readonly foreign: string | undefined;
  /** What an earlier agent answered on the same task. */
  readonly previous: Answer | undefined;
  /** What an earlier agent left there that is none of the field's answers. */
  readonly previousForeign: string | undefined;
  /** What another program proposes. */
  readonly suggested: Suggestion | undefined;
  /** What is linked to the conversation already, for a field of links. */
  readonly listed: readonly JsonValue[];
  /** That the last gesture elsewhere has taken this answer away, in words. */
  readonly cleared: string | undefined;
  /** What somebody else has written there since, until the agent decides. */
  readonly conflict?: Conflict | undefined;
  readonly onDecide?: (field: string, decision: Decision) => void;
  readonly problem: FieldProblem | undefined;
  /** Whether the field is marked as required. */
  readonly required: boolean;
  /** Whether the agent was sent here last, because something is wrong with the answer. */
  readonly asked: boolean;
  readonly readOnly: boolean;
  readonly form: Form;
  readonly catalog: Catalog;
  readonly language: string;
  readonly t: Translate;
  readonly dispatch: (intent: Intent) => void;
  /** Unique on the page; the ids of the field's elements start with it. */
  readonly idBase: string;
  /** The element that takes the focus when the field is asked for. */
  readonly controlRef: RefObject<HTMLElement>;
}
