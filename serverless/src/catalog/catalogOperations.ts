import { isHashOf } from '../../../src/core/publishing/contentHash';
import { fail, ok, type Result } from '../../../src/core/result';
import type { CatalogAnswers, CatalogOperation } from '../../../src/core/service/catalogAnswers';
import {
  catalogRequestParser,
  UPLOAD_SIZE_LIMIT,
  type CatalogRequests,
} from '../../../src/core/service/catalogRequests';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { Clock } from '../Clock';
import { ROLES } from '../operations/roles';
import { defineOperation, type Operation, type OperationCall } from '../pipeline/operation';
import { readDraft, readPointer } from './documents';
import { discardDraft, saveDraft } from './drafts';
import { listAudit, listVersions } from './history';
import type { MakeObjects } from './objects';
import type { Author, FindName } from './people';
import type { DocumentName, MintToken, Sync } from './ports';
import { publish, rollBack } from './publish';
import { createSession, type SyncSession } from './session';
import { shardsMissing, type Shards } from './shards';
import type { FindUnpublished } from './unpublished';

type Answer<T> = Promise<Result<T, ServiceError>>;

/** What this instance of the service keeps for as long as the platform keeps it. */
export interface CatalogMemory {
  readonly makeObjects: MakeObjects;
  readonly shards: Shards;
  /** Who may read what, as far as this instance has seen to it: by `<document> <identity>`. */
  readonly granted: Map<string, boolean>;
  /** By worker SID. */
  readonly names: Map<string, string>;
}

export interface CatalogServiceParts {
  readonly clock: Clock;
  /** Null: the account has none set. */
  readonly sync: Sync | null;
  readonly mintToken: MintToken | null;
  readonly findName: FindName;
  readonly findUnpublished: FindUnpublished;
  readonly publishRoles: readonly string[];
  readonly memory: CatalogMemory;
}

const EDITORS = ['supervisor', 'admin'];

/** The setting PUBLISH_ROLES: roles with commas between. Without it, admins. */
export const publishRoles = (setting: string | undefined): readonly string[] => {
  const listed = (setting ?? '')
    .split(',')
    .map((role) => role.trim())
    .filter((role) => role !== '');
  return listed.length > 0 ? listed : ['admin'];
};

const NOT_SET_UP: ServiceError = {
  code: 'not-set-up',
  message: 'The service has no Sync Service or API key: see SYNC_SERVICE_SID and API_KEY_SID',
};

/** The operations of the endpoint `/catalog`. */
export function catalogOperations(
  parts: CatalogServiceParts,
): ReadonlyMap<CatalogOperation, Operation> {
  const { clock, sync, mintToken, memory, publishRoles: publishers } = parts;
  const { makeObjects, shards } = memory;
  const publishing = { shards, findUnpublished: parts.findUnpublished };
  const editors = [...new Set([...EDITORS, ...publishers])];
  const everybody = [...new Set([...ROLES, ...publishers])];

  const operation = <K extends keyof CatalogRequests, T>(
    roles: readonly string[],
    request: K,
    handle: (input: CatalogRequests[K], session: SyncSession, call: OperationCall) => Answer<T>,
    sizeLimit?: number,
  ): Operation =>
    defineOperation<CatalogRequests[K], T>({
      roles,
      ...(sizeLimit === undefined ? {} : { sizeLimit }),
      parse: catalogRequestParser(request),
      handle: async (input, call) =>
        sync ? handle(input, createSession(sync, clock, call.budget), call) : fail(NOT_SET_UP),
    });

  const permit = async (
    name: DocumentName,
    identity: string,
    isAllowed: boolean,
    { sync: service, persist }: SyncSession,
  ): Answer<null> => {
    const known = `${name} ${identity}`;
    if (memory.granted.get(known) === isAllowed) return ok(null);
    const set = isAllowed ? service.allowReading : service.forbid;
    const done = await persist((limitMs) => set(name, identity, limitMs));
    if (done.ok) memory.granted.set(known, isAllowed);
    return done;
  };

  const authorOf = async ({ caller, budget }: OperationCall): Promise<Author> => {
    const { workerSid, identity } = caller;
    const known = memory.names.get(workerSid) ?? (await parts.findName(workerSid, budget.left()));
    if (known !== null) memory.names.set(workerSid, known);
    return { workerSid, name: known ?? identity };
  };

  return new Map<CatalogOperation, Operation>([
    [
      'token',
      operation(everybody, 'nothing', async (_, session, { caller }) => {
        const { identity, roles } = caller;
        if (!mintToken) return fail(NOT_SET_UP);
        const made = await makeObjects(session);
        if (!made.ok) return made;
        const isOneOf = (allowed: readonly string[]) =>
          roles.some((role) => allowed.includes(role));
        const rights = { edits: isOneOf(editors), publishes: isOneOf(publishers) };
        const pointer = await permit('debrief.pointer', identity, true, session);
        if (!pointer.ok) return pointer;
        // Who is no editor may have been one; without a new token nobody reads for longer than an hour.
        const draft = await permit('debrief.draft', identity, rights.edits, session);
        if (!draft.ok) return draft;
        return ok<CatalogAnswers['token']>({ ...mintToken(identity), identity, rights });
      }),
    ],
    [
      'current',
      operation(everybody, 'nothing', async (_, session) => {
        const pointer = await readPointer(session);
        return pointer.ok ? ok<CatalogAnswers['current']>(pointer.value.header) : pointer;
      }),
    ],
    [
      'read',
      operation(everybody, 'read', async ({ hashes }, session) => {
        const found = await shards.find(hashes, session);
        if (!found.ok) return found;
        const missing = hashes.filter((hash) => !found.value.has(hash));
        if (missing.length > 0) return fail(shardsMissing(missing));
        return ok<CatalogAnswers['read']>({
          shards: [...found.value].map(([hash, text]) => ({ hash, text })),
        });
      }),
    ],
    [
      'missing',
      operation(editors, 'missing', async ({ hashes }, session) => {
        const found = await shards.find(hashes, session);
        return found.ok
          ? ok<CatalogAnswers['missing']>({
              missing: hashes.filter((hash) => !found.value.has(hash)),
            })
          : found;
      }),
    ],
    [
      'upload',
      operation(
        editors,
        'upload',
        async ({ shards: given }, session) => {
          const wrong = given.findIndex(({ hash, text }) => !isHashOf(hash, text));
          if (wrong >= 0) {
            return fail({
              code: 'bad-input',
              message: 'A text is not the one that its hash names',
              details: { problems: [{ code: 'wrong-hash', path: `/shards/${wrong}` }] },
            });
          }
          const made = await makeObjects(session);
          if (!made.ok) return made;
          const stored = await shards.store(
            new Map(given.map(({ hash, text }) => [hash, text])),
            session,
          );
          return stored.ok ? ok<CatalogAnswers['upload']>({ stored: given.length }) : stored;
        },
        UPLOAD_SIZE_LIMIT,
      ),
    ],
    [
      'draft',
      operation(editors, 'nothing', async (_, session) => {
        const draft = await readDraft(session);
        return draft.ok ? ok<CatalogAnswers['draft']>(draft.value.header) : draft;
      }),
    ],
    [
      'saveDraft',
      operation(editors, 'saveDraft', async (request, session, call) =>
        saveDraft(request, await authorOf(call), session, shards),
      ),
    ],
    [
      'discardDraft',
      operation(editors, 'discardDraft', async (request, session, call) =>
        discardDraft(request, await authorOf(call), session),
      ),
    ],
    [
      'publish',
      operation(publishers, 'publish', async (request, session, call) =>
        publish({ request, author: await authorOf(call), session }, publishing),
      ),
    ],
    [
      'rollBack',
      operation(publishers, 'rollBack', async (request, session, call) =>
        rollBack({ request, author: await authorOf(call), session }, publishing),
      ),
    ],
    ['versions', operation(editors, 'list', ({ after }, session) => listVersions(after, session))],
    ['audit', operation(editors, 'list', ({ after }, session) => listAudit(after, session))],
  ]);
}
