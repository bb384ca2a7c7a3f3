import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { CallLog } from '../edges/CallLog';
import type { EdgeAnswer } from '../edges/edge';
import type { Delays } from '../faults/Delays';
import type { Faults } from '../faults/Faults';
import { underFault } from '../faults/underFault';
import { SERVER } from '../people';
import { close, listen, readBody, send } from '../server/http';
import { sendOutcome } from '../server/sendOutcome';
import type { TwilioRun } from './TwilioRun';

/** What Twilio's platform allows (documented); what it answers beyond that is assumed. */
const REQUEST_LIMIT = 1024 * 1024;
const ANSWER_LIMIT = 4 * 1024 * 1024;
const TIME_LIMIT_MS = 10_000;

/** The platform answers OPTIONS itself, always so (documented; the list as in @twilio/runtime-handler 2.1.0). */
const OPTIONS_HEADERS = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers':
    'Accept, Authorization, Content-Type, If-Match, If-Modified-Since, If-None-Match, If-Unmodified-Since, User-Agent',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-expose-headers': 'ETag',
  'access-control-max-age': '86400',
  'access-control-allow-credentials': 'true',
};

/** Headers of one connection, which mean nothing on the next. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'host', 'content-length'];

const pathOf = (request: IncomingMessage): string =>
  new URL(request.url ?? '/', 'http://functions').pathname;

/**
 * A Function's path has no extension. Assets come without headers for pages of other origins: Twilio sends those with
 * OPTIONS only (its maintainers, twilio-labs/serverless-toolkit#141), so scripts load and `fetch` does not.
 */
const isAsset = (request: IncomingMessage): boolean =>
  request.method === 'GET' && extname(pathOf(request)) !== '';

const operationOf = (request: IncomingMessage) => {
  if (isAsset(request)) return 'functions.asset';
  return pathOf(request) === '/catalog' ? 'functions.catalog' : 'functions.call';
};

const platformPage = (status: number, title: string): EdgeAnswer => ({
  status,
  contentType: 'text/html; charset=utf-8',
  body: `<!doctype html><title>${title}</title><h1>${status} ${title}</h1>`,
});

export interface FunctionsGatewayParts {
  readonly twilioRun: TwilioRun;
  readonly faults: Faults;
  readonly delays: Delays;
  readonly calls: CallLog;
}

/** The Functions' own origin, with the limits of Twilio's platform in front of twilio-run, which has none of them. */
export class FunctionsGateway {
  private readonly server: Server;
  private readonly underWay = new Set<Promise<unknown>>();

  constructor(private readonly parts: FunctionsGatewayParts) {
    this.server = createServer((request, response) => {
      this.handle(request, response).catch((error: unknown) => {
        process.stderr.write(`sandbox: ${(error as Error).stack ?? String(error)}\n`);
        send(response, 500, 'text/plain', 'A bug of the sandbox: see its output');
      });
    });
  }

  start(port: number): Promise<string> {
    return listen(this.server, port);
  }

  stop(): Promise<void> {
    return close(this.server);
  }

  /** Resolves when no Function works on anything any more. */
  async quiet(): Promise<void> {
    await Promise.allSettled(this.underWay);
  }

  private async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const { faults, delays, calls } = this.parts;
    const operation = operationOf(request);
    const outcome =
      request.method === 'OPTIONS'
        ? ({ type: 'answer', answer: OPTIONS } as const)
        : await underFault({
            fault: faults.takeForCall(operation),
            delays,
            interfere: () => undefined,
            work: () => this.working(this.answer(request, body)),
          });
    calls.record({
      person: SERVER.id,
      operation,
      method: request.method ?? 'GET',
      path: pathOf(request),
      status: outcome.type === 'answer' ? outcome.answer.status : 0,
      unknown: false,
    });
    sendOutcome(response, outcome);
  }

  private working<T>(work: Promise<T>): Promise<T> {
    this.underWay.add(work);
    const over = (): boolean => this.underWay.delete(work);
    work.then(over, over);
    return work;
  }

  private async answer(request: IncomingMessage, body: string): Promise<EdgeAnswer> {
    if (request.method !== 'GET' && request.method !== 'POST') {
      return platformPage(405, 'Method Not Allowed');
    }
    const headers = request.rawHeaders.join('').length;
    if (headers + Buffer.byteLength(body) > REQUEST_LIMIT) {
      return platformPage(413, 'Request Entity Too Large');
    }
    const address = await this.parts.twilioRun.address();
    const forwarded = Object.entries(request.headers).flatMap(([name, value]) =>
      HOP_BY_HOP.includes(name) || value === undefined ? [] : [[name, String(value)]],
    ) as [string, string][];
    try {
      const reply = await fetch(`${address}${request.url ?? '/'}`, {
        method: request.method,
        headers: forwarded,
        ...(request.method === 'POST' ? { body } : {}),
        signal: AbortSignal.timeout(TIME_LIMIT_MS),
      });
      const answered = Buffer.from(await reply.arrayBuffer());
      if (!isAsset(request) && answered.length > ANSWER_LIMIT)
        return platformPage(502, 'Bad Gateway');
      return {
        status: reply.status,
        contentType: reply.headers.get('content-type') ?? 'text/plain',
        headers: Object.fromEntries(
          [...reply.headers].filter(([name]) => !HOP_BY_HOP.includes(name)),
        ),
        body: answered,
      };
    } catch (error) {
      if ((error as Error).name === 'TimeoutError') return platformPage(504, 'Gateway Timeout');
      throw error;
    }
  }
}

const OPTIONS: EdgeAnswer = {
  status: 204,
  contentType: 'text/plain; charset=UTF-8',
  headers: OPTIONS_HEADERS,
  body: '',
};
