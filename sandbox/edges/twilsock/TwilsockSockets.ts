import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Faults } from '../../faults/Faults';
import type { Person } from '../../people';
import { Refused } from '../../Refused';
import { isAccessToken, type AccessTokens, type TokenHolder } from '../../sync/AccessTokens';
import type { SyncSession, SyncSessions, ToClient } from '../../sync/SyncSessions';
import type { CallLog } from '../CallLog';
import type { Dispatcher } from '../Dispatcher';
import type { EdgeRequest } from '../edge';
import type { OperationName } from '../operations';
import { eventWire } from '../sync/ownSyncWire';
import type { SyncEvent, SyncEvents } from '../sync/SyncEvents';
import { decodeFrame, encodeFrame } from './frame';

const EXPIRED = {
  code: 410,
  status: 'TOKEN_EXPIRED',
  description: 'Access Token expired',
  errorCode: 20104,
};

const OK = { code: 200, status: 'OK', description: null, error_code: 0 };

interface Registration {
  readonly product: string;
  readonly type: string;
  readonly message_types: readonly string[];
}

interface TunnelledRequest {
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly params?: Readonly<Record<string, string | readonly string[]>>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TwilsockParts {
  /** What Flex itself asks for. */
  readonly flex: Dispatcher;
  readonly syncEvents: SyncEvents;
  /** What clients of the product's own Sync Service ask for. */
  readonly own: Dispatcher;
  readonly sessions: SyncSessions;
  readonly tokens: AccessTokens;
  readonly faults: Faults;
  readonly calls: CallLog;
}

/**
 * Twilsock: Twilio's socket that tunnels HTTP for Sync, Conversations and telemetry, and brings Sync's events.
 * A Flex page keeps three of them open, with its Flex token. A client with an access token is one of the product's own
 * Sync Service, and sees nothing else.
 */
export class TwilsockSockets {
  constructor(private readonly parts: TwilsockParts) {}

  accept(socket: WebSocket, person: Person, origin: string): void {
    const send = (header: Record<string, unknown>, body?: unknown) => {
      if (socket.readyState === socket.OPEN) socket.send(encodeFrame(header, body));
    };
    const pushSync = (event: SyncEvent) =>
      send(
        {
          method: 'notification',
          message_type: 'twilio.sync.event',
          id: randomUUID(),
          notification_ctx_id: 'sandbox',
        },
        event,
      );
    const tell = (message: ToClient) => {
      switch (message.type) {
        case 'token-about-to-expire':
          return send({
            method: 'client_update',
            id: randomUUID(),
            client_update_type: 'token_about_to_expire',
          });
        case 'token-expired':
          send({ method: 'close', id: randomUUID(), status: EXPIRED });
          return socket.close();
        default:
          return pushSync(eventWire(message));
      }
    };
    let session: SyncSession | null = null;

    socket.on('message', (data: Buffer) => {
      const { header, payload } = decodeFrame(data);
      const reply = (extra: Record<string, unknown> = {}, body?: unknown) =>
        send({ method: 'reply', id: header['id'], status: OK, ...extra }, body);

      switch (header['method']) {
        case 'reply':
          return;
        case 'init': {
          if (!isAccessToken(header['token'])) {
            this.record(person, 'twilsock.connect', 'init');
            socket.on('close', this.parts.syncEvents.subscribe(pushSync));
            return reply(initReply(header));
          }
          const opened = this.admit('ownSync.connect', header, person, socket, reply);
          if (!opened) return;
          const { sessions } = this.parts;
          const own = sessions.open(opened, { tell, drop: () => socket.terminate() });
          session = own;
          socket.on('close', () => sessions.close(own));
          return reply(initReply(header));
        }
        case 'update': {
          if (!session) {
            this.record(person, 'twilsock.update', 'update');
            return reply();
          }
          const renewed = this.admit('ownSync.update', header, person, socket, reply);
          if (!renewed) return;
          this.parts.sessions.renew(session, renewed);
          return reply();
        }
        case 'telemetry.v1':
        case 'telemetry':
        case 'ping':
        case 'close':
          this.record(person, 'twilsock.update', String(header['method']));
          return reply();
        case 'message': {
          const request = { ...tunnelled(header, payload, person, origin), pushSync };
          const answered = session
            ? this.parts.own.dispatch({ ...request, syncSession: session })
            : this.parts.flex.dispatch(request);
          return void answered.then((outcome) => {
            if (outcome.type === 'silence') return;
            // One connection carries everything: what breaks it for one call breaks it for all.
            if (outcome.type !== 'answer') return socket.terminate();
            const { status, body } = outcome.answer;
            reply(
              {
                http_status: { code: status, status: status < 400 ? 'OK' : 'ERROR' },
                http_headers: {},
              },
              body,
            );
          });
        }
        default:
          this.record(person, 'unknown', String(header['method']));
      }
    });
  }

  /** Whose the token is, if it is a good one and nothing else was ordered; else the refusal is sent. */
  private admit(
    operation: OperationName,
    header: Readonly<Record<string, unknown>>,
    person: Person,
    socket: WebSocket,
    reply: (extra: Record<string, unknown>) => void,
  ): TokenHolder | null {
    const fault = this.parts.faults.takeForCall(operation);
    if (fault?.type === 'hang') return null;
    if (fault && fault.type !== 'status') {
      socket.terminate();
      return null;
    }
    try {
      if (fault) throw new Refused(fault.status, fault.status, 'Ordered by the operator');
      const holder = this.parts.tokens.check(String(header['token']));
      this.record(person, operation, String(header['method']));
      return holder;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { status: code, code: errorCode, message: description } = error;
      const status = code === 401 ? 'UNAUTHORIZED' : 'REFUSED';
      this.record(person, operation, String(header['method']), code);
      reply({ status: { code, status, description, errorCode } });
      return null;
    }
  }

  private record(person: Person, operation: string, method: string, status = 200): void {
    this.parts.calls.record({
      person: person.id,
      operation,
      method: 'WS',
      path: `twilsock/${method}`,
      status: operation === 'unknown' ? 501 : status,
      unknown: operation === 'unknown',
    });
  }
}

const initReply = (header: Readonly<Record<string, unknown>>) => {
  const registrations = (header['registrations'] ?? []) as readonly Registration[];
  return {
    capabilities: ['client_update', 'telemetry.v1'],
    continuation_token: null,
    continuation_token_status: { reissued: true },
    offline_storage: {},
    init_registrations: registrations.map(({ product, type, message_types }) => ({
      product,
      type,
      message_types,
      registration_id: randomUUID(),
    })),
    debug_info: {},
  };
};

const tunnelled = (
  header: Readonly<Record<string, unknown>>,
  payload: string,
  person: Person,
  origin: string,
): EdgeRequest => {
  const request = header['http_request'] as TunnelledRequest;
  const [path = '/', search = ''] = request.path.split('?');
  const query = new URLSearchParams(search);
  for (const [name, value] of Object.entries(request.params ?? {})) {
    // The client cuts them out of an address, and leaves them as they were there (read in twilsock 1.0.2).
    for (const item of [value].flat()) query.append(name, decodeURIComponent(item));
  }
  return {
    person,
    origin,
    host: request.host,
    method: request.method,
    path,
    query,
    headers: Object.fromEntries(
      Object.entries(request.headers ?? {}).map(([name, value]) => [name.toLowerCase(), value]),
    ),
    body: payload,
  };
};
