import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { Refused } from '../Refused';
import { close, listen, readBody, send, sendJson } from '../server/http';
import { consolePage, type ConsolePage } from '../console/consolePage';
import { SCENARIOS } from '../console/scenarios';
import type { Changes } from './Changes';
import { type Control, parseBody } from './Control';
import type { Addresses } from './api';

type Body = ReturnType<typeof parseBody>;

interface Endpoint {
  readonly method: 'GET' | 'POST';
  readonly path: RegExp;
  handle(control: Control, body: Body, ...groups: string[]): unknown;
}

type EndTask = Parameters<Control['endTask']>[1];
type EndReservation = Parameters<Control['endReservation']>[1];

/** The operator's HTTP interface; api.ts describes it. */
const endpoints = (reads: {
  ledger(): unknown;
  calls(): unknown;
  functionsLog(): unknown;
}): readonly Endpoint[] => [
  { method: 'GET', path: /^\/api\/state$/, handle: (control) => control.state() },
  { method: 'GET', path: /^\/api\/sync$/, handle: (control) => control.syncState() },
  { method: 'GET', path: /^\/api\/ledger$/, handle: () => reads.ledger() },
  { method: 'GET', path: /^\/api\/calls$/, handle: () => reads.calls() },
  { method: 'GET', path: /^\/api\/functions\/log$/, handle: () => reads.functionsLog() },
  { method: 'GET', path: /^\/api\/scenarios$/, handle: () => SCENARIOS },
  { method: 'POST', path: /^\/api\/tasks$/, handle: (control, body) => control.createTask(body) },
  {
    method: 'POST',
    path: /^\/api\/tasks\/(\w+)\/hang-up$/,
    handle: (control, _, sid = '') => control.hangUp(sid),
  },
  {
    method: 'POST',
    path: /^\/api\/tasks\/(\w+)\/say$/,
    handle: (control, body, sid = '') => control.say(sid, body),
  },
  {
    method: 'POST',
    path: /^\/api\/tasks\/(\w+)\/attributes$/,
    handle: (control, body, sid = '') => control.setAttributes(sid, body),
  },
  {
    method: 'POST',
    path: /^\/api\/tasks\/(\w+)\/(wrap-up|complete|cancel)$/,
    handle: (control, body, sid = '', how = '') => control.endTask(sid, how as EndTask, body),
  },
  {
    method: 'POST',
    path: /^\/api\/reservations\/(\w+)\/(timeout|rescind|reject|cancel)$/,
    handle: (control, _, sid = '', how = '') => control.endReservation(sid, how as EndReservation),
  },
  { method: 'POST', path: /^\/api\/faults$/, handle: (control, body) => control.orderFault(body) },
  {
    method: 'POST',
    path: /^\/api\/tasks\/(\w+)\/other-writer$/,
    handle: (control, body, sid = '') => control.writeAsOther(sid, body),
  },
  {
    method: 'POST',
    path: /^\/api\/faults\/([\w-]+)\/off$/,
    handle: (control, _, id = '') => control.switchOffFault(id),
  },
  {
    method: 'POST',
    path: /^\/api\/events\/drop$/,
    handle: (control, body) => control.dropEventSockets(body),
  },
  {
    method: 'POST',
    path: /^\/api\/sync\/drop$/,
    handle: (control) => control.dropSyncClients(),
  },
  {
    method: 'POST',
    path: /^\/api\/rate-limit$/,
    handle: (control, body) => control.changeRateLimits(body),
  },
  { method: 'POST', path: /^\/api\/faults\/clear$/, handle: (control) => control.clearFaults() },
  { method: 'POST', path: /^\/api\/clock$/, handle: (control, body) => control.forwardClock(body) },
  {
    method: 'POST',
    path: /^\/api\/settings$/,
    handle: (control, body) => control.changeSettings(body),
  },
  { method: 'POST', path: /^\/api\/reset$/, handle: (control) => control.reset() },
];

export interface ControlServerParts {
  readonly control: Control;
  readonly changes: Changes;
  addresses(): Addresses;
  ledger(): unknown;
  calls(): unknown;
  functionsLog(): unknown;
}

/** The console's origin: its page, and the control API under /api. */
export class ControlServer {
  private readonly server: Server;
  private readonly endpoints: readonly Endpoint[];
  private page: Promise<ConsolePage> | null = null;

  constructor(private readonly parts: ControlServerParts) {
    this.endpoints = endpoints(parts);
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        if (error instanceof Refused) {
          return sendJson(response, error.status, { code: error.code, message: error.message });
        }
        process.stderr.write(`sandbox: ${(error as Error).stack ?? String(error)}\n`);
        sendJson(response, 500, { code: 500, message: 'A bug of the sandbox: see its output' });
      });
    });
  }

  start(port: number): Promise<string> {
    return listen(this.server, port);
  }

  stop(): Promise<void> {
    return close(this.server);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (!pathname.startsWith('/api/')) return this.sendPage(response, pathname);
    if (request.method === 'GET' && pathname === '/api/changes') {
      return this.parts.changes.subscribe(response);
    }
    const body = await readBody(request);
    for (const endpoint of this.endpoints) {
      const match = endpoint.method === request.method && endpoint.path.exec(pathname);
      if (!match) continue;
      const { control, changes } = this.parts;
      const result = await endpoint.handle(control, parseBody(body), ...match.slice(1));
      if (request.method === 'POST') changes.changed();
      return sendJson(response, 200, result ?? {});
    }
    throw new Refused(
      404,
      404,
      `There is no ${request.method} ${pathname}; sandbox/control/api.ts lists what there is`,
    );
  }

  /** Bundled at the first look at it, so that a test without a browser does not wait for it. */
  private async sendPage(response: ServerResponse, pathname: string): Promise<void> {
    this.page ??= consolePage(this.parts.addresses());
    const { html, script } = await this.page;
    if (pathname === '/') return send(response, 200, 'text/html; charset=utf-8', html);
    if (pathname === '/console.js') {
      return send(response, 200, 'text/javascript; charset=utf-8', script);
    }
    send(response, 404, 'text/plain', 'Not found');
  }
}
