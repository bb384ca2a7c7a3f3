import type { SandboxSettings } from '../control/api';
import { answer, jsonBody, type EdgeAnswer, type EdgeRequest, type Route } from '../edges/edge';
import { assertVersion } from '../edges/eventBridgeRoutes';
import { configuration, tokenInfo } from '../edges/flexApiRoutes';
import { PEOPLE } from '../people';
import { Refused } from '../Refused';
import type { SyncService } from '../sync/SyncService';
import type { Clock } from '../taskrouter/Clock';
import { assertJson } from '../taskrouter/rawAttributes';
import type { Task } from '../taskrouter/records';
import { ACCOUNT_SID } from '../taskrouter/seed';
import type { World } from '../taskrouter/World';
import { reservationRest, taskRest, workerRest } from './restWire';
import { syncRestRoutes } from './syncRestRoutes';

/** The password of the emulated account. */
export const AUTH_TOKEN = '0123456789abcdef0123456789abcdef';

/** The API key of the emulated account, which signs access tokens. Its secret may be used as a password too. */
export const API_KEY: Readonly<Record<'sid' | 'secret', string>> = {
  sid: `SK${'1'.padStart(32, '0')}`,
  secret: 'sandboxsandboxsandboxsandbox1234',
};

const basic = (user: string, password: string) =>
  `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;

const CREDENTIALS: readonly (string | undefined)[] = [
  basic(ACCOUNT_SID, AUTH_TOKEN),
  basic(API_KEY.sid, API_KEY.secret),
];

const TASKROUTER = /^taskrouter\.twilio\.com$/;
const FLEX_API = /^flex-api\.twilio\.com$/;
const IAM = /^iam\.twilio\.com$/;

/** 20003 is Twilio's documented code for wrong credentials. */
const behindCredentials = (route: Route): Route => ({
  ...route,
  handle: (request, ...groups) => {
    if (!CREDENTIALS.includes(request.headers.authorization)) {
      throw new Refused(401, 20003, 'Authenticate');
    }
    return route.handle(request, ...groups);
  },
});

/** Attributes as they were sent, byte for byte: JSON text, as TaskRouter asks for. */
const attributesIn = ({ body }: EdgeRequest): string => {
  const params = new URLSearchParams(body);
  const raw = params.get('Attributes');
  if (raw === null || [...params.keys()].length !== 1) {
    throw new Refused(400, 20001, 'Over REST the sandbox changes attributes, and nothing else');
  }
  assertJson(raw, 'Attributes');
  return raw;
};

export interface RestParts {
  readonly world: World;
  readonly sync: SyncService;
  readonly clock: Clock;
  settings(): SandboxSettings;
  functionsUrl(): string;
}

/** Twilio's REST API as far as the Functions and other writers use it. */
export const restRoutes = ({ world, sync, clock, settings, functionsUrl }: RestParts): Route[] => {
  const task = (record: Task): EdgeAnswer => ({
    ...answer(taskRest(record, clock.now())),
    headers: { etag: `"${record.version}"` },
  });

  const routes: Route[] = [
    {
      operation: 'api.configuration.fetch',
      host: FLEX_API,
      method: 'GET',
      path: /^\/v1\/Configuration$/,
      handle: ({ origin }) =>
        answer(configuration(settings(), functionsUrl(), origin, clock.now())),
    },
    {
      operation: 'api.task.fetch',
      host: TASKROUTER,
      method: 'GET',
      path: /^\/v1\/Workspaces\/WS\w+\/Tasks\/(WT\w+)$/,
      handle: (_, sid = '') => task(world.task(sid)),
    },
    {
      operation: 'api.task.update',
      host: TASKROUTER,
      method: 'POST',
      path: /^\/v1\/Workspaces\/WS\w+\/Tasks\/(WT\w+)$/,
      handle: (request, sid = '') => {
        assertVersion(request, `Task ${sid}`, world.task(sid).version);
        return task(world.setTaskAttributes(sid, attributesIn(request)));
      },
    },
    {
      operation: 'api.reservation.list',
      host: TASKROUTER,
      method: 'GET',
      path: /^\/v1\/Workspaces\/WS\w+\/Tasks\/(WT\w+)\/Reservations$/,
      handle: (_, sid = '') => {
        const { sid: taskSid } = world.task(sid);
        return answer({
          reservations: world
            .reservationsOfTask(taskSid)
            .map((r) => reservationRest(r, world.worker(r.workerSid).name)),
          meta: { key: 'reservations', next_page_url: null },
        });
      },
    },
    {
      operation: 'api.worker.fetch',
      host: TASKROUTER,
      method: 'GET',
      path: /^\/v1\/Workspaces\/WS\w+\/Workers\/(WK\w+)$/,
      handle: (_, sid = '') => {
        const worker = world.worker(sid);
        return {
          ...answer(workerRest(worker)),
          headers: { etag: `"${worker.version}"` },
        };
      },
    },
    {
      operation: 'token.validate',
      host: IAM,
      method: 'POST',
      path: /^\/v1\/Accounts\/AC\w+\/Tokens\/validate$/,
      handle: (request) => {
        const { token } = jsonBody(request);
        const person = Object.values(PEOPLE).find((one) => one.token === token);
        const expired = person && settings().expiredTokens.some((id) => id === person.id);
        return person && !expired
          ? answer(tokenInfo(person, clock.now()))
          : answer({
              valid: false,
              code: 1,
              message: expired ? 'Token expired' : 'Token not valid',
            });
      },
    },
    ...syncRestRoutes(sync, clock),
  ];
  return routes.map(behindCredentials);
};
