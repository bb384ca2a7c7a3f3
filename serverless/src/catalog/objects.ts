import { SHARD_MAPS } from '../../../src/core/publishing/contentHash';
import { ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { AUDIT, VERSIONS } from './history';
import { inParallel } from './inParallel';
import type { SyncKind } from './ports';
import type { SyncSession } from './session';

/** Makes what the service keeps things in, unless it is there. */
export type MakeObjects = (session: SyncSession) => Promise<Result<null, ServiceError>>;

const OBJECTS: readonly (readonly [SyncKind, string])[] = [
  ['document', 'debrief.draft'],
  ['list', AUDIT],
  ...[VERSIONS, ...SHARD_MAPS].map((name) => ['map', name] as const),
];

/** Sync makes twenty a second. */
const WIDTH = 8;

/**
 * Everything is made before the first token is given out: whether an identity may make objects in a Service with
 * permissions is not documented, and who makes one may do everything with it. The pointer comes last, so where it is,
 * the others are.
 */
export const createMakeObjects = (): MakeObjects => {
  let areMade = false;
  return async ({ sync, persist }) => {
    if (areMade) return ok(null);
    const pointer = await persist((limitMs) => sync.readDocument('debrief.pointer', limitMs));
    if (!pointer.ok) return pointer;
    if (!pointer.value) {
      const others = await inParallel(OBJECTS, WIDTH, ([kind, name]) =>
        persist((limitMs) => sync.make(kind, name, limitMs)),
      );
      if (!others.ok) return others;
      const last = await persist((limitMs) => sync.make('document', 'debrief.pointer', limitMs));
      if (!last.ok) return last;
    }
    areMade = true;
    return ok(null);
  };
};
