import { catalogOperations } from '../../serverless/src/catalog/catalogOperations';
import { createMakeObjects } from '../../serverless/src/catalog/objects';
import { createShards } from '../../serverless/src/catalog/shards';
import { answerCall, type Service } from '../../serverless/src/pipeline/answerCall';
import type { Clock } from '../../src/app/ports';
import { ok } from '../../src/core/result';
import { createFakeSync, RATE_LIMITED } from '../../test/support/fakeSync';

/** What one of the Sync Service's calls was about. */
export interface SyncCall {
  /** E.g. `readItem debrief.shards.3`. */
  readonly name: string;
  readonly at: number;
  readonly refused: boolean;
}

/** What answers 429 above it. */
interface Limits {
  /** Requests that the platform works on at once. */
  readonly atOnce: number;
  /** Reads and writes a second, each, of one object of Sync. */
  readonly perObject: number;
}

export interface Bytes {
  up: number;
  down: number;
  calls: number;
}

export const objectOf = ({ name }: Pick<SyncCall, 'name'>): string => name.split(' ')[1] ?? name;
export const isRead = ({ name }: Pick<SyncCall, 'name'>): boolean => /^(read|list)/.test(name);

/** No time passes between a question and its answer, nor in the service. */
const AT_ONCE = () => Promise.resolve();

/**
 * The Functions' endpoint `catalog` in this process on a Sync Service in memory: an instance serves one request at a time
 * and is kept, the one used last is taken first, and a new one starts when all are at work. A token is the role of who
 * asks. `between` lets time pass on the way, in the service and in Sync.
 */
export const createCatalogPlatform = (
  clock: Clock,
  between: (least: number, most: number) => Promise<unknown> = AT_ONCE,
) => {
  const { sync: memory, setFate, document } = createFakeSync();
  const syncCalls: SyncCall[] = [];
  let limits: Limits = { atOnce: Infinity, perObject: Infinity };
  setFate((name) => {
    const at = clock.now();
    const same = (call: SyncCall) => objectOf(call) === objectOf({ name });
    const lately = syncCalls.filter(
      (call) =>
        !call.refused && at - call.at < 1_000 && same(call) && isRead(call) === isRead({ name }),
    );
    const refused = lately.length >= limits.perObject;
    syncCalls.push({ name, at, refused });
    return refused ? { refused: RATE_LIMITED, done: false } : null;
  });
  const sync = new Proxy(memory, {
    get: (target, key: keyof typeof memory) => {
      const call = target[key] as (...given: unknown[]) => Promise<unknown>;
      return async (...given: unknown[]) => {
        await between(10, 40);
        const answer = await call(...given);
        await between(10, 40);
        return answer;
      };
    },
  });

  const start = (): Service => ({
    operations: catalogOperations({
      clock,
      sync,
      mintToken: () => ({ token: 'token', expiresAt: clock.now() + 3_600_000 }),
      findName: () => Promise.resolve('Name'),
      findUnpublished: () => Promise.resolve(ok({ version: 0, content: null })),
      publishRoles: ['admin'],
      memory: {
        makeObjects: createMakeObjects(),
        shards: createShards(),
        granted: new Map(),
        names: new Map(),
      },
    }),
    allowedOrigins: [],
    checkToken: async (role) => {
      await between(60, 120);
      return ok({ workerSid: `WK${'0'.repeat(32)}`, identity: role, roles: [role] });
    },
    clock,
    journal: {
      call: () => undefined,
      incident: () => undefined,
      bug: (error) => {
        throw error;
      },
    },
  });

  const idle: Service[] = [];
  let busy = 0;
  /** A `fetch` whose traffic is counted in `bytes`. */
  const fetchInto = (bytes: Bytes): typeof fetch =>
    (async (_: string, { body }: { readonly body: URLSearchParams }) => {
      bytes.calls += 1;
      bytes.up += body.toString().length;
      await between(40, 100);
      if (busy >= limits.atOnce) {
        await between(40, 100);
        return { status: 429, text: () => Promise.resolve(''), headers: new Headers() };
      }
      busy += 1;
      const service = idle.pop() ?? start();
      const fields = Object.fromEntries(body);
      const answer = await answerCall({ fields, origin: null }, { ...service, budgetMs: 8_000 });
      idle.push(service);
      busy -= 1;
      await between(40, 100);
      const text = JSON.stringify(answer.body);
      bytes.down += Buffer.byteLength(text);
      return {
        status: answer.status,
        text: () => Promise.resolve(text),
        headers: new Headers(answer.headers),
      };
    }) as unknown as typeof fetch;

  return {
    fetchInto,
    syncCalls,
    /** What Sync pushes to all who follow the pointer. */
    pointer: () => document('debrief.pointer'),
    limitTo: (wanted: Limits) => {
      limits = wanted;
    },
  };
};
