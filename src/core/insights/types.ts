import type { JsonValue } from '../json';

export type InsightsEntity = 'conversations' | 'customers' | 'agents';

/** One attribute that Flex Insights knows. */
export interface DictionaryEntry {
  /** E.g. `conversations.outcome`; `[]` marks items of an array, e.g. `conversations.media[].url`. */
  readonly path: string;
  readonly entity: InsightsEntity;
  readonly kind: 'attribute' | 'label' | 'measure' | 'date' | 'link' | 'id';
  readonly type: 'string' | 'enum' | 'number' | 'integer' | 'date' | 'url';
  readonly allowed: readonly string[] | null;
  readonly overridable: boolean;
  /** Insights or Flex fills in a value by itself, which one that is set replaces. */
  readonly derived: boolean;
  readonly pii: boolean | 'unknown';
  /** In characters. Null: Twilio states none. */
  readonly maxLength: number | null;
}

/** The reservation events at which Insights reads a task's attributes (rule 1). */
export type SnapshotEvent =
  | 'reservation.created'
  | 'reservation.rejected'
  | 'reservation.timeout'
  | 'reservation.canceled'
  | 'reservation.rescinded'
  | 'reservation.completed';

/** What a finding says. docs/insights-rules.md explains the rules the findings cite. */
export type FindingCode =
  | 'not-json'
  | 'not-object'
  | 'misplaced'
  | 'hostile-key'
  | 'unknown-key'
  | 'kind-set'
  | 'derived-set'
  | 'wrong-type'
  | 'number-as-text'
  | 'empty-text'
  | 'null-with-default'
  | 'cut'
  | 'longer-than-known'
  | 'link-too-long'
  | 'not-allowed'
  | 'out-of-range'
  | 'date-format'
  | 'seconds-not-milliseconds'
  | 'label-only'
  | 'attribute-only'
  | 'name-without-id'
  | 'hierarchy-separator'
  | 'callback-not-follow-up'
  | 'correlation-changed'
  | 'new-customer'
  | 'external-id-late'
  | 'too-late'
  | 'media-type-missing'
  | 'media-replaces-default'
  | 'media-overridden'
  | 'media-raw-first'
  | 'media-extra-recording'
  | 'media-provider-ignored'
  | 'hipaa-dropped';

/** Something about a task's attributes that the record shows differently from what was sent, or not at all. */
export interface Finding {
  readonly code: FindingCode;
  /** Where in the attributes; empty for the attributes as a whole. */
  readonly path: string;
  /** Number of the rule in docs/insights-rules.md the finding follows from. */
  readonly rule: number;
  /**
   * `documented`: Twilio's documentation says so. `inferred`: it follows from a sample, or the documentation is silent
   * and this is the cautious reading.
   */
  readonly basis: 'documented' | 'inferred';
  readonly details?: Readonly<Record<string, string | number>>;
}

/** What Insights would keep for a segment, after its rules. */
export interface InsightsRecord {
  /** By dictionary path, in the dictionary's order. */
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly findings: readonly Finding[];
}

/** Attributes written after the reservation had ended. */
export interface LateWrite {
  readonly attributes: string;
  readonly afterEndMs: number;
}

export interface IngestInput {
  readonly event: SnapshotEvent;
  /** The task's attributes at the event, exactly as TaskRouter held them: raw JSON text. */
  readonly attributes: string;
  /** The attributes when the task was created, where known: raw JSON text. */
  readonly attributesBefore?: string;
  readonly late?: LateWrite;
  readonly taskSid: string;
  readonly reservationSid: string;
  readonly queueSid: string;
  readonly queueName: string;
  readonly workflowName: string;
  readonly channel: string;
  readonly workerName: string;
  readonly activityName: string;
  /** TaskRouter's completion or cancellation reason. */
  readonly reason: string | null;
  /** Whether the account is under HIPAA, which puts a filter in front of Insights. Absent: no. */
  readonly hipaa?: boolean;
}
