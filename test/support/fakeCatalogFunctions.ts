import { catalogOperations } from '../../serverless/src/catalog/catalogOperations';
import { createMakeObjects } from '../../serverless/src/catalog/objects';
import { createFindPublished } from '../../serverless/src/catalog/published';
import { createShards } from '../../serverless/src/catalog/shards';
import { createFindUnpublished } from '../../serverless/src/catalog/unpublished';
import { answerCall } from '../../serverless/src/pipeline/answerCall';
import type { CatalogContent } from '../../src/core/catalog/types';
import { shardMap } from '../../src/core/publishing/contentHash';
import { shardContent } from '../../src/core/publishing/shardContent';
import { fail, ok } from '../../src/core/result';
import { CALL_LIMITS } from '../../src/core/service/catalogRequests';
import type { ServiceError } from '../../src/core/service/serviceErrors';
import { createFakeSync } from './fakeSync';

export const CATALOG_BUDGET_MS = 8_000;

const sid = (n: number) => `WK${String(n).padStart(32, '0')}`;
const PEOPLE = {
  agent: { workerSid: sid(1), identity: 'agent', roles: ['agent'] },
  sue: { workerSid: sid(2), identity: 'sue', roles: ['supervisor'] },
  sid: { workerSid: sid(3), identity: 'sid', roles: ['supervisor'] },
  ann: { workerSid: sid(4), identity: 'ann', roles: ['admin'] },
  bob: { workerSid: sid(5), identity: 'bob', roles: ['admin'] },
  auditor: { workerSid: sid(6), identity: 'auditor', roles: ['wfo.data_auditor'] },
} as const;
export type PersonName = keyof typeof PEOPLE;

type Reply =
  | { readonly ok: true; readonly value: never }
  | { readonly ok: false; readonly error: ServiceError };

/** The endpoint `catalog` on a Sync Service in memory: a wait moves the clock and returns at once. */
export const createFakeCatalogFunctions = (
  options: { readonly publishRoles?: readonly string[]; readonly isSetUp?: boolean } = {},
) => {
  const fake = createFakeSync();
  let now = 1_000_000_000_000;
  const clock = {
    now: () => now,
    wait: async (milliseconds: number) => {
      now += milliseconds;
    },
    random: () => 0.5,
  };
  const isSetUp = options.isSetUp ?? true;
  let configured: unknown = { version: 7 };
  /** An instance of the service; another one remembers nothing. */
  const instance = () =>
    catalogOperations({
      clock,
      sync: isSetUp ? fake.sync : null,
      mintToken: isSetUp
        ? (identity) => ({ token: `token of ${identity}`, expiresAt: now + 1 })
        : null,
      findName: (workerSid) =>
        Promise.resolve(
          workerSid === sid(5)
            ? null
            : `Name of ${Object.entries(PEOPLE).find(([, one]) => one.workerSid === workerSid)?.[0]}`,
        ),
      findUnpublished: createFindUnpublished(() =>
        Promise.resolve(ok({ workspaceSid: 'WS1', catalog: configured })),
      ),
      publishRoles: options.publishRoles ?? ['admin'],
      memory: {
        makeObjects: createMakeObjects(),
        shards: createShards(),
        granted: new Map(),
        names: new Map(),
      },
    });
  let operations = instance();
  let other = instance();
  const logged: unknown[] = [];
  const roles = new Map<PersonName, readonly string[]>();

  const callText = async (who: string, operation: string, input: string) => {
    const answer = await answerCall(
      { fields: { operation, Token: who, input }, origin: null },
      {
        operations,
        allowedOrigins: [],
        checkToken: async (token) =>
          Object.hasOwn(PEOPLE, token)
            ? ok({
                ...PEOPLE[token as PersonName],
                roles: roles.get(token as PersonName) ?? PEOPLE[token as PersonName].roles,
              })
            : fail('bad'),
        clock,
        budgetMs: CATALOG_BUDGET_MS,
        journal: {
          call: (facts) => logged.push(facts),
          incident: (told) => logged.push(told),
          bug: (error) => logged.push({ bug: (error as Error).stack }),
        },
      },
    );
    return { status: answer.status, ...(answer.body as Reply) };
  };
  const call = (who: string, operation: string, input: unknown = {}) =>
    callText(who, operation, JSON.stringify(input));

  /** The value, or the test ends here. */
  const get = async <T>(who: string, operation: string, input: unknown = {}): Promise<T> => {
    const answer = await call(who, operation, input);
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    return answer.value;
  };

  const upload = async (content: CatalogContent, who: PersonName = 'sue') => {
    const { manifest, shards } = shardContent(content);
    const all = [...shards].map(([hash, text]) => ({ hash, text }));
    for (let at = 0; at < all.length; at += CALL_LIMITS.upload) {
      await get(who, 'upload', { shards: all.slice(at, at + CALL_LIMITS.upload) });
    }
    return manifest;
  };
  const draft = async (
    content: CatalogContent,
    { revision = null as number | null, basedOn = 0 } = {},
    who: PersonName = 'sue',
  ) => {
    const manifest = await upload(content, who);
    return get<{ revision: number; manifest: string }>(who, 'saveDraft', {
      manifest,
      basedOn,
      revision,
    });
  };

  return {
    ...fake,
    call,
    callText,
    get,
    upload,
    draft,
    logged,
    findPublished: () => createFindPublished(fake.sync, createShards(), clock),
    shardMap,
    forward: (milliseconds: number) => {
      now += milliseconds;
    },
    now: () => now,
    setRoles: (who: PersonName, next: readonly string[]) => roles.set(who, next),
    goCold: () => {
      operations = instance();
    },
    /** Calls reach the other of two warm instances from now on. */
    switchInstance: () => {
      [operations, other] = [other, operations];
    },
    configure: (catalog: unknown) => {
      configured = catalog;
    },
    /** A version in force, from a content. */
    publish: async (content: CatalogContent, expects: number, note = 'A note') => {
      const { revision } = await draft(content, { basedOn: expects });
      return get<{ version: number; manifest: string }>('ann', 'publish', {
        revision,
        expects,
        note,
      });
    },
  };
};
