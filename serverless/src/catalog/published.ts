import { ok } from '../../../src/core/result';
import type { Clock } from '../Clock';
import type { FindPublished } from '../save/catalogs';
import { readPointer } from './documents';
import { findVersion } from './history';
import type { Sync } from './ports';
import { createSession } from './session';
import type { Shards } from './shards';

/** Published versions, as saves need them. */
export const createFindPublished =
  (sync: Sync, shards: Shards, clock: Clock): FindPublished =>
  async (version, budget) => {
    const session = createSession(sync, clock, budget);
    const pointer = await readPointer(session);
    if (!pointer.ok) return pointer;
    const { header: inForce } = pointer.value;
    if (!inForce) return ok({ content: null, current: null });
    const header = await findVersion(version, inForce, session);
    if (!header.ok) return header;
    if (!header.value) return ok({ content: null, current: inForce.version });
    const content = await shards.assemble(header.value.manifest, session);
    return content.ok ? ok({ content: content.value, current: inForce.version }) : content;
  };
