/** A BCP 47 language tag, e.g. `en` or `pt-BR`. */
export type LanguageTag = string;

/** One text per language. A missing language falls back to the catalog's reported language. */
export type Texts = Readonly<Record<LanguageTag, string>>;

/** Everything supervisors publish as one immutable, numbered version. */
export interface Catalog {
  /** Version of this file format, not of the content. */
  readonly schema: 1;
  /** Number of the published version: a positive integer. */
  readonly version: number;
  /** The language in which `Option.reported` is written. */
  readonly reportedLanguage: LanguageTag;
  readonly policies: Policies;
  readonly picklists: readonly Picklist[];
  readonly forms: readonly Form[];
  /** In order: the first that matches wins. */
  readonly assignments: readonly Assignment[];
}

/**
 * - `optional`: nothing missing ever stops a completion.
 * - `observe`: as optional, but what `required` would have stopped is reported.
 * - `required`: a completion stops until the required answers are there and saved.
 */
export type Enforcement = 'optional' | 'observe' | 'required';

export interface Policies {
  readonly enforcement: Enforcement;
  /** With `required`: may an agent complete without saving after a failed save? Each use is logged. */
  readonly wayOut: boolean;
}

export interface Picklist {
  readonly id: string;
  readonly name: Texts;
  /** Flat list in reporting order; the tree is told by `Option.parent`. */
  readonly options: readonly Option[];
}

export interface Option {
  /** The option's identity, unique in its picklist; never changes. */
  readonly code: string;
  /** What reports show: 1 to 128 characters, unique in the picklist, frozen once used. */
  readonly reported: string;
  /** What agents see. */
  readonly name: Texts;
  /** Further words that search finds, per language. */
  readonly synonyms?: Readonly<Record<LanguageTag, readonly string[]>>;
  /** Code of the parent option. */
  readonly parent?: string;
  /** Kept for history; not offered any more. */
  readonly archived?: boolean;
}

export interface Form {
  readonly id: string;
  readonly name: Texts;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly id: string;
  readonly name: Texts;
  readonly fields: readonly Field[];
}

/** Stores one value at one dictionary path, e.g. `conversations.outcome`. */
export interface SingleTarget {
  readonly path: string;
}

/** Stores the option's code at `attribute` and its reported text at `label`. */
export interface PairTarget {
  readonly attribute: string;
  readonly label: string;
}

interface FieldBase {
  /** Unique in its form. */
  readonly id: string;
  readonly name: Texts;
  readonly help?: Texts;
  readonly required?: boolean;
  /** After a transfer the next agent starts with this answer. Never for a measure: it would be counted twice. */
  readonly carryOver?: boolean;
}

/** Which options of a tree may be chosen. */
export type ChoosableLevels = 'any' | 'leaves';

export interface ChoiceField extends FieldBase {
  readonly kind: 'choice';
  readonly picklist: string;
  readonly levels: ChoosableLevels;
  /** A single target stores the reported text. */
  readonly target: SingleTarget | PairTarget;
}

export interface ChoicesField extends FieldBase {
  readonly kind: 'choices';
  readonly picklist: string;
  readonly levels: ChoosableLevels;
  /** Filled in catalog order of the options, skipping slots that hold a foreign value. */
  readonly slots: readonly PairTarget[];
  readonly min?: number;
  readonly max?: number;
}

export interface TextField extends FieldBase {
  readonly kind: 'text';
  readonly target: SingleTarget;
  /** In characters, 1 to 128 (Insights cuts there); 128 when absent. */
  readonly maxLength?: number;
  readonly multiline?: boolean;
}

/** Stored as Insights' own "Yes" and "No". */
export interface YesNoField extends FieldBase {
  readonly kind: 'yesno';
  readonly target: SingleTarget;
}

/** Stored as a JSON number. */
export interface NumberField extends FieldBase {
  readonly kind: 'number';
  readonly target: SingleTarget;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
}

export type Field = ChoiceField | ChoicesField | TextField | YesNoField | NumberField;

export type Direction = 'inbound' | 'outbound' | 'unknown';

/** An absent list matches everything. An assignment without any list is the fallback. */
export interface Matcher {
  /** Queue names or SIDs. */
  readonly queues?: readonly string[];
  /** Unique names of task channels. */
  readonly channels?: readonly string[];
  readonly directions?: readonly Direction[];
}

export interface Assignment {
  readonly id: string;
  readonly when: Matcher;
  /** A form's id; null means: no form, no gate. */
  readonly form: string | null;
}

/** The facts of a task that assignments look at. */
export interface TaskContext {
  readonly queueName: string;
  readonly queueSid: string;
  readonly channel: string;
  readonly direction: Direction;
}

export type ResolutionReason =
  | {
      readonly code: 'matched';
      readonly assignment: string;
      readonly on: readonly ('queue' | 'channel' | 'direction')[];
    }
  | { readonly code: 'fallback'; readonly assignment: string }
  | { readonly code: 'no-assignment' };

export interface Resolution {
  readonly form: Form | null;
  readonly reason: ResolutionReason;
}

/** One thing wrong with a catalog. `path` is a JSON pointer, e.g. `/picklists/0/options/3/code`. */
export interface CatalogProblem {
  readonly code: string;
  readonly path: string;
  readonly details?: Readonly<Record<string, string | number>>;
}
