import type { CallResult } from '../save/ports';

/** Drafts of captures in the Sync Service, one for a reservation. A call ends within `limitMs`; none throws. */
export interface DraftDocuments {
  /** Unchecked; null: there is none. */
  readonly read: (reservationSid: string, limitMs: number) => CallResult<unknown>;
  /** Replaces what is there; Sync removes it by itself after `ttlSeconds`. */
  readonly put: (
    reservationSid: string,
    data: object,
    ttlSeconds: number,
    limitMs: number,
  ) => CallResult<null>;
  readonly remove: (reservationSid: string, limitMs: number) => CallResult<null>;
}
