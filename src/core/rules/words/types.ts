/** A value that a condition compares with. */
export type Literal = string | number | boolean;

export type Comparison = '<' | '<=' | '>' | '>=';

/** One condition of a rule, about one variable of `Rule`, e.g. `answers.outcome` or `task.vip`. */
export type Condition =
  | { readonly test: 'is' | 'is-not'; readonly about: string; readonly value: Literal }
  | {
      readonly test: 'one-of' | 'none-of';
      readonly about: string;
      readonly values: readonly Literal[];
    }
  /** The chosen option is this one or stands below it in the tree; `about` is a choice field's answer. */
  | { readonly test: 'under' | 'not-under'; readonly about: string; readonly code: string }
  /** A list has the value, or a text has it in it. */
  | { readonly test: 'contains' | 'lacks'; readonly about: string; readonly value: Literal }
  | { readonly test: 'filled' | 'empty'; readonly about: string }
  /** As JsonLogic counts truth: not empty, not 0, not false. */
  | { readonly test: 'true' | 'false'; readonly about: string }
  | {
      readonly test: Comparison;
      readonly about: string;
      readonly than: number | string;
      /** Also without any value; only where JsonLogic, to which no value is 0, says so of itself. */
      readonly orEmpty?: true;
    };

/** Conditions, and groups of them, of which all, at least one, or none has to hold. */
export interface Group {
  readonly join: 'all' | 'any' | 'none';
  readonly parts: readonly (Condition | Group)[];
}

/** A text put together from texts and variables. */
export type Template = readonly (string | { readonly about: string })[];
