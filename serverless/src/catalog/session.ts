import type { Budget } from '../budget';
import type { Clock } from '../Clock';
import { createPersist, type Persist } from './persist';
import type { Sync } from './ports';

/** One request's way to Sync. */
export interface SyncSession {
  readonly sync: Sync;
  readonly persist: Persist;
  readonly clock: Clock;
}

export const createSession = (sync: Sync, clock: Clock, budget: Budget): SyncSession => ({
  sync,
  persist: createPersist(clock, budget),
  clock,
});
