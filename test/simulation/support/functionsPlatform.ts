import { pingOperation } from '../../../serverless/src/operations/ping';
import type { Operation } from '../../../serverless/src/pipeline/operation';
import { saveOperation } from '../../../serverless/src/operations/save';
import { answerCall, type Service } from '../../../serverless/src/pipeline/answerCall';
import { createCatalogs, type FindPublished } from '../../../serverless/src/save/catalogs';
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

interface Instance {
  readonly service: Service;
  /** Whose request it serves; known where it serves one at a time. */
  token: string;
}

/**
 * A `fetch` that runs the service's own pipeline in this process, on instances as a platform has them. A token is the
 * worker's SID here, and whatever follows a slash.
 */
export const createFunctionsPlatform = (parts: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  /** By the token of the request that it is for. */
  readonly taskRouter: (token: string) => TaskRouter;
  readonly catalog: Catalog;
  readonly findPublished?: FindPublished;
  readonly instances: Instances;
}) => {
  const { taskRouter, catalog, findPublished, instances, random } = parts;
  const clock = { now: parts.clock.now, wait: parts.clock.wait, random };
  const between = (least: number, most: number) => clock.wait(least + (most - least) * random());

  const start = (): Instance => {
    const catalogs = createCatalogs(
      async () => ok({ workspaceSid: 'WS1', catalog }),
      clock,
      findPublished,
    );
    const throttle = createThrottle(clock);
    const ports = { clock, catalogs, throttle, taskRouter: () => taskRouter(instance.token) };
    const service: Service = {
      operations: new Map<string, Operation>([
        ['save', saveOperation(ports)],
        ['ping', pingOperation()],
      ]),
      allowedOrigins: ['https://flex.twilio.com'],
      // Asking Twilio about it takes its time.
      checkToken: async (token) => {
        const [workerSid = ''] = token.split('/');
        await between(60, 120);
        return ok({ workerSid, identity: workerSid, roles: ['agent'] });
      },
      clock,
      journal: {
        call: () => undefined,
        incident: () => undefined,
        bug: (error) => {
          throw error;
        },
      },
    };
    const instance: Instance = { service, token: '' };
    return instance;
  };
  const shared = start();
  const idle: Instance[] = [];
  const take = (): Instance => {
    if (instances === 'one-for-all') return shared;
    return (instances === 'one-at-a-time' ? idle.pop() : undefined) ?? start();
  };

  let requests = 0;
  const fetchFromPlatform = async (body: URLSearchParams) => {
    requests += 1;
    await between(40, 100);
    const instance = take();
    instance.token = body.get('Token') ?? '';
    const fields = Object.fromEntries(body);
    const answer = await answerCall(
      { fields, origin: 'https://flex.twilio.com' },
      instance.service,
    );
    idle.push(instance);
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
