import { answer, type EdgeAnswer, type EdgeRequest, type Route } from '../edges/edge';
import { Refused } from '../Refused';
import type { ItemKey, SyncItem, SyncKind, SyncObject } from '../sync/records';
import { badData, noService } from '../sync/refusals';
import { SYNC_SERVICE_SID, type Change, type SyncService } from '../sync/SyncService';
import type { Clock } from '../taskrouter/Clock';
import {
  itemRest,
  objectRest,
  objectUrl,
  permissionRest,
  serviceRest,
  SYNC_PATHS,
} from './syncRestWire';

const HOST = /^sync\.twilio\.com$/;
const SERVICE = '^/v1/Services/(IS\\w+)';
/** Documented for items. */
const PAGE_SIZE = 50;
const LARGEST_PAGE = 100;

/** The account's own credentials: allowed everything (documented). */
const SYSTEM = null;

const form = ({ body }: EdgeRequest) => new URLSearchParams(body);

const jsonIn = (text: string | null): unknown => {
  if (text === null) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw badData();
  }
};

const ttlIn = (fields: URLSearchParams, name: string): { ttl?: number } => {
  const text = fields.get(name) ?? fields.get('Ttl');
  return text === null ? {} : { ttl: text === '' ? NaN : Number(text) };
};

const ifMatchIn = ({ headers }: EdgeRequest): { ifMatch?: string } => {
  const value = headers['if-match'];
  return value === undefined ? {} : { ifMatch: value };
};

const changeIn = (request: EdgeRequest, ttlName: string): Change => ({
  data: jsonIn(form(request).get('Data')),
  ...ttlIn(form(request), ttlName),
  ...ifMatchIn(request),
});

const flag = (fields: URLSearchParams, name: string): boolean => fields.get(name) === 'true';

const withTag = (status: number, body: unknown, revision: number): EdgeAnswer => ({
  status,
  body,
  headers: { etag: `"${revision}"` },
});

const GONE: EdgeAnswer = { status: 204, body: '', contentType: 'application/json' };

const keyOf = (kind: SyncKind, text: string): ItemKey =>
  kind === 'list' ? Number(text) : decodeURIComponent(text);

const sizeIn = (query: URLSearchParams): number => {
  const size = Number(query.get('PageSize') ?? PAGE_SIZE);
  if (!Number.isInteger(size) || size < 1 || size > LARGEST_PAGE) {
    throw new Refused(400, 20001, `PageSize must be a whole number from 1 to ${LARGEST_PAGE}`);
  }
  return size;
};

interface Paged {
  readonly key: string;
  readonly url: string;
  readonly query: URLSearchParams;
  readonly size: number;
  /** What the next page begins after; null: there is none. */
  readonly token: ItemKey | null;
}

const pageMeta = ({ key, url, query, size, token }: Paged) => {
  const first = new URLSearchParams(query);
  first.delete('PageToken');
  first.set('PageSize', String(size));
  const next = new URLSearchParams(first);
  next.set('PageToken', String(token));
  return {
    key,
    page: 0,
    page_size: size,
    first_page_url: `${url}?${first}`,
    previous_page_url: null,
    url: `${url}?${query}`,
    next_page_url: token === null ? null : `${url}?${next}`,
  };
};

/** The Service over REST, as servers use it. */
export const syncRestRoutes = (sync: SyncService, clock: Clock): Route[] => {
  const ofObject = (status: number, object: SyncObject) =>
    withTag(status, objectRest(object), object.revision);
  const ofItem = (status: number, kind: SyncKind, name: string, item: SyncItem) =>
    withTag(status, itemRest(sync.object(kind, name), item), item.revision);

  /** One route; groups after the Service's sid are handed on, decoded but for an item's key. */
  const route = (
    operation: Route['operation'],
    method: string,
    path: string,
    handle: (request: EdgeRequest, name: string, rest: string) => EdgeAnswer,
  ): Route => ({
    operation,
    host: HOST,
    method,
    path: new RegExp(`${SERVICE}${path}$`),
    handle: (request, service = '', name = '', rest = '') => {
      if (service !== SYNC_SERVICE_SID) throw noService(service);
      return handle(request, decodeURIComponent(name), rest);
    },
  });

  const objectRoutes = (kind: SyncKind): Route[] => {
    const all = `/${SYNC_PATHS[kind]}`;
    const one = `${all}/([^/]+)`;
    const ttlName = kind === 'document' ? 'Ttl' : 'CollectionTtl';
    return [
      route(`api.sync.${kind}.create`, 'POST', all, (request) => {
        const fields = form(request);
        const object = sync.create(kind, SYSTEM, {
          uniqueName: fields.get('UniqueName') ?? undefined,
          data: jsonIn(fields.get('Data')),
          ...ttlIn(fields, ttlName),
        });
        return ofObject(201, object);
      }),
      route(`api.sync.${kind}.fetch`, 'GET', one, (_, name) =>
        ofObject(200, sync.fetch(kind, name, SYSTEM)),
      ),
      route(`api.sync.${kind}.update`, 'POST', one, (request, name) =>
        ofObject(200, sync.update(kind, name, SYSTEM, changeIn(request, ttlName))),
      ),
      route(`api.sync.${kind}.delete`, 'DELETE', one, (request, name) => {
        sync.remove(kind, name, SYSTEM, ifMatchIn(request).ifMatch);
        return GONE;
      }),
    ];
  };

  const itemRoutes = (kind: 'map' | 'list'): Route[] => {
    const all = `/${SYNC_PATHS[kind]}/([^/]+)/Items`;
    const one = `${all}/([^/]+)`;
    return [
      route(`api.sync.${kind}Item.create`, 'POST', all, (request, name) => {
        const fields = form(request);
        const item = sync.addItem(kind, name, SYSTEM, {
          key: fields.get('Key') ?? undefined,
          data: jsonIn(fields.get('Data')),
          ...ttlIn(fields, 'ItemTtl'),
        });
        return ofItem(201, kind, name, item);
      }),
      route(`api.sync.${kind}Item.list`, 'GET', all, ({ query }, name) => {
        const size = sizeIn(query);
        const token = query.get('PageToken');
        const from = token ?? query.get('From');
        const { items, more } = sync.listItems(kind, name, SYSTEM, {
          ...(from === null ? {} : { from: kind === 'list' ? Number(from) : from }),
          afterFrom: token !== null || query.get('Bounds') === 'exclusive',
          descending: query.get('Order') === 'desc',
          size,
        });
        const object = sync.object(kind, name);
        return answer({
          items: items.map((item) => itemRest(object, item)),
          meta: pageMeta({
            key: 'items',
            url: `${objectUrl(kind, object.sid)}/Items`,
            query,
            size,
            token: more ? (items.at(-1)?.key ?? null) : null,
          }),
        });
      }),
      route(`api.sync.${kind}Item.fetch`, 'GET', one, (_, name, key) =>
        ofItem(200, kind, name, sync.fetchItem(kind, name, SYSTEM, keyOf(kind, key))),
      ),
      route(`api.sync.${kind}Item.update`, 'POST', one, (request, name, key) =>
        ofItem(
          200,
          kind,
          name,
          sync.updateItem(kind, name, SYSTEM, keyOf(kind, key), changeIn(request, 'ItemTtl')),
        ),
      ),
      route(`api.sync.${kind}Item.delete`, 'DELETE', one, (request, name, key) => {
        sync.removeItem(kind, name, SYSTEM, keyOf(kind, key), ifMatchIn(request).ifMatch);
        return GONE;
      }),
    ];
  };

  const permissionRoutes = (kind: SyncKind): Route[] => {
    const all = `/${SYNC_PATHS[kind]}/([^/]+)/Permissions`;
    const one = `${all}/([^/]+)`;
    return [
      route('api.sync.permission.list', 'GET', all, ({ query }, name) => {
        const found = sync.listPermissions(kind, name);
        const object = sync.object(kind, name);
        return answer({
          permissions: found.map(([who, what]) => permissionRest(object, who, what)),
          meta: pageMeta({
            key: 'permissions',
            url: `${objectUrl(kind, object.sid)}/Permissions`,
            query,
            size: found.length,
            token: null,
          }),
        });
      }),
      route('api.sync.permission.fetch', 'GET', one, (_, name, identity) => {
        const who = decodeURIComponent(identity);
        const permission = sync.permission(kind, name, who);
        return answer(permissionRest(sync.object(kind, name), who, permission));
      }),
      route('api.sync.permission.update', 'POST', one, (request, name, identity) => {
        const fields = form(request);
        const who = decodeURIComponent(identity);
        const permission = {
          read: flag(fields, 'Read'),
          write: flag(fields, 'Write'),
          manage: flag(fields, 'Manage'),
        };
        sync.setPermission(kind, name, who, permission);
        return answer(permissionRest(sync.object(kind, name), who, permission));
      }),
      route('api.sync.permission.delete', 'DELETE', one, (_, name, identity) => {
        sync.removePermission(kind, name, decodeURIComponent(identity));
        return GONE;
      }),
    ];
  };

  return [
    route('api.sync.service.fetch', 'GET', '', () =>
      answer(serviceRest(sync.aclEnabled(), clock.now())),
    ),
    ...objectRoutes('document'),
    ...objectRoutes('map'),
    ...objectRoutes('list'),
    ...itemRoutes('map'),
    ...itemRoutes('list'),
    ...permissionRoutes('document'),
    ...permissionRoutes('map'),
    ...permissionRoutes('list'),
  ];
};
