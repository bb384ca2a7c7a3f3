import { notFound, Refused } from '../../Refused';
import { answer, jsonBody, type Route } from '../edge';
import type { LiveQueries } from './LiveQueries';
import type { SyncDocuments } from './SyncDocuments';
import type { SyncLists } from './SyncLists';
import type { SyncObjects } from './SyncObjects';

const HOST = /^cds\.us1\.twilio\.com$/;
/** The client listens for the confirmation only once it has read the answer. */
const CONFIRM_DELAY_MS = 30;
/** Sync's own (documented). */
const DEFAULT_PAGE_SIZE = 50;

interface SubscriptionRequest {
  readonly object_sid: string;
  readonly object_type: string;
  readonly last_event_id?: number;
}

/** Sync's 54100 is documented: the object does not exist. */
const noSuchObject = (name: string) => new Refused(404, 54100, `Sync object ${name} was not found`);

/** Twilio Sync, reading side, as twilio-sync 2 and 4 ask for it over twilsock. */
export const syncRoutes = (
  objects: SyncObjects,
  documents: SyncDocuments,
  lists: SyncLists,
  liveQueries: LiveQueries,
): Route[] => {
  const listOf = (name: string) => {
    const list = lists.find(decodeURIComponent(name));
    if (!list) throw noSuchObject(name);
    return list;
  };
  const mapOf = (name: string) => {
    const map = objects.find(decodeURIComponent(name));
    if (!map) throw noSuchObject(name);
    return map;
  };
  return [
    {
      operation: 'sync.document.fetch',
      host: HOST,
      method: 'GET',
      path: /^\/v3\/Documents\/([^/]+)$/,
      handle: (_, name = '') => {
        const document = documents.find(decodeURIComponent(name));
        if (!document) throw noSuchObject(name);
        return answer(documents.wire(document));
      },
    },
    {
      operation: 'sync.list.fetch',
      host: HOST,
      method: 'GET',
      path: /^\/v3\/Lists\/([^/]+)$/,
      handle: (_, name = '') => answer(lists.wire(listOf(name))),
    },
    {
      operation: 'sync.listItem.list',
      host: HOST,
      method: 'GET',
      path: /^\/v3\/Lists\/([^/]+)\/Items$/,
      handle: ({ query }, name = '') => {
        const from = query.get('Index') ?? query.get('From');
        return answer({
          items: lists.itemsWire(listOf(name), {
            from: from === null ? null : Number(from),
            order: query.get('Order') === 'desc' ? 'desc' : 'asc',
            size: query.has('Index') ? 1 : Number(query.get('PageSize') ?? DEFAULT_PAGE_SIZE),
          }),
          meta: { key: 'items', next_token: null, previous_token: null },
        });
      },
    },
    {
      operation: 'sync.map.fetch',
      host: HOST,
      method: 'GET',
      path: /^\/v3\/Maps\/([^/]+)$/,
      handle: ({ query }, name = '') =>
        answer(objects.mapWire(mapOf(name), query.get('Include') === 'items')),
    },
    {
      operation: 'sync.mapItem.list',
      host: HOST,
      method: 'GET',
      path: /^\/v3\/Maps\/([^/]+)\/Items$/,
      handle: ({ query }, name = '') => {
        const key = query.get('Key');
        const items = objects.itemsWire(mapOf(name));
        return answer({
          items: key === null ? items : items.filter((item) => item.key === key),
          meta: { key: 'items', next_token: null, previous_token: null },
        });
      },
    },
    {
      operation: 'sync.mapItem.fetch',
      host: HOST,
      method: 'GET',
      path: /^\/v3\/Maps\/([^/]+)\/Items\/([^/]+)$/,
      handle: (_, name = '', key = '') => {
        const item = objects
          .itemsWire(mapOf(name))
          .find((candidate) => candidate.key === decodeURIComponent(key));
        if (!item) throw notFound(`Item ${key} of map ${name}`);
        return answer(item);
      },
    },
    {
      operation: 'sync.liveQuery',
      host: HOST,
      method: 'POST',
      path: /^\/v3\/Insights\/([\w-]+)\/Items$/,
      handle: (request, index = '') => {
        const { query_string: given, type } = jsonBody(request);
        const query = typeof given === 'string' ? given : '';
        return answer(
          type === 'live_query' ? liveQueries.open(index, query) : liveQueries.search(index, query),
        );
      },
    },
    {
      operation: 'sync.subscribe',
      host: HOST,
      method: 'POST',
      path: /^\/v4\/Subscriptions$/,
      handle: (request) => {
        const { action, correlation_id, requests } = jsonBody(request);
        setTimeout(() => {
          for (const subscription of (requests ?? []) as readonly SubscriptionRequest[]) {
            request.pushSync?.({
              event_type:
                action === 'cancel' ? 'subscription_canceled' : 'subscription_established',
              correlation_id,
              event: {
                object_sid: subscription.object_sid,
                object_type: subscription.object_type,
                replay_status: 'completed',
                last_event_id: subscription.last_event_id ?? 0,
              },
            });
          }
        }, CONFIRM_DELAY_MS);
        return answer({
          max_batch_size: 1000,
          subscription_ttl_in_s: 3600,
          estimated_delivery_in_ms: 60_000,
        });
      },
    },
  ];
};
