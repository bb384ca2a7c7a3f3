import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Dispatcher } from '../edges/Dispatcher';
import { rerouted } from '../page/reroutePath';
import { SERVER } from '../people';
import { close, listen, readBody, send, sendJson } from '../server/http';
import { sendOutcome } from '../server/sendOutcome';

/** Twilio's REST API for servers: `/emulator/<host>/<path>` stands for `https://<host>/<path>`. */
export class RestServer {
  private readonly server: Server;
  private origin = '';

  constructor(private readonly dispatcher: Dispatcher) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        process.stderr.write(`sandbox: ${(error as Error).stack ?? String(error)}\n`);
        sendJson(response, 500, { code: 500, message: 'A bug of the sandbox: see its output' });
      });
    });
  }

  async start(port: number): Promise<string> {
    this.origin = await listen(this.server, port);
    return this.origin;
  }

  stop(): Promise<void> {
    return close(this.server);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.origin);
    const target = rerouted(url.pathname);
    if (!target) return send(response, 404, 'text/plain', 'Twilio’s API is at /emulator/<host>/');
    const outcome = await this.dispatcher.dispatch({
      person: SERVER,
      origin: this.origin,
      host: target.host,
      method: request.method ?? 'GET',
      path: target.path,
      query: url.searchParams,
      headers: request.headers,
      body: await readBody(request),
    });
    sendOutcome(response, outcome);
  }
}
