import type { JsonValue } from '../json';

export type InsightsEntity = 'conversations' | 'customers' | 'agents';

/** One attribute that Flex Insights knows. */
export interface DictionaryEntry {
  /** E.g. `conversations.outcome`; `[]` marks items of an array, e.g. `conversations.media[].url`. */
  readonly path: string;
  readonly entity: InsightsEntity;
  readonly kind: string;
  readonly type: string;
  readonly allowed: readonly string[] | null;
  readonly overridable: boolean;
  readonly pii: boolean | 'unknown';
  /** In characters. Null: Twilio states none. */
  readonly maxLength: number | null;
}

/** The reservation events at which Insights reads a task's attributes (rules.md 1). */
export type SnapshotEvent =
  | 'reservation.created'
  | 'reservation.accepted'
  | 'reservation.rejected'
  | 'reservation.timeout'
  | 'reservation.canceled'
  | 'reservation.rescinded'
  | 'reservation.completed';

export interface Finding {
  /** Stable, e.g. `cut`, `unknown-key`, `wrong-type`, `out-of-range`, `too-late`, `not-allowed`, `label-only`. */
  readonly code: string;
  readonly path: string;
  /** Number of the documented rule the finding follows from. */
  readonly rule: number;
  readonly basis: 'documented' | 'inferred';
  readonly details?: Readonly<Record<string, string | number>>;
}

/** What Insights would keep for a segment, after its rules. */
export interface InsightsRecord {
  /** By dictionary path. */
  readonly values: Readonly<Record<string, JsonValue>>;
  readonly findings: readonly Finding[];
}

export interface IngestInput {
  readonly event: SnapshotEvent;
  /** The task's attributes exactly as TaskRouter held them: raw JSON text. */
  readonly attributes: string;
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
  /** Epoch milliseconds at which these attributes were written, if after the reservation's end. */
  readonly writtenAfterEndMs: number | null;
}
