import type { AssignmentFacts } from '../../core/catalog/types';

/** A queue or a workflow of the account. */
export interface Named {
  readonly name: string;
  readonly sid: string;
}

export interface KnownWorker extends Pick<AssignmentFacts, 'skills' | 'teams'> {
  readonly name: string;
  readonly sid: string;
}

/** A task that an agent has in hand. */
export interface LiveTask {
  readonly reservationSid: string;
  readonly worker: string;
  readonly facts: AssignmentFacts;
}

/** What the account has, as far as anybody can tell; what is not known is empty. Everything in the order of names. */
export interface Directory {
  readonly queues: readonly Named[];
  readonly workflows: readonly Named[];
  readonly workers: readonly KnownWorker[];
  readonly channels: readonly string[];
  readonly teams: readonly string[];
  readonly skills: readonly string[];
  readonly tasks: readonly LiveTask[];
}

/** Looks the account up, anew each time. Never rejects. */
export interface AccountDirectory {
  readonly look: () => Promise<Directory>;
}

export const NOTHING_KNOWN: Directory = {
  queues: [],
  workflows: [],
  workers: [],
  channels: [],
  teams: [],
  skills: [],
  tasks: [],
};
