import { isoDate } from '../edges/edge';
import type { Permission, SyncItem, SyncKind, SyncObject } from '../sync/records';
import { SYNC_SERVICE_SID } from '../sync/SyncService';
import { ACCOUNT_SID } from '../taskrouter/seed';

/** Sync's records as its REST API sends them (documented). */
const SERVICES = 'https://sync.twilio.com/v1/Services';

export const SYNC_PATHS = { document: 'Documents', map: 'Maps', list: 'Lists' } as const;

const owner = { account_sid: ACCOUNT_SID, service_sid: SYNC_SERVICE_SID };

export const objectUrl = (kind: SyncKind, sid: string): string =>
  `${SERVICES}/${SYNC_SERVICE_SID}/${SYNC_PATHS[kind]}/${sid}`;

const dates = ({ createdAt, updatedAt, expiresAt }: SyncObject | SyncItem) => ({
  date_created: isoDate(createdAt),
  date_updated: isoDate(updatedAt),
  date_expires: expiresAt === null ? null : isoDate(expiresAt),
});

export const serviceRest = (aclEnabled: boolean, now: number) => {
  const url = `${SERVICES}/${SYNC_SERVICE_SID}`;
  return {
    sid: SYNC_SERVICE_SID,
    account_sid: ACCOUNT_SID,
    unique_name: null,
    friendly_name: 'Debrief',
    acl_enabled: aclEnabled,
    reachability_debouncing_enabled: false,
    reachability_debouncing_window: 5000,
    reachability_webhooks_enabled: false,
    webhook_url: null,
    webhooks_from_rest_enabled: false,
    date_created: isoDate(now),
    date_updated: isoDate(now),
    url,
    links: {
      documents: `${url}/Documents`,
      lists: `${url}/Lists`,
      maps: `${url}/Maps`,
      streams: `${url}/Streams`,
    },
  };
};

export const objectRest = (object: SyncObject) => {
  const { kind, sid } = object;
  const url = objectUrl(kind, sid);
  return {
    ...owner,
    sid,
    unique_name: object.uniqueName,
    created_by: object.createdBy,
    revision: String(object.revision),
    ...dates(object),
    url,
    ...(kind === 'document'
      ? { data: object.data, links: { permissions: `${url}/Permissions` } }
      : { links: { items: `${url}/Items`, permissions: `${url}/Permissions` } }),
  };
};

export const itemRest = ({ kind, sid }: SyncObject, item: SyncItem) => ({
  ...owner,
  ...(kind === 'map' ? { map_sid: sid, key: item.key } : { list_sid: sid, index: item.key }),
  created_by: item.createdBy,
  revision: String(item.revision),
  data: item.data,
  ...dates(item),
  url: `${objectUrl(kind, sid)}/Items/${encodeURIComponent(String(item.key))}`,
});

export const permissionRest = (
  { kind, sid }: SyncObject,
  identity: string,
  permission: Permission,
) => ({
  ...owner,
  [`${kind}_sid`]: sid,
  identity,
  ...permission,
  url: `${objectUrl(kind, sid)}/Permissions/${encodeURIComponent(identity)}`,
});
