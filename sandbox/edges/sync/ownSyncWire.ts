import type { SyncChange, SyncItem, SyncKind, SyncObject } from '../../sync/records';
import type { ToClient } from '../../sync/SyncSessions';
import { ACCOUNT_SID } from '../../taskrouter/seed';
import { isoDate } from '../edge';
import type { SyncEvent } from './SyncEvents';

/** Sync's records and events as its clients get them (read in twilio-sync 4.0.1). */
const CDS = 'https://cds.us1.twilio.com/v3';
const PATHS = { document: 'Documents', map: 'Maps', list: 'Lists' } as const;

const urlOf = (kind: SyncKind, sid: string) => `${CDS}/${PATHS[kind]}/${sid}`;

const itemUrl = ({ kind, sid }: SyncObject, key: string | number) =>
  `${urlOf(kind, sid)}/Items/${encodeURIComponent(String(key))}`;

const expiry = (expiresAt: number | null) => (expiresAt === null ? null : isoDate(expiresAt));

const common = (record: SyncObject | SyncItem) => ({
  account_sid: ACCOUNT_SID,
  created_by: record.createdBy,
  revision: String(record.revision),
  last_event_id: record.lastEventId,
  date_created: isoDate(record.createdAt),
  date_updated: isoDate(record.updatedAt),
  date_expires: expiry(record.expiresAt),
});

export const objectWire = (object: SyncObject) => {
  const url = urlOf(object.kind, object.sid);
  return {
    ...common(object),
    sid: object.sid,
    unique_name: object.uniqueName,
    url,
    ...(object.kind === 'document' ? { data: object.data } : { links: { items: `${url}/Items` } }),
  };
};

export const itemWire = (object: SyncObject, item: SyncItem) => ({
  ...common(item),
  [object.kind === 'list' ? 'index' : 'key']: item.key,
  data: item.data,
  url: itemUrl(object, item.key),
});

const itemFields = (object: SyncObject, { item, data }: SyncChange) =>
  item && {
    [object.kind === 'list' ? 'item_index' : 'item_key']: item.key,
    item_data: data,
    item_revision: String(item.revision),
    item_url: itemUrl(object, item.key),
  };

const documentFields = ({ kind }: SyncObject, { item, data }: SyncChange) =>
  kind === 'document' && !item ? { document_data: data } : null;

const changeEvent = (object: SyncObject, change: SyncChange): SyncEvent => ({
  event_type: `${object.kind}_${change.type}`,
  event: {
    id: change.id,
    previous_event_id: change.previousId,
    [`${object.kind}_sid`]: object.sid,
    [`${object.kind}_revision`]: String(change.revision),
    date_created: isoDate(change.at),
    date_expires: expiry(change.expiresAt),
    ...documentFields(object, change),
    ...itemFields(object, change),
  },
});

type Subscribed = Exclude<ToClient, { readonly type: 'token-about-to-expire' | 'token-expired' }>;

export const eventWire = (message: Subscribed): SyncEvent => {
  switch (message.type) {
    case 'change':
      return changeEvent(message.object, message.change);
    case 'established':
      return {
        event_type: 'subscription_established',
        correlation_id: message.correlation,
        event: {
          object_sid: message.object.sid,
          object_type: message.object.kind,
          replay_status: 'completed',
          last_event_id: message.object.lastEventId,
        },
      };
    case 'canceled':
      return {
        event_type: 'subscription_canceled',
        correlation_id: message.correlation,
        event: { object_sid: message.sid },
      };
    case 'failed':
      return {
        event_type: 'subscription_failed',
        correlation_id: message.correlation,
        event: { object_sid: message.sid, error: message.error },
      };
  }
};
