import type { JsonObject, JsonValue } from '../json';
import type { CatalogProblemCode } from './problemCodes';

/** A BCP 47 language tag, e.g. `en` or `pt-BR`. */
export type LanguageTag = string;

/** One text per language. A missing language falls back to the catalog's reported language. */
export type Texts = Readonly<Record<LanguageTag, string>>;

/** A day of the contact centre's calendar (`Policies.timeZone`): `2026-11-24`. */
export type Day = string;

/** Everything supervisors publish as one immutable, numbered version. */
export interface Catalog {
  /** Version of this file format, not of the content. */
  readonly schema: 1;
  /** Number of the published version: a positive integer. */
  readonly version: number;
  /** The language in which `Option.reported` is written. */
  readonly reportedLanguage: LanguageTag;
  /** The languages in which every name is to be there. A gap is a warning: agents see the reported language. */
  readonly languages?: readonly LanguageTag[];
  readonly policies: Policies;
  readonly picklists: readonly Picklist[];
  readonly forms: readonly Form[];
  /** In order: the first that matches wins. */
  readonly assignments: readonly Assignment[];
}

/** What supervisors edit: a catalog that has no number yet. It need not be sound until it is published. */
export type CatalogContent = Omit<Catalog, 'version'>;

/**
 * - `optional`: nothing missing ever stops a completion.
 * - `observe`: as optional, but what `required` would have stopped is reported.
 * - `required`: a completion stops until the required answers are there and saved.
 */
export type Enforcement = 'optional' | 'observe' | 'required';

/**
 * What happens to answers that Insights drops in a HIPAA account (rules 36 to 40): `show` says so at the field,
 * `omit` says so and does not write them either.
 */
export type HipaaPolicy = 'show' | 'omit';

/** A national id that free text is searched for. */
export interface NationalId {
  readonly name: Texts;
  /** A regular expression in JavaScript's `u` flavour, at most 200 characters, found anywhere in a text. */
  readonly pattern: string;
}

/** A reason to complete without what is asked for. Its code is what tasks and the journal say. */
export interface WayOutReason {
  readonly code: string;
  readonly name: Texts;
}

/** A way out of a form that an agent cannot complete. It opens by whichever limit is reached first. */
export interface WayOutByReason {
  /** So many completions were stopped; 3 where no limit is given. */
  readonly afterRefusals?: number;
  /** So many minutes have passed since the first of them. */
  readonly afterMinutes?: number;
  readonly reasons: readonly WayOutReason[];
  /** The option that a choice field gets if it has no answer then. */
  readonly default?: { readonly field: string; readonly option: string };
}

export interface Policies {
  readonly enforcement: Enforcement;
  /** With `required`: may an agent complete without saving after a failed save? Each use is logged. */
  readonly wayOut: boolean;
  /** A way out that asks why, and takes the place of `wayOut`'s where answers are required. */
  readonly wayOutByReason?: WayOutByReason;
  /**
   * What counts when somebody else has changed a value over which an agent's answer is to go: `ours`, as without it: the
   * answer; `theirs`: what is on the task; `agent`: they see both, and choose before the task completes.
   */
  readonly conflicts?: 'ours' | 'theirs' | 'agent';
  /** Absent: the account is none under HIPAA. */
  readonly hipaa?: HipaaPolicy;
  /** The contact centre's IANA time zone, in which rules look at the time; `UTC` when absent. */
  readonly timeZone?: string;
  /** Free text is searched for these besides card numbers, e-mail addresses and phone numbers. */
  readonly nationalIds?: readonly NationalId[];
  /**
   * A root key of the task's attributes that says who set each value. Insights does not read it; it starts with
   * `debrief_`, so that it can be nobody else's.
   */
  readonly originsKey?: string;
  /** Where the tab stands among Flex's own beside a task; last when absent. */
  readonly placement?: Placement;
  /**
   * What becomes of answers to fields of personal data in an agent's browser, until they are saved. `encrypt`, as
   * without it: with a key that cannot be taken out of the browser; `omit`: they are not kept and lost with the page.
   */
  readonly personalDrafts?: 'encrypt' | 'omit';
  /**
   * Whether answers that are not saved yet are kept through the service too, for the same worker at another machine,
   * for 48 hours at most. Answers to fields of personal data are not.
   */
  readonly serviceDrafts?: boolean;
}

export type Placement = 'first' | 'last';

/**
 * A rule in JsonLogic form (jsonlogic.com), limited to `RULE_OPERATORS`. Its variables are:
 *
 * - `answers.<field>`: an option's code, a list of codes, a text, a number, true or false; absent: null
 * - `paths.<field>`: the codes from the root of the tree down to the chosen option
 * - `task.<attribute>`: the task's attributes, but not those that the form writes
 * - `worker.<attribute>` and `worker.skills`: the worker's attributes, and the names of the worker's skills
 * - `queue`, `queueSid`, `channel`, `direction`
 * - `time.date` (`2026-11-24`), `time.clock` (`17:05`), `time.weekday` (1 is Monday): when the contact began, in the
 *   contact centre's time zone; all null when that is not known
 */
export type Rule = JsonValue;

export interface SectionRules {
  /** Without it: shown. What is not shown is not asked for and not on the task. */
  readonly show?: Rule;
  /** Each field of the section is required while it holds, or this field. */
  readonly require?: Rule;
}

export interface FieldRules extends SectionRules {
  /** While `when` holds, only these options and those below them are offered. Several limits hold together. */
  readonly limit?: readonly { readonly when: Rule; readonly options: readonly string[] }[];
  /** The first whose `when` holds gives the value, unless the agent has answered. */
  readonly set?: readonly { readonly when: Rule; readonly to: Rule }[];
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
  /** When to choose it: a line below the name, where agents choose. */
  readonly description?: Texts;
  /** Further words that search finds, per language. */
  readonly synonyms?: Readonly<Record<LanguageTag, readonly string[]>>;
  /** Code of the parent option. */
  readonly parent?: string;
  /** Kept for history; not offered any more. */
  readonly archived?: boolean;
  /**
   * The first day on which the option is offered. The day on which the contact began decides; where that is not known
   * the option is offered. Outside its days an option is as an archived one.
   */
  readonly activeFrom?: Day;
  /** The last day on which it is offered. */
  readonly activeTo?: Day;
  /**
   * The key, 1 to 9, that chooses it in an open list; unique among the options below the same parent that an agent can
   * have before them together.
   */
  readonly shortcut?: number;
  /** What the option counts: fed to a measure by `AlsoTarget`. */
  readonly number?: number;
  /** Codes of the field named by `dependsOn`: offered only under one of them, or under an option below one of them. */
  readonly under?: readonly string[];
}

export interface Form {
  readonly id: string;
  readonly name: Texts;
  readonly sections: readonly Section[];
  /** What is answered already, by the task or by a rule, is shown folded. */
  readonly asksOnlyMissing?: boolean;
  /** Absent: agents take the time they need. */
  readonly wrapUp?: WrapUp;
}

/**
 * What happens when the time for wrap-up is over:
 *
 * - `default`: each field that lacks an answer gets its `atTimeout`, and the task completes; where required answers are
 *   lacking even then, it is held
 * - `partial`: the task completes with what there is, and is marked
 * - `hold`: nothing but a word to the agent
 */
export type OnTimeout = 'default' | 'partial' | 'hold';

/** How long an agent has for a form once wrap-up has begun. */
export interface WrapUp {
  /** From 10 to 86 400. Absent: no limit but on the `channels` that have one. */
  readonly seconds?: number;
  /** Channels on which it is another time, by unique name; without `seconds` there is no limit on it. */
  readonly channels?: readonly { readonly channel: string; readonly seconds?: number }[];
  /** How often an agent may take more time, and how much each time; `askReason`: they may say why. */
  readonly extensions?: {
    readonly count: number;
    readonly seconds: number;
    readonly askReason?: boolean;
  };
  readonly onTimeout: OnTimeout;
}

export interface Section {
  readonly id: string;
  readonly name: Texts;
  readonly rules?: SectionRules;
  readonly fields: readonly Field[];
}

/** Stores one value at one dictionary path, e.g. `conversations.outcome`. */
export interface SingleTarget {
  readonly path: string;
  /** Says that the author means to replace what Insights would fill in by itself. */
  readonly override?: boolean;
}

/** Stores all the chosen options' reported texts at one path, e.g. `Flex|Voice`. */
export interface JoinedTarget extends SingleTarget {
  readonly separator: string;
}

/** A further path that the same choice feeds. */
export interface AlsoTarget extends SingleTarget {
  readonly value: 'code' | 'reported' | 'number';
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
}

/** A summary in a few sentences, the name of a disposition code (for several choices: of each), a word for the mood. */
export type CopilotPart = 'copilot.summary' | 'copilot.disposition' | 'copilot.sentiment';

interface AnswerableBase extends FieldBase {
  readonly required?: boolean;
  /** After a transfer the next agent starts with this answer. Never for a measure: it would be counted twice. */
  readonly carryOver?: boolean;
  readonly rules?: FieldRules;
  /** A value from the task's or the worker's attributes, or put together from them with `cat`. */
  readonly prefill?: Rule;
  /** The value until anybody answers: as `Rule` results are, e.g. an option's code. */
  readonly default?: JsonValue;
  /** The answer, in the same form, that a field without one gets when the time for wrap-up is over (`WrapUp`). */
  readonly atTimeout?: JsonValue;
  /** What of Agent Copilot's note is suggested to the agent, who takes it over or does not. */
  readonly suggest?: CopilotPart;
  /** Personal data: never logged; in a HIPAA account see `Policies.hipaa`. */
  readonly pii?: boolean;
  /**
   * The author's word that nobody will segment a report by this field: then a label alone may be its target, and
   * Insights puts the segment's id into the attribute (rule 12).
   */
  readonly notForSegmenting?: boolean;
  /**
   * The author's word that no segment of the task, be it the queue's, has ended before the agent answers: then an id
   * by which Insights links may be its target (rule 25).
   */
  readonly noSegmentEnded?: boolean;
}

/** Which options of a tree may be chosen. */
export type ChoosableLevels = 'any' | 'leaves';

export interface ChoiceField extends AnswerableBase {
  readonly kind: 'choice';
  readonly picklist: string;
  readonly levels: ChoosableLevels;
  /** A single target stores the reported text. */
  readonly target: SingleTarget | PairTarget;
  readonly also?: readonly AlsoTarget[];
  /** Id of a choice field: what it says limits the options, by `Option.under`. */
  readonly dependsOn?: string;
}

export interface ChoicesField extends AnswerableBase {
  readonly kind: 'choices';
  readonly picklist: string;
  readonly levels: ChoosableLevels;
  /** Filled in catalog order of the options, skipping slots that hold a foreign value. Either slots or `joined`. */
  readonly slots?: readonly PairTarget[];
  readonly joined?: JoinedTarget;
  readonly min?: number;
  readonly max?: number;
  readonly dependsOn?: string;
}

/** In which case a text is stored: "Yes" and "yes" are two values to Insights (trap T19). */
export type StoredCase = 'upper' | 'lower';

export interface TextField extends AnswerableBase {
  readonly kind: 'text';
  readonly target: SingleTarget;
  /** In characters; at most, and when absent, what the target takes: 128 but for links. */
  readonly maxLength?: number;
  readonly multiline?: boolean;
  readonly case?: StoredCase;
}

/** Stored as Insights' own "Yes" and "No". */
export interface YesNoField extends AnswerableBase {
  readonly kind: 'yesno';
  readonly target: SingleTarget;
}

/** Stored as a JSON number. */
export interface NumberField extends AnswerableBase {
  readonly kind: 'number';
  readonly target: SingleTarget;
  readonly min?: number;
  readonly max?: number;
  readonly integer?: boolean;
  /** Only multiples of it, counted from `min` or 0. */
  readonly step?: number;
  /** Shown beside the number, e.g. `EUR`. */
  readonly unit?: Texts;
}

/** From 1 to `max`. In a measure a number; elsewhere a text, padded with zeros so that reports sort it (trap T20). */
export interface RatingField extends AnswerableBase {
  readonly kind: 'rating';
  readonly target: SingleTarget;
  /** 2 to 10. */
  readonly max: number;
  readonly lowest?: Texts;
  readonly highest?: Texts;
}

/**
 * A day or a moment in the years 1901 to 2049 (rule 10). At a target of type `date` epoch milliseconds; elsewhere
 * `2026-11-24` or `2026-11-24T17:05+01:00`.
 */
export interface DateField extends AnswerableBase {
  readonly kind: 'date';
  readonly target: SingleTarget;
  readonly precision: 'day' | 'minute';
}

/** Stored as E.164: `+` and 8 to 15 digits. */
export interface PhoneField extends AnswerableBase {
  readonly kind: 'phone';
  readonly target: SingleTarget;
}

export interface EmailField extends AnswerableBase {
  readonly kind: 'email';
  readonly target: SingleTarget;
}

/** http or https. */
export interface UrlField extends AnswerableBase {
  readonly kind: 'url';
  readonly target: SingleTarget;
}

/** A number or key of another system. Leading zeros are kept. */
export interface ReferenceField extends AnswerableBase {
  readonly kind: 'reference';
  readonly target: SingleTarget;
  /** A regular expression in JavaScript's `u` flavour, at most 200 characters, that the whole text has to match. */
  readonly pattern: string;
  /** A text that matches, shown to agents. */
  readonly example: string;
  readonly case?: StoredCase;
}

export type MediaType = 'Raw' | 'Embedded' | 'Referenced' | 'VoiceRecording' | 'ChatTranscript';

/** Links at `conversations.media`, after those that stand there already (rule 27). */
export interface MediaField extends AnswerableBase {
  readonly kind: 'media';
  readonly target: SingleTarget;
  readonly types: readonly MediaType[];
  readonly max?: number;
}

/** Something to read: a text, or what a rule puts together from the task and the answers. */
export interface InfoField extends FieldBase {
  readonly kind: 'info';
  readonly rules?: Pick<FieldRules, 'show'>;
  readonly text?: Texts;
  readonly value?: Rule;
}

/** A kind that this version does not know: shown as such, asks for nothing, writes nothing. */
export interface UnsupportedField extends FieldBase {
  readonly kind: 'unsupported';
  readonly was: string;
}

/** Fields whose answer is a text. */
export type TextualField = TextField | PhoneField | EmailField | UrlField | ReferenceField;

/** Fields that ask for something and write it. */
export type AnswerableField =
  | ChoiceField
  | ChoicesField
  | TextualField
  | YesNoField
  | NumberField
  | RatingField
  | DateField
  | MediaField;

export type Field = AnswerableField | InfoField | UnsupportedField;

export type Direction = 'inbound' | 'outbound' | 'unknown';

/** An absent list matches everything. An assignment without any list is the fallback. */
export interface Matcher {
  /** Queue names or SIDs. */
  readonly queues?: readonly string[];
  /** Unique names of task channels. */
  readonly channels?: readonly string[];
  readonly directions?: readonly Direction[];
  /** Workflow names or SIDs. */
  readonly workflows?: readonly string[];
  /** Names of skills, of which the worker has one at least. */
  readonly workerSkills?: readonly string[];
  /** The worker's team by name or id. */
  readonly teams?: readonly string[];
  /** All of them have to match. */
  readonly attributes?: readonly AttributeMatcher[];
  /** The first and the last day on which the contact may have begun. A contact of which that is not known does not match. */
  readonly from?: Day;
  readonly to?: Day;
}

/** Looks at a task attribute that no form writes: else a task could change its form by being answered. */
export interface AttributeMatcher {
  /** Keys from the root, with points between them. */
  readonly path: string;
  /** A text, a number or a truth value is compared as it is written; of a list, one entry has to match. */
  readonly oneOf: readonly string[];
}

export interface Assignment {
  readonly id: string;
  readonly when: Matcher;
  /** A form's id; null means: no form, no gate. */
  readonly form: string | null;
}

/** What rules know of a task by name. */
export interface TaskContext {
  readonly queueName: string;
  readonly queueSid: string;
  readonly channel: string;
  readonly direction: Direction;
}

/** Everything that assignments look at. What is not known is empty, and matches no list. */
export interface AssignmentFacts extends TaskContext {
  readonly workflowName: string;
  readonly workflowSid: string;
  /** Names of the worker's skills. */
  readonly skills: readonly string[];
  /** The worker's team, by name and by id. */
  readonly teams: readonly string[];
  /** The task's. */
  readonly attributes: JsonObject;
  /** When the contact began, in epoch milliseconds; null when it is not known. */
  readonly startedAt: number | null;
}

export type Criterion =
  'queue' | 'channel' | 'direction' | 'workflow' | 'skill' | 'team' | 'attribute' | 'date';

export type ResolutionReason =
  | {
      readonly code: 'matched';
      readonly assignment: string;
      readonly on: readonly Criterion[];
    }
  | { readonly code: 'fallback'; readonly assignment: string }
  | { readonly code: 'no-assignment' };

export interface Resolution {
  readonly form: Form | null;
  readonly reason: ResolutionReason;
}

/** One thing wrong with a catalog. `path` is a JSON pointer, e.g. `/picklists/0/options/3/code`. */
export interface CatalogProblem {
  readonly code: CatalogProblemCode;
  readonly path: string;
  readonly details?: Readonly<Record<string, string | number>>;
}
