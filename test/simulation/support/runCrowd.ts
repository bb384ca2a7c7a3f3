import { createServerClock } from '../../../src/app/wrapUp/serverClock';
import { createFunctionsClient } from '../../../src/infra/functionsClient';
import { createFunctionsSaveService } from '../../../src/infra/functionsSaveService';
import { smallCatalog } from '../../support/smallCatalog';
import { createBusyTaskRouter, type Agent } from './busyTaskRouter';
import { endCall, type Ended } from './endCall';
import { createFunctionsPlatform, type Instances } from './functionsPlatform';
import { randomOf } from './randomOf';
import { VirtualClock } from './VirtualClock';

export interface Crowd {
  readonly agents: number;
  /** Calls of TaskRouter per second. */
  readonly limit: number;
  readonly seed: number;
  /** What a 429 says in Retry-After; null: nothing. */
  readonly retryAfterMs: number | null;
  /** Null: without Functions, over the page's SDK. */
  readonly instances: Instances | null;
}

export interface CrowdResult {
  readonly agents: readonly Ended[];
  /** Raw attributes by agent. */
  readonly texts: readonly string[];
  /** When the last one was through, in milliseconds after the first call could end. */
  readonly lastAt: number;
  readonly calls: number;
  readonly refused: number;
  readonly byKind: string;
  readonly requests: number;
}

const sid = (prefix: string, n: number) => prefix + n.toString(16).padStart(32, '0');
const sum = (counts: Readonly<Record<string, number>>) =>
  Object.values(counts).reduce((total, count) => total + count, 0);

export const runCrowd = async (crowd: Crowd): Promise<CrowdResult> => {
  const { agents, limit, seed, retryAfterMs, instances } = crowd;
  const clock = new VirtualClock();
  const random = randomOf(seed * 1_000_003);
  const router = createBusyTaskRouter({ clock, random, limit, retryAfterMs });
  const platform = instances
    ? createFunctionsPlatform({
        clock,
        random,
        instances,
        taskRouter: () => router.overRest,
        catalog: smallCatalog,
      })
    : null;

  const start = (n: number): Promise<Ended> => {
    const agent: Agent = {
      workerSid: sid('WK', n),
      taskSid: sid('WT', n),
      reservationSid: sid('WR', n),
    };
    router.addTask(agent, `{"call_sid":"CA${n}","conversations":{"conversation_id":"c${n}"}}`);
    const own = randomOf(seed * 1_000_003 + n + 1);
    const ownClock = { now: clock.now, wait: clock.wait, random: own };
    const service = platform
      ? createFunctionsSaveService({
          call: createFunctionsClient({
            url: 'https://debrief.twil.io',
            token: () => agent.workerSid,
            clock: ownClock,
            fetch: platform.fetch,
          }),
          clock: ownClock,
          taskSidOf: () => agent.taskSid,
          onUnavailable: (code) => {
            throw new Error(`the service is of no use: ${code}`);
          },
        })
      : null;
    const code = n % 2 === 0 ? 'sale' : 'no-sale';
    return endCall(agent.reservationSid, code, own() * 1_000, smallCatalog, {
      attributes: router.overSdk(agent),
      tabs: null,
      service,
      clock: ownClock,
      serverClock: createServerClock(),
    });
  };
  const numbers = Array.from({ length: agents }, (_, n) => n);
  const work = Promise.all(numbers.map(start));
  await clock.run(work);
  const ends = await work;
  const { taken, refused } = router.calls();
  return {
    agents: ends,
    texts: numbers.map((n) => router.textOf(sid('WT', n))),
    lastAt: Math.max(...ends.map(({ at }) => at)),
    calls: sum(taken) + sum(refused),
    refused: sum(refused),
    byKind: JSON.stringify({ taken, refused }),
    requests: platform?.requests() ?? 0,
  };
};
