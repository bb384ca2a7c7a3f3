import type { Offers } from '../capture/checkValue';
import type { Answer } from '../capture/types';

/** What the rules make of one field. */
export interface FieldState {
  readonly shown: boolean;
  readonly required: boolean;
  /** What counts as its answer now, whoever gave it. A field that is not shown has none. */
  readonly answer: Answer | undefined;
  /** What a rule or the prefill would have filled in, had it fitted the field; null: nothing. */
  readonly unfit: string | null;
  readonly offers: Offers;
  /** The field that has to be answered first, because this one's options depend on it. */
  readonly waitsFor: string | null;
  /** What an information field says by its rule. */
  readonly text: string | null;
}

/** By field id. */
export type FormState = Readonly<Record<string, FieldState>>;
