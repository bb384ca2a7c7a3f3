import type { Capture } from '../core/capture/types';
import type { JsonObject } from '../core/json';
import type { Result } from '../core/result';
import type { SaveAnswer } from '../core/service/serviceAnswer';
import type { SaveRequest } from '../core/service/saveRequest';
import type { Refusals } from '../core/wayOut/wayOutOpens';
import type { Tabs } from './tabs/ports';
import type { ServerClock } from './wrapUp/serverClock';
import type { CallFailure, SaveFailure, VersionedAttributes } from '../core/sync/types';

export interface ReadRefused {
  readonly failure: CallFailure;
  readonly retryAfterMs?: number;
}

export interface WriteRefused {
  readonly failure: CallFailure | 'conflict';
  readonly retryAfterMs?: number;
}

/**
 * Why the service did not do its work. `unavailable`: it cannot do its work for anybody, or is not there. `changed`:
 * somebody else has written over an answer.
 */
export interface ServiceRefused {
  readonly failure: SaveFailure | { readonly kind: 'unavailable' | 'changed' };
  readonly retryAfterMs?: number;
  /** What it answered, for those who run it. */
  readonly code: string;
}

/** Our own Functions, which save with the task's version, whatever the browser's SDK does. Never throws. */
export interface SaveService {
  readonly save: (
    request: Omit<SaveRequest, 'taskSid'>,
  ) => Promise<Result<SaveAnswer, ServiceRefused>>;
  /** Whether it is there and knows this worker. Null: it is. */
  readonly check: () => Promise<ServiceRefused | null>;
}

/** A task's attributes, by the reservation that this worker has on it. Never throws. */
export interface TaskAttributes {
  /** What this browser knows right now, without asking; undefined when the reservation is unknown. */
  readonly snapshot: (reservationSid: string) => unknown;
  /** Whether the task came from or went to another reservation, as far as this browser knows. */
  readonly isTransferred: (reservationSid: string) => boolean;
  readonly read: (reservationSid: string) => Promise<Result<VersionedAttributes, ReadRefused>>;
  /** Replaces all attributes if `version` still holds; `conflict` when it does not. */
  readonly write: (
    reservationSid: string,
    attributes: JsonObject,
    version: string,
  ) => Promise<Result<null, WriteRefused>>;
}

export interface Draft {
  readonly capture: Capture;
  /** Whether this capture's task was already saved at the start of wrap-up. */
  readonly flushed: boolean;
  /** Whether this browser has known the task to be transferred: after a reload Flex does not tell any more. */
  readonly transferred: boolean;
  /** When it was made, in epoch milliseconds. */
  readonly at: number;
  /** How often the completion was stopped. */
  readonly refusals: Refusals | null;
  /** Tabs write in turns: what was written in an earlier turn never replaces what was written in a later one. */
  readonly turn: number;
  /** Absent: wrap-up has not begun. */
  readonly wrapUp?: WrapUpDraft;
  /** Fields with answers that are not known to be on the task. Absent: nothing is known to be there. */
  readonly unsaved?: readonly string[];
}

/** What a draft says of the wrap-up. */
export interface WrapUpDraft {
  readonly extensions: readonly string[];
  /** The time is over, and the task waits for the agent. */
  readonly held: boolean;
  /** How far Twilio's clock was ahead of this computer's, in milliseconds; null: that was not known. */
  readonly ahead: number | null;
}

/**
 * - `ended`: the reservation ended before it was saved
 * - `way-out`: the agent completed without it, by the way out
 * - `expired`: nobody came back to it
 * - `other-form`: the task has another form now
 * - `no-field`: the form has no such field any more
 * - `older`: another version of this plugin stored it
 * - `timeout`: they could not be stored as they were when the time for wrap-up was over
 * - `unseen`: the reservation ended while no page of this browser was open
 */
export type AsideReason =
  'ended' | 'way-out' | 'expired' | 'other-form' | 'no-field' | 'older' | 'timeout' | 'unseen';

/** Answers that are applied nowhere, kept for the agent to look at. */
export interface Aside {
  readonly reservationSid: string;
  readonly reason: AsideReason;
  /** When they were given, in epoch milliseconds. */
  readonly at: number;
  readonly formId: string;
  readonly catalogVersion: number;
  /** By field id, as stored and unchecked; null: withdrawn. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** Drafts by reservation. May be unavailable: then loads answer null and saves do nothing. Never throws. */
export interface DraftStore {
  /** What was stored, unchecked. */
  readonly load: (reservationSid: string) => Promise<unknown>;
  /**
   * Resolves when it, or a newer one, is stored: unreadable for whoever has only the disk. Where the browser cannot do
   * that, the answers to `personal` fields are left out.
   */
  readonly save: (
    reservationSid: string,
    draft: Draft,
    personal: ReadonlySet<string>,
  ) => Promise<void>;
  readonly remove: (reservationSid: string) => Promise<void>;
  /** What earlier pages have stored for such reservations, unchecked, by reservation. */
  readonly left: (
    isWanted: (reservationSid: string) => boolean,
  ) => Promise<ReadonlyMap<string, unknown>>;
  /**
   * Puts aside what an earlier page has stored for a reservation that is over; null: nothing of it is to be listed.
   * `load` takes it back: then the reservation was not over.
   */
  readonly retire: (reservationSid: string, aside: Aside | null) => Promise<void>;
  /** Kept as drafts are, one for a reservation and reason. */
  readonly setAside: (aside: Aside, personal: ReadonlySet<string>) => Promise<void>;
  /** What was put aside, drafts that expired included. */
  readonly aside: () => Promise<readonly Aside[]>;
  readonly forgetAside: (aside: Aside) => Promise<void>;
}

/**
 * Drafts through our Functions, for the same worker at another machine. Kept when it is quiet for a while; what cannot
 * be kept is not. Never throws.
 */
export interface ServiceDrafts {
  /** Unchecked; null: there is none, or nobody answered. */
  readonly find: (reservationSid: string, catalogVersion: number) => Promise<unknown>;
  /** Without answers to fields of personal data. */
  readonly keep: (draft: Draft) => void;
  readonly drop: (reservationSid: string) => void;
}

export interface Clock {
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A random number from 0 up to 1, for jitter. */
  readonly random: () => number;
}

export type JournalEvent =
  /** Completed although a save failed, by the agent's wish and the admin's leave. */
  | 'completed-without-saving'
  /** Completed by the way out: the reason's code, whether what there was is on the task, the fields that are missing. */
  | 'completed-by-way-out'
  /** Observe only: a completion that `required` would have stopped. */
  | 'would-have-stopped'
  | 'stopped'
  /** Saved and let go, and then held up by another plugin. */
  | 'held-up'
  /** An error of ours stopped a completion. */
  | 'stopped-by-bug'
  | 'save-failed'
  /** The agent logged out or changed their activity, and answers could not be put on an open task in time. */
  | 'left-unsaved'
  /** The time for wrap-up is over. `did`: what comes of it. */
  | 'time-over'
  | 'more-time'
  /** Somebody else has changed what an answer of the agent is to replace: `decides` says who, by which policy. */
  | 'conflict'
  /** The service could not do its work; the SDK was used instead. */
  | 'service-unavailable'
  /**
   * The reservation is over: `how` is `let-through` or `way-out`, where a completion was let through here, `elsewhere`,
   * `canceled`, `timeout`, `rescinded`, `rejected`, `vanished` or `unseen`; with the form and the version, if there was one.
   */
  | 'ended'
  /** The same, and answers of the fields `unsaved` are not on the task. */
  | 'ended-unsaved';

/** What admins can read later. Carries codes, SIDs and field ids, never what an agent entered. */
export interface Journal {
  readonly record: (event: JournalEvent, facts: JournalFacts) => void;
}

interface JournalFacts extends Readonly<Record<string, string | number | readonly string[]>> {
  readonly reservationSid: string;
}

/** Completes a task as the agent's own press on Complete would. Resolves when that has come to an end, whichever. */
export type CompleteLater = (reservationSid: string) => Promise<void>;

export interface Ports {
  readonly attributes: TaskAttributes;
  /** Null where no service is configured: everything goes through the SDK. */
  readonly service: SaveService | null;
  readonly drafts: DraftStore;
  /** Null where no service is configured. Used only where the catalog says so. */
  readonly serviceDrafts: ServiceDrafts | null;
  /** Null where this browser cannot tell tabs of each other: each one then writes for itself. */
  readonly tabs: Tabs | null;
  readonly clock: Clock;
  readonly journal: Journal;
  /** Twilio's time, which a countdown goes by. */
  readonly serverClock: ServerClock;
  /** For a completion that had to wait until a queued save was through, or that the end of the time brings. */
  readonly completeLater: CompleteLater;
}
