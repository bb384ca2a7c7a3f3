import type { IncomingHttpHeaders } from 'node:http';
import type { Caller } from '../people';
import { Refused } from '../Refused';
import type { OperationName } from './operations';
import type { SyncSession } from '../sync/SyncSessions';
import type { SyncEvent } from './sync/SyncEvents';

/** One call of Twilio, whichever way it travelled: HTTP, the event bridge or twilsock. */
export interface EdgeRequest {
  readonly person: Caller;
  /** The page's own address, e.g. `http://localhost:4601`. */
  readonly origin: string;
  /** The Twilio host that was called. */
  readonly host: string;
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** Sends a Sync event back over the socket the request came by; only there on twilsock. */
  readonly pushSync?: (event: SyncEvent) => void;
  /** The client of the product's own Sync Service that asks; null on all other ways. */
  readonly syncSession?: SyncSession | null;
}

export interface EdgeAnswer {
  readonly status: number;
  /** Sent as JSON, unless `contentType` says what else it is. */
  readonly body: unknown;
  readonly contentType?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** One emulated operation: what it answers to, and how. */
export interface Route {
  readonly operation: OperationName;
  readonly host: RegExp;
  readonly method: string;
  /** Groups are handed to `handle`. */
  readonly path: RegExp;
  handle(request: EdgeRequest, ...groups: string[]): EdgeAnswer;
}

export const answer = (body: unknown): EdgeAnswer => ({ status: 200, body });

export const jsonBody = (request: EdgeRequest): Record<string, unknown> => {
  const value: unknown = request.body === '' ? {} : JSON.parse(request.body);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new Refused(400, 20001, 'The body must be a JSON object');
  }
  return value as Record<string, unknown>;
};

/** Twilio's dates on HTTP. */
export const isoDate = (ms: number): string => new Date(ms).toISOString();
