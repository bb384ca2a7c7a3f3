import type { AttributesError } from '../attributes/types';
import type { JsonObject } from '../json';

/** Why a call did not do its work. */
export type CallFailure =
  | 'network'
  /** No answer in time: the write may or may not have been done. */
  | 'timeout'
  | 'server'
  | 'rate-limited'
  /** The task is not there any more. */
  | 'gone'
  /** Refused for a reason that a retry does not change. */
  | 'refused';

/** What a save queues for: Twilio takes no more calls for now, or the service got nothing done with it. */
export type QueueReason = Extract<CallFailure, 'rate-limited' | 'server'>;

export type SaveFailure =
  | { readonly kind: CallFailure }
  /** Other writers won every time. */
  | { readonly kind: 'conflict' }
  /** Re-reading showed other values than were written. */
  | { readonly kind: 'unverified' }
  /** No end within the time the gate allows. */
  | { readonly kind: 'deadline' }
  | { readonly kind: 'attributes'; readonly error: AttributesError };

export interface VersionedAttributes {
  /** As TaskRouter holds them; may be anything JSON can say. */
  readonly attributes: unknown;
  readonly version: string;
}

/** Which way answers go to the task: through our own Functions, or through the TaskRouter SDK of the page. */
export type SaveRoute = 'service' | 'sdk';

export type SaveEffect =
  | { readonly do: 'read' }
  /** Hands the answers to the service, which reads, merges and writes. */
  | { readonly do: 'send' }
  | { readonly do: 'write'; readonly attributes: JsonObject; readonly version: string }
  /**
   * `attempt` counts from 1; the runner adds jitter. `queue`: the save goes on by itself in its turn, and the agent is
   * told why and how long.
   */
  | {
      readonly do: 'wait';
      readonly because: 'trouble';
      readonly attempt: number;
      readonly retryAfterMs: number | null;
    }
  | {
      readonly do: 'wait';
      readonly because: 'queue';
      readonly reason: QueueReason;
      /** The two have windows of their own. */
      readonly route: SaveRoute;
      readonly attempt: number;
      readonly retryAfterMs: number | null;
    }
  | { readonly do: 'succeed'; readonly outcome: 'saved' | 'unchanged' }
  | { readonly do: 'fail'; readonly failure: SaveFailure };

export type SaveEvent =
  | { readonly type: 'read'; readonly task: VersionedAttributes }
  | { readonly type: 'read-failed'; readonly failure: CallFailure; readonly retryAfterMs?: number }
  | { readonly type: 'written' }
  | {
      readonly type: 'write-failed';
      readonly failure: CallFailure | 'conflict';
      readonly retryAfterMs?: number;
    }
  /** `shown`: what the service says is stored holds every value of the answers. */
  | { readonly type: 'sent'; readonly shown: boolean }
  | {
      readonly type: 'send-failed';
      /**
       * `unavailable`: the service cannot do its work, whatever it is asked. `changed`: somebody else has written over
       * an answer, and what that means is not the service's to decide.
       */
      readonly failure: SaveFailure | { readonly kind: 'unavailable' | 'changed' };
      readonly retryAfterMs?: number;
    }
  | { readonly type: 'waited' }
  | { readonly type: 'deadline' };
