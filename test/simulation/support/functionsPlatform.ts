import { saveOperation } from '../../../serverless/src/operations/save';
import { answerCall, type Service } from '../../../serverless/src/pipeline/answerCall';
import { createCatalogs } from '../../../serverless/src/save/catalogs';
import type { TaskRouter } from '../../../serverless/src/save/ports';
import { createThrottle } from '../../../serverless/src/save/throttle';
import type { Catalog } from '../../../src/core/catalog/types';
import { ok } from '../../../src/core/result';
import type { VirtualClock } from './VirtualClock';

/**
 * - `one-at-a-time`: an instance serves one request at a time and is kept; the one used last is taken first, and a new
 *   one starts when all are at work. How the platform that Twilio's runs on does it; nobody limits their number here.
 * - `one-for-all`: one process for every request, as with twilio-run.
 * - `forgetful`: a new instance for each request.
 */
export type Instances = 'one-at-a-time' | 'one-for-all' | 'forgetful';

/** A `fetch` that runs the service's own pipeline in this process, on instances as a platform has them. */
export const createFunctionsPlatform = (parts: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  readonly taskRouter: TaskRouter;
  readonly catalog: Catalog;
  readonly instances: Instances;
}) => {
  const { taskRouter, catalog, instances, random } = parts;
  const clock = { now: parts.clock.now, wait: parts.clock.wait, random };
  const between = (least: number, most: number) => clock.wait(least + (most - least) * random());

  const start = (): Service => {
    const catalogs = createCatalogs(async () => ok({ workspaceSid: 'WS1', catalog }), clock);
    const throttle = createThrottle(clock);
    const ports = { clock, catalogs, throttle, taskRouter: () => taskRouter };
    return {
      operations: new Map([['save', saveOperation(ports)]]),
      allowedOrigins: ['https://flex.twilio.com'],
      // A token is the worker's SID here; asking Twilio about it takes its time.
      checkToken: async (workerSid) => {
        await between(60, 120);
        return ok({ workerSid, identity: workerSid, roles: ['agent'] });
      },
      clock,
      journal: {
        call: () => undefined,
        bug: (error) => {
          throw error;
        },
      },
    };
  };
  const shared = start();
  const idle: Service[] = [];
  const take = (): Service => {
    if (instances === 'one-for-all') return shared;
    return (instances === 'one-at-a-time' ? idle.pop() : undefined) ?? start();
  };

  let requests = 0;
  const fetchFromPlatform = async (body: URLSearchParams) => {
    requests += 1;
    await between(40, 100);
    const service = take();
    const fields = Object.fromEntries(body);
    const answer = await answerCall({ fields, origin: 'https://flex.twilio.com' }, service);
    idle.push(service);
    await between(40, 100);
    return {
      status: answer.status,
      text: async () => JSON.stringify(answer.body),
      headers: new Headers(answer.headers),
    };
  };

  return {
    requests: () => requests,
    fetch: ((_: string, init: RequestInit) =>
      fetchFromPlatform(init.body as URLSearchParams)) as unknown as typeof fetch,
  };
};
