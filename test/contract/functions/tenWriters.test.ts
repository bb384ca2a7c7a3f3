import fc, { type Scheduler } from 'fast-check';
import type { Route } from '../../../sandbox/edges/edge';
import { PEOPLE, SERVER } from '../../../sandbox/people';
import { AUTH_TOKEN, restRoutes } from '../../../sandbox/rest/restRoutes';
import { Refused } from '../../../sandbox/Refused';
import { Settings } from '../../../sandbox/control/Settings';
import { startSandbox } from '../../../sandbox/startSandbox';
import { SyncService } from '../../../sandbox/sync/SyncService';
import { Clock } from '../../../sandbox/taskrouter/Clock';
import { ACCOUNT_SID, WORKSPACE_SID } from '../../../sandbox/taskrouter/seed';
import { World } from '../../../sandbox/taskrouter/World';
import { createBudget } from '../../../serverless/src/budget';
import { createCatalogs } from '../../../serverless/src/save/catalogs';
import { saveAnswers } from '../../../serverless/src/save/saveAnswers';
import { createThrottle } from '../../../serverless/src/save/throttle';
import { restCalls } from '../../../serverless/src/twilio/restCall';
import { twilioTaskRouter } from '../../../serverless/src/twilio/twilioTaskRouter';
import { ok } from '../../../src/core/result';
import type { SaveRequest } from '../../../src/core/service/saveRequest';
import { functionsClient } from '../../support/functionsClient';
import { smallCatalog } from '../../support/smallCatalog';
import { noFacts } from '../../support/facts';

/**
 * Nine foreign writers, each with a key of its own, and one of ours write on one task at once. Each reads, changes and
 * writes with If-Match until it gets through, as other programs should.
 */
const FOREIGN = 9;

interface RestReply {
  readonly status: number;
  readonly etag: string;
  readonly attributes: string;
}

interface Writers {
  readonly get: () => Promise<RestReply>;
  readonly post: (attributes: string, ifMatch: string) => Promise<RestReply>;
  /** Answers whether it got through. */
  readonly save: (answers: SaveRequest['answers']) => Promise<boolean>;
}

const keyOf = (writer: number) => (writer % 3 === 0 ? 'conversations' : `writer_${writer}`);

const withTheirs = (raw: string, writer: number, round: number): string => {
  const attributes = JSON.parse(raw) as Record<string, unknown>;
  const key = keyOf(writer);
  if (key !== 'conversations') return JSON.stringify({ ...attributes, [key]: round });
  const conversations = { ...(attributes[key] as object | undefined), [`theirs_${writer}`]: round };
  return JSON.stringify({ ...attributes, conversations });
};

const writeForeign = async ({ get, post }: Writers, writer: number, round: number) => {
  for (;;) {
    const { etag, attributes } = await get();
    if ((await post(withTheirs(attributes, writer, round), etag)).status === 200) return;
  }
};

const answersOf = (round: number): SaveRequest['answers'] => ({
  outcome: {
    value: round % 7 === 0 ? null : { kind: 'choice', code: round % 2 ? 'sale' : 'no-sale' },
    origin: 'agent',
  },
  note: { value: { kind: 'text', text: `round ${round}` }, origin: 'agent' },
});

const saveOurs = async ({ save }: Writers, round: number) => {
  while (!(await save(answersOf(round))));
};

const runRound = async (writers: Writers, round: number): Promise<void> => {
  const foreign = Array.from({ length: FOREIGN }, (_, n) => writeForeign(writers, n, round));
  await Promise.all([...foreign, saveOurs(writers, round)]);
};

/** What has to be on the task after the round, by hand. */
const expected = (start: object, round: number) => ({
  ...start,
  writer_1: round,
  writer_2: round,
  writer_4: round,
  writer_5: round,
  writer_7: round,
  writer_8: round,
  conversations: {
    theirs_0: round,
    theirs_3: round,
    theirs_6: round,
    ...(round % 7 === 0 ? {} : { outcome: round % 2 ? 'Sale' : 'No sale' }),
    case: `round ${round}`,
  },
});

const authorization = `Basic ${Buffer.from(`${ACCOUNT_SID}:${AUTH_TOKEN}`).toString('base64')}`;

/** The emulated REST API without sockets: each call waits until the scheduler lets it happen. */
const schedulable = (world: World, clock: Clock) => {
  const settings = new Settings();
  const routes: readonly Route[] = restRoutes({
    world,
    sync: new SyncService(clock, () => ({ acl: true, clientsCreate: false })),
    clock,
    settings: () => settings.get(),
    functionsUrl: () => '',
  });
  const handle = (method: string, uri: string, body: string, headers: Record<string, string>) => {
    const { host, pathname, searchParams } = new URL(uri);
    const route = routes.find(
      (one) => one.method === method && one.host.test(host) && one.path.test(pathname),
    )!;
    const request = {
      person: SERVER,
      origin: '',
      host,
      method,
      path: pathname,
      query: searchParams,
      headers: { authorization, ...headers },
      body,
    };
    try {
      const answer = route.handle(request, ...route.path.exec(pathname)!.slice(1));
      return { statusCode: answer.status, body: answer.body, headers: answer.headers ?? {} };
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      return { statusCode: error.status, body: {}, headers: {} };
    }
  };
  return { handle };
};

it('ten writers, 1 000 rounds in every order: no foreign key is lost, ours is as last saved', async () => {
  const clock = new Clock();
  const world = new World(clock);
  const { handle } = schedulable(world, clock);
  const { task, reservation } = world.createTask({ channel: 'custom1', direction: 'inbound' });
  world.acceptReservation(reservation.sid);
  const start = JSON.parse(task.attributes) as object;
  const uri = `https://taskrouter.twilio.com/v1/Workspaces/${WORKSPACE_SID}/Tasks/${task.sid}`;

  const writersFor = (scheduler: Scheduler): Writers => {
    const call = async (
      method: string,
      address: string,
      body = '',
      headers: Record<string, string> = {},
    ) => {
      await scheduler.schedule(Promise.resolve());
      return handle(method, address, body, headers);
    };
    const rest = async (...args: Parameters<typeof call>): Promise<RestReply> => {
      const reply = await call(...args);
      const { attributes } = reply.body as { attributes: string };
      return { status: reply.statusCode, etag: reply.headers['etag'] ?? '', attributes };
    };
    // Twilio's client in name only: what is called, and how, is the adapter's own.
    const request = async (options: {
      method: string;
      uri: string;
      data?: Record<string, string>;
      headers?: Record<string, string>;
    }) => {
      const headers = Object.fromEntries(
        Object.entries(options.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
      );
      const body = options.data ? new URLSearchParams(options.data).toString() : '';
      return call(options.method.toUpperCase(), options.uri, body, headers);
    };
    const calls = restCalls({ getTwilioClient: () => ({ request }) as never });
    const still = { now: () => 0, wait: () => Promise.resolve(), random: () => 0.5 };
    const catalogs = createCatalogs(
      () => Promise.resolve(ok({ workspaceSid: WORKSPACE_SID, catalog: smallCatalog })),
      still,
    );
    return {
      get: () => rest('GET', uri),
      post: (attributes, ifMatch) =>
        rest('POST', uri, new URLSearchParams({ Attributes: attributes }).toString(), {
          'if-match': ifMatch,
        }),
      save: async (answers) => {
        const saved = await saveAnswers(
          {
            request: {
              taskSid: task.sid,
              reservationSid: reservation.sid,
              purpose: 'complete',
              catalogVersion: 7,
              formId: 'service',
              answers,
              saved: [],
              facts: noFacts,
              transferred: false,
            },
            workerSid: PEOPLE.agent1.workerSid,
            budget: createBudget(still),
          },
          {
            clock: still,
            catalogs,
            throttle: createThrottle(still),
            taskRouter: (workspace) => twilioTaskRouter(calls, workspace),
          },
        );
        if (!saved.ok) expect(saved.error.code).toBe('conflict');
        return saved.ok;
      },
    };
  };

  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.scheduler(), async (scheduler) => {
      round += 1;
      await scheduler.waitFor(runRound(writersFor(scheduler), round));
      expect(JSON.parse(world.task(task.sid).attributes)).toEqual(expected(start, round));
    }),
    // One task for all rounds: a failed round cannot be run again as it was.
    { numRuns: 1000, endOnFailure: true },
  );
  expect(round).toBe(1000);
}, 120_000);

it('ten writers over HTTP, 50 rounds under twilio-run', async () => {
  const sandbox = await startSandbox({ port: 0 });
  const client = functionsClient(sandbox.addresses);
  await client.reset();
  const { taskSid, save, task } = await client.newLeg();
  const start = JSON.parse((await task()).attributes) as object;
  const uri = `${sandbox.addresses.rest}/emulator/taskrouter.twilio.com/v1/Workspaces/${WORKSPACE_SID}/Tasks/${taskSid}`;
  const rest = async (init: RequestInit): Promise<RestReply> => {
    const reply = await fetch(uri, {
      ...init,
      headers: { authorization, ...(init.headers as Record<string, string>) },
    });
    const { attributes } = (await reply.json()) as { attributes: string };
    return { status: reply.status, etag: reply.headers.get('etag') ?? '', attributes };
  };
  const writers: Writers = {
    get: () => rest({}),
    post: (attributes, ifMatch) =>
      rest({
        method: 'POST',
        body: new URLSearchParams({ Attributes: attributes }),
        headers: { 'if-match': ifMatch },
      }),
    save: async (answers) => {
      const { status, body } = await save({ answers });
      if (status !== 200) expect(body).toMatchObject({ error: { code: 'conflict' } });
      return status === 200;
    },
  };
  for (let round = 1; round <= 50; round += 1) {
    await runRound(writers, round);
    expect(JSON.parse((await task()).attributes)).toEqual(expected(start, round));
  }
  await sandbox.stop();
}, 120_000);
