import { createBudget, type Budget } from '../budget';
import type { Clock } from '../Clock';
import { createPersist, type Persist } from './persist';
import type { Sync } from './ports';

const ANSWER_MS = 1_000;

/** One request's way to Sync. */
export interface SyncSession {
  readonly sync: Sync;
  readonly persist: Persist;
  readonly clock: Clock;
  readonly budget: Budget;
}

export const createSession = (sync: Sync, clock: Clock, budget: Budget): SyncSession => ({
  sync,
  persist: createPersist(clock, budget),
  clock,
  budget,
});

/** The same way for work that the request does not wait for long: some of its time is left for the answer. */
export const shorter = ({ sync, clock, budget }: SyncSession, mostMs: number): SyncSession =>
  createSession(sync, clock, createBudget(clock, Math.min(mostMs, budget.left() - ANSWER_MS)));
