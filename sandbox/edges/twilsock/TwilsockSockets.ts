import { randomUUID } from 'node:crypto';
import type { WebSocket } from 'ws';
import type { Person } from '../../people';
import type { CallLog } from '../CallLog';
import type { Dispatcher } from '../Dispatcher';
import type { EdgeRequest } from '../edge';
import type { SyncEvent, SyncEvents } from '../sync/SyncEvents';
import { decodeFrame, encodeFrame } from './frame';

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

/**
 * Twilsock: Twilio's socket that tunnels HTTP for Sync, Conversations and telemetry, and brings Sync's events.
 * A Flex page keeps three of them open.
 */
export class TwilsockSockets {
  constructor(
    private readonly dispatcher: Dispatcher,
    private readonly calls: CallLog,
    private readonly syncEvents: SyncEvents,
  ) {}

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
    socket.on('close', this.syncEvents.subscribe(pushSync));

    socket.on('message', (data: Buffer) => {
      const { header, payload } = decodeFrame(data);
      const reply = (extra: Record<string, unknown> = {}, body?: unknown) =>
        send({ method: 'reply', id: header['id'], status: OK, ...extra }, body);

      switch (header['method']) {
        case 'reply':
          return;
        case 'init':
          this.record(person, 'twilsock.connect', 'init');
          return reply(initReply(header));
        case 'update':
        case 'telemetry.v1':
        case 'telemetry':
        case 'ping':
        case 'close':
          this.record(person, 'twilsock.update', String(header['method']));
          return reply();
        case 'message': {
          const request = { ...tunnelled(header, payload, person, origin), pushSync };
          return void this.dispatcher.dispatch(request).then((outcome) => {
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

  private record(person: Person, operation: string, method: string): void {
    this.calls.record({
      person: person.id,
      operation,
      method: 'WS',
      path: `twilsock/${method}`,
      status: operation === 'unknown' ? 501 : 200,
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
    for (const item of [value].flat()) query.append(name, item);
  }
  return {
    person,
    origin,
    host: request.host,
    method: request.method,
    path,
    query,
    headers: request.headers ?? {},
    body: payload,
  };
};
