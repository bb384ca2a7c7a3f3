import { existsSync, readFileSync } from 'node:fs';
import {
  createServer,
  STATUS_CODES,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { basename, dirname, extname, join } from 'node:path';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { SandboxSettings } from '../control/api';
import type { CallLog } from '../edges/CallLog';
import type { Dispatcher } from '../edges/Dispatcher';
import { EVENT_BRIDGE } from '../edges/eventBridge';
import type { EdgeRequest } from '../edges/edge';
import type { OperationName } from '../edges/operations';
import { PLUGIN_PATH } from '../edges/pluginServiceRoutes';
import type { Faults } from '../faults/Faults';
import type { Outcome } from '../faults/underFault';
import type { Person } from '../people';
import { contentType } from '../server/contentTypes';
import { close, listen, readBody, send, sendJson } from '../server/http';
import { sendOutcome } from '../server/sendOutcome';
import type { Clock } from '../taskrouter/Clock';
import { FAR_END_PATH } from './farEndMessages';
import { contentSecurityPolicy, flexHtml } from './flexHtml';
import { pageSettings } from './pageSettings';
import { SCRIPTS_PATH, type ScriptStore } from './pageScripts';
import { rerouted } from './reroutePath';

/** The plugin and the files that it loads when it needs them. */
const PLUGIN_FILE = /^(debrief\/[\w.-]+\/)?[\w.-]+$/;

type AcceptSocket = (socket: WebSocket, person: Person, origin: string) => void;

/** Takes over a socket that the page opened to a Twilio host. */
export interface SocketEdge {
  /** What opening it is called. */
  readonly operation: OperationName;
  readonly host: RegExp;
  readonly accept: AcceptSocket;
}

export interface FlexServerParts {
  readonly person: Person;
  readonly dispatcher: Dispatcher;
  readonly faults: Faults;
  readonly calls: CallLog;
  readonly socketEdges: readonly SocketEdge[];
  readonly scripts: ScriptStore;
  readonly clock: Clock;
  readonly pluginFile: string;
  /** The Functions' origin. */
  readonly functions: string;
  settings(): SandboxSettings;
  readonly acceptFarEnd: AcceptSocket;
}

/** One person's origin: their Flex page and all of Twilio behind it. Flex keeps its login per origin. */
export class FlexServer {
  private readonly server: Server;
  private readonly sockets = new WebSocketServer({
    noServer: true,
    // Twilsock and the Voice SDK each offer one; a browser wants one of its own back.
    handleProtocols: (offered) => [...offered][0] ?? false,
  });
  private origin = '';

  constructor(private readonly parts: FlexServerParts) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        process.stderr.write(`sandbox: ${(error as Error).stack ?? String(error)}\n`);
        sendJson(response, 500, { code: 500, message: 'A bug of the sandbox: see its output' });
      });
    });
    this.server.on('upgrade', (request, socket, head) => this.upgrade(request, socket, head));
  }

  async start(port: number): Promise<string> {
    this.origin = await listen(this.server, port);
    return this.origin;
  }

  stop(): Promise<void> {
    for (const socket of this.sockets.clients) socket.terminate();
    return close(this.server);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const target = rerouted(url.pathname);
    if (target) return this.emulate(request, response, url, target);
    if (url.pathname.startsWith(PLUGIN_PATH)) return this.sendPluginFile(response, url.pathname);
    if (url.pathname.startsWith(SCRIPTS_PATH)) return this.sendScript(response, url.pathname);
    // Flex has its own routes below /, and each of them may be reloaded.
    if (extname(url.pathname) === '') return this.sendPage(response);
    send(response, 404, 'text/plain', 'Not found');
  }

  private async sendPage(response: ServerResponse): Promise<void> {
    const { person, scripts, clock, functions, settings } = this.parts;
    const html = flexHtml(
      `Flex: ${person.fullName}`,
      await scripts.scripts(),
      pageSettings(person, settings(), functions, clock.now()),
    );
    send(response, 200, 'text/html; charset=utf-8', html, {
      'content-security-policy': contentSecurityPolicy(functions),
    });
  }

  private sendScript(response: ServerResponse, pathname: string): void {
    const script = this.parts.scripts.read(basename(pathname));
    if (!script) return send(response, 404, 'text/plain', 'Not found');
    // The big bundle's name holds a hash; the small scripts' names don't.
    const cache = basename(pathname).startsWith('flex-')
      ? 'max-age=31536000, immutable'
      : 'no-store';
    send(response, 200, contentType(pathname), script, { 'cache-control': cache });
  }

  /** Read at each request, so that a rebuild is there at the next reload. */
  private sendPluginFile(response: ServerResponse, pathname: string): void {
    const { pluginFile } = this.parts;
    const name = pathname.slice(PLUGIN_PATH.length);
    const file = name === 'plugin-debrief.js' ? pluginFile : join(dirname(pluginFile), name);
    if (!PLUGIN_FILE.test(name) || !existsSync(file))
      return send(response, 404, 'text/plain', 'Not found');
    send(response, 200, contentType(file), readFileSync(file));
  }

  private async emulate(
    httpRequest: IncomingMessage,
    response: ServerResponse,
    url: URL,
    target: { host: string; path: string },
  ): Promise<void> {
    const request: EdgeRequest = {
      person: this.parts.person,
      origin: this.origin,
      host: target.host,
      method: httpRequest.method ?? 'GET',
      path: target.path,
      query: url.searchParams,
      headers: httpRequest.headers,
      body: await readBody(httpRequest),
    };
    const tunnelled = isEventBridgePost(request);
    const outcome = await this.parts.dispatcher.dispatch(tunnelled ? unwrap(request) : request);
    sendOutcome(response, tunnelled ? wrap(outcome) : outcome);
  }

  private upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', this.origin);
    const target = rerouted(url.pathname);
    const edge = target && this.parts.socketEdges.find(({ host }) => host.test(target.host));
    const accept = url.pathname === FAR_END_PATH ? this.parts.acceptFarEnd : edge?.accept;
    if (!accept) {
      this.parts.calls.record({
        person: this.parts.person.id,
        operation: 'unknown',
        method: 'WS',
        path: target ? target.host + target.path : url.pathname,
        status: 501,
        unknown: true,
      });
      return refuse(socket, 501);
    }
    const fault = edge ? this.parts.faults.takeForCall(edge.operation) : null;
    if (edge && fault) {
      this.parts.calls.record({
        person: this.parts.person.id,
        operation: edge.operation,
        method: 'WS',
        path: `${edge.operation}, ${fault.type}`,
        status: fault.type === 'status' ? fault.status : 0,
        unknown: false,
      });
      if (fault.type === 'status') return refuse(socket, fault.status);
      if (fault.type === 'dropped') socket.destroy();
      // Else it hangs.
      return;
    }
    this.sockets.handleUpgrade(request, socket, head, (webSocket) =>
      accept(webSocket, this.parts.person, this.origin),
    );
  }
}

const refuse = (socket: Duplex, status: number): void =>
  void socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-length: 0\r\n\r\n`);

const isEventBridgePost = ({ host, method, path }: EdgeRequest) =>
  /^event-bridge\./.test(host) && method === 'POST' && path === '/v1/wschannels';

/** The event bridge carries a request in its body: `{url, method, params, token}`. */
const unwrap = (request: EdgeRequest): EdgeRequest => {
  const { url, method, params } = JSON.parse(request.body) as {
    url: string;
    method: string;
    params?: unknown;
  };
  return {
    ...request,
    host: EVENT_BRIDGE,
    method,
    path: `/${url.replace(/^\//, '')}`,
    body: JSON.stringify(params ?? {}),
  };
};

/** What it answers stands in `payload`; an error stands as it is, and so does what is no JSON. */
const wrap = (outcome: Outcome): Outcome => {
  if (outcome.type !== 'answer') return outcome;
  const { answer } = outcome;
  const bare = answer.status >= 400 || answer.contentType !== undefined;
  return bare ? outcome : { type: 'answer', answer: { ...answer, body: { payload: answer.body } } };
};
