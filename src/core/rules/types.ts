import type { TaskContext } from '../catalog/types';
import type { JsonObject } from '../json';

/** What rules can look at besides the answers and the task's attributes. */
export interface Facts {
  readonly context: TaskContext;
  /** The worker's attributes. */
  readonly worker: JsonObject;
  /** When the contact began, in epoch milliseconds; null when it is not known. */
  readonly startedAt: number | null;
}
