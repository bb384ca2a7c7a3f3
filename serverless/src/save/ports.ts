import type { JsonObject } from '../../../src/core/json';
import type { Result } from '../../../src/core/result';
import type { CallFailure } from '../../../src/core/sync/types';

/** A call to Twilio that did not do its work. `conflict`: the version had moved on. */
export interface CallRefused {
  readonly failure: CallFailure | 'conflict';
  /** HTTP status, if there was an answer. */
  readonly status?: number;
  readonly retryAfterMs: number | null;
}

export type CallResult<T> = Promise<Result<T, CallRefused>>;

export interface TaskState {
  /** As TaskRouter holds them; may be anything JSON can say. */
  readonly attributes: unknown;
  /** As it came; null when the answer had none. */
  readonly etag: string | null;
}

export interface ReservationState {
  readonly sid: string;
  readonly workerSid: string;
  readonly status: string;
}

/** TaskRouter as far as a save needs it. A call ends within `limitMs`; none throws. */
export interface TaskRouter {
  readonly listReservations: (
    taskSid: string,
    limitMs: number,
  ) => CallResult<readonly ReservationState[]>;
  readonly fetchTask: (taskSid: string, limitMs: number) => CallResult<TaskState>;
  /** Replaces all attributes if `etag` still holds; answers the task as it is then. */
  readonly updateTask: (
    taskSid: string,
    attributes: JsonObject,
    etag: string,
    limitMs: number,
  ) => CallResult<TaskState>;
}

/** What the account's Flex Configuration says. */
export interface Configuration {
  readonly workspaceSid: string;
  /** `ui_attributes.debrief.catalog`, unchecked; undefined when there is none. */
  readonly catalog: unknown;
}

export type FetchConfiguration = (limitMs: number) => CallResult<Configuration>;
