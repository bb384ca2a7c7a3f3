import { Refused } from '../../Refused';
import type { ItemKey, SyncKind } from '../../sync/records';
import type { SyncSession, SyncSessions } from '../../sync/SyncSessions';
import type { Change, SyncService } from '../../sync/SyncService';
import { answer, isoDate, jsonBody, type EdgeAnswer, type EdgeRequest, type Route } from '../edge';
import { itemWire, objectWire } from './ownSyncWire';

const HOST = /^cds\.us1\.twilio\.com$/;
const PATHS = { document: 'Documents', map: 'Maps', list: 'Lists' } as const;
const DEFAULT_PAGE_SIZE = 50;

interface SubscriptionRequest {
  readonly object_sid: string;
  readonly object_type: SyncKind;
  readonly last_event_id?: number | null;
}

const sessionOf = ({ syncSession }: EdgeRequest): SyncSession => {
  if (!syncSession) throw new Refused(401, 20101, 'No access token was presented');
  return syncSession;
};

const actorOf = (request: EdgeRequest): string => sessionOf(request).identity;

const changeIn = (request: EdgeRequest): Change => {
  const { data, ttl } = jsonBody(request);
  const ifMatch = request.headers['if-match'];
  return {
    data,
    ...(ttl === undefined ? {} : { ttl: Number(ttl) }),
    ...(ifMatch === undefined ? {} : { ifMatch }),
  };
};

const created = (body: unknown): EdgeAnswer => ({ status: 201, body });

/** The Service as its clients see it, over twilsock and with the permissions of their token's identity. */
export const ownSyncRoutes = (sync: SyncService, sessions: SyncSessions): Route[] => {
  const route = (
    operation: Route['operation'],
    method: string,
    path: string,
    handle: (request: EdgeRequest, name: string, key: string) => EdgeAnswer,
  ): Route => ({
    operation,
    host: HOST,
    method,
    path: new RegExp(`^/v3/${path}$`),
    handle: (request, name = '', key = '') =>
      handle(request, decodeURIComponent(name), decodeURIComponent(key)),
  });

  const objectRoutes = (kind: SyncKind): Route[] => {
    const all = PATHS[kind];
    const one = `${all}/([^/]+)`;
    return [
      route(`ownSync.${kind}.create`, 'POST', all, (request) => {
        const { unique_name: name } = jsonBody(request);
        const uniqueName = typeof name === 'string' ? name : undefined;
        const object = sync.create(kind, actorOf(request), { uniqueName, ...changeIn(request) });
        return created(objectWire(object));
      }),
      route(`ownSync.${kind}.fetch`, 'GET', one, (request, name) => {
        const object = sync.fetch(kind, name, actorOf(request));
        const items = [...object.items.values()].map((item) => itemWire(object, item));
        const included = request.query.get('Include') === 'items' ? { items } : {};
        return answer({ ...objectWire(object), ...included });
      }),
      route(`ownSync.${kind}.update`, 'POST', one, (request, name) =>
        answer(objectWire(sync.update(kind, name, actorOf(request), changeIn(request)))),
      ),
      route(`ownSync.${kind}.delete`, 'DELETE', one, (request, name) => {
        sync.remove(kind, name, actorOf(request));
        return answer({});
      }),
    ];
  };

  const listed = (kind: 'map' | 'list', request: EdgeRequest, name: string): EdgeAnswer => {
    const { query } = request;
    const actor = actorOf(request);
    const keyOf = (text: string | null): ItemKey | undefined =>
      text === null ? undefined : kind === 'list' ? Number(text) : text;
    const exact = keyOf(query.get('Key') ?? query.get('Index'));
    const from = exact ?? keyOf(query.get('From'));
    const { items, more, earlier } = sync.listItems(kind, name, actor, {
      ...(from === undefined ? {} : { from }),
      afterFrom: false,
      descending: query.get('Order') === 'desc',
      size: exact === undefined ? Number(query.get('PageSize') ?? DEFAULT_PAGE_SIZE) : 1,
    });
    const object = sync.object(kind, name);
    const fitting = items.filter(({ key }) => exact === undefined || key === exact);
    return answer({
      items: fitting.map((item) => itemWire(object, item)),
      meta: {
        key: 'items',
        next_token: more ? 'next' : null,
        previous_token: earlier ? 'previous' : null,
      },
    });
  };

  const itemRoutes = (kind: 'map' | 'list'): Route[] => {
    const all = `${PATHS[kind]}/([^/]+)/Items`;
    const one = `${all}/([^/]+)`;
    const keyOf = (text: string): ItemKey => (kind === 'list' ? Number(text) : text);
    const adding =
      kind === 'map'
        ? route('ownSync.mapItem.put', 'PUT', one, (request, name, key) => {
            const { item, added } = sync.putItem(name, actorOf(request), key, changeIn(request));
            const body = itemWire(sync.object(kind, name), item);
            return added ? created(body) : answer(body);
          })
        : route('ownSync.listItem.create', 'POST', all, (request, name) => {
            const { data, ttl } = changeIn(request);
            const spec = { data, ...(ttl === undefined ? {} : { ttl }) };
            const item = sync.addItem(kind, name, actorOf(request), spec);
            return created(itemWire(sync.object(kind, name), item));
          });
    return [
      adding,
      route(`ownSync.${kind}Item.list`, 'GET', all, (request, name) => listed(kind, request, name)),
      route(`ownSync.${kind}Item.update`, 'POST', one, (request, name, key) => {
        const item = sync.updateItem(kind, name, actorOf(request), keyOf(key), changeIn(request));
        return answer(itemWire(sync.object(kind, name), item));
      }),
      route(`ownSync.${kind}Item.delete`, 'DELETE', one, (request, name, key) => {
        const item = sync.removeItem(kind, name, actorOf(request), keyOf(key));
        return answer({
          last_event_id: item.lastEventId,
          date_updated: isoDate(sync.object(kind, name).updatedAt),
        });
      }),
    ];
  };

  return [
    ...objectRoutes('document'),
    ...objectRoutes('map'),
    ...objectRoutes('list'),
    ...itemRoutes('map'),
    ...itemRoutes('list'),
    {
      operation: 'ownSync.subscribe',
      host: HOST,
      method: 'POST',
      path: /^\/v4\/Subscriptions$/,
      handle: (request) => {
        const session = sessionOf(request);
        const { action, correlation_id: correlation, requests } = jsonBody(request);
        const wanted = (requests ?? []) as readonly SubscriptionRequest[];
        if (action === 'cancel') {
          const sids = wanted.map(({ object_sid: sid }) => sid);
          sessions.unsubscribe(session, sids, correlation);
        } else {
          const objects = wanted.map((one) => ({
            sid: one.object_sid,
            kind: one.object_type,
            lastEventId: one.last_event_id ?? null,
          }));
          sessions.subscribe(session, objects, correlation);
        }
        return answer({ max_batch_size: 1000, estimated_delivery_in_ms: 60_000 });
      },
    },
  ];
};
