import type { TaskAttributes } from '../../src/app/ports';
import { fail, ok } from '../../src/core/result';
import type { JsonObject } from '../../src/core/json';
import type { CallFailure } from '../../src/core/sync/types';

interface FakeTask extends Omit<TaskAttributes, 'snapshot' | 'isTransferred'> {
  isTransferred: TaskAttributes['isTransferred'];
  snapshot: TaskAttributes['snapshot'];
  /** Raw JSON text, as TaskRouter holds it. */
  text: string;
  version: number;
  reads: number;
  writes: number;
  /** Failures of the next reads and writes, in order; null lets one through. */
  readonly nextReads: (CallFailure | 'hang' | null)[];
  readonly nextWrites: (CallFailure | 'conflict' | 'hang' | 'lost-answer' | null)[];
  /** Another writer, right before the next write is judged. */
  beforeWrite: ((task: FakeTask) => void) | null;
  /** Another writer's whole set of attributes. */
  readonly replace: (attributes: unknown) => void;
}

const never = new Promise<never>(() => undefined);

/** A task with versions, for unit tests: the real judge is the end-to-end suite. */
export const createFakeTask = (attributes: unknown): FakeTask => {
  const task: FakeTask = {
    text: JSON.stringify(attributes),
    version: 1,
    reads: 0,
    writes: 0,
    nextReads: [],
    nextWrites: [],
    beforeWrite: null,
    replace: (next) => {
      task.text = JSON.stringify(next);
      task.version += 1;
    },
    snapshot: () => JSON.parse(task.text) as unknown,
    isTransferred: () => false,
    read: async () => {
      task.reads += 1;
      const failure = task.nextReads.shift();
      if (failure === 'hang') return never;
      if (failure) return fail({ failure });
      return ok({ attributes: JSON.parse(task.text) as unknown, version: String(task.version) });
    },
    write: async (_sid: string, next: JsonObject, version: string) => {
      const failure = task.nextWrites.shift();
      if (failure === 'hang') return never;
      if (failure && failure !== 'lost-answer') return fail({ failure });
      const other = task.beforeWrite;
      task.beforeWrite = null;
      other?.(task);
      if (version !== String(task.version)) return fail({ failure: 'conflict' });
      task.writes += 1;
      task.replace(next);
      return failure === 'lost-answer' ? fail({ failure: 'timeout' }) : ok(null);
    },
  };
  return task;
};
