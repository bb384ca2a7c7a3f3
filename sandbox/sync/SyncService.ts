import { isJsonObject } from '../../src/core/json';
import type { Clock } from '../taskrouter/Clock';
import { Sids } from '../taskrouter/Sids';
import type {
  Actor,
  ItemKey,
  Permission,
  SyncChange,
  SyncItem,
  SyncKind,
  SyncObject,
} from './records';
import {
  badData,
  badIfMatch,
  badKey,
  badName,
  badTtl,
  forbidden,
  keyTaken,
  nameTaken,
  noItem,
  noObject,
  nothingGiven,
  staleRevision,
  tooLarge,
  tooMany,
} from './refusals';
import { Meter, Usage, type Way } from './Usage';

/** Of the sandbox's one Service. */
export const SYNC_SERVICE_SID = `IS${'9'.padStart(32, '0')}`;

const PREFIX = { document: 'ET', map: 'MP', list: 'ES' } as const;
const SID = /^(ET|MP|ES)[0-9a-f]{32}$/;
const LONGEST_NAME = 320;
const LARGEST_DATA = 16 * 1024;
const LONGEST_TTL = 31_536_000;
const KIB = 1024;
const CREATIONS_PER_SECOND = 20;
const NOBODY: Permission = { read: false, write: false, manage: false };
const EVERYTHING: Permission = { read: true, write: true, manage: true };
/** What REST calls the creator of what was made with the account's credentials (documented). */
const SYSTEM = 'system';

export interface SyncRules {
  /** Whether permissions are asked for at all: `acl_enabled` of the Service. */
  readonly acl: boolean;
  /** Whether the identity of a token may make objects while they are; it then may do everything with them. */
  readonly clientsCreate: boolean;
}

/** What a write brings; absent: as it was. */
export interface Change {
  readonly data?: unknown;
  readonly ttl?: number;
  /** A revision, or -1: only if there is none yet. */
  readonly ifMatch?: string;
}

export interface PageOfItems {
  readonly from?: ItemKey;
  readonly afterFrom: boolean;
  readonly descending: boolean;
  readonly size: number;
}

export interface ItemPage {
  readonly items: readonly SyncItem[];
  /** Whether there are others behind these, and before them. */
  readonly more: boolean;
  readonly earlier: boolean;
}

type Listener = (object: SyncObject, change: SyncChange) => void;

/**
 * A Twilio Sync Service of the product's own: what is in it, who may do what, and how often. It knows neither REST
 * nor sockets.
 */
export class SyncService {
  private objects = new Map<string, SyncObject>();
  private readonly sids = new Sids();
  private creations: Meter;
  private readonly listeners = new Set<Listener>();

  constructor(
    private readonly clock: Clock,
    private readonly rules: () => SyncRules,
  ) {
    this.creations = new Meter(clock, CREATIONS_PER_SECOND);
  }

  listen(listener: Listener): void {
    this.listeners.add(listener);
  }

  reset(): void {
    this.objects = new Map();
    this.creations = new Meter(this.clock, CREATIONS_PER_SECOND);
  }

  all(): readonly SyncObject[] {
    return [...this.objects.values()];
  }

  bySid(sid: string): SyncObject | undefined {
    return this.objects.get(sid);
  }

  aclEnabled(): boolean {
    return this.rules().acl;
  }

  mayRead(object: SyncObject, actor: Actor): boolean {
    return this.permissionOf(object, actor).read;
  }

  create(
    kind: SyncKind,
    actor: Actor,
    { uniqueName, data, ttl }: { uniqueName?: string | undefined; data?: unknown; ttl?: number },
  ): SyncObject {
    const { acl, clientsCreate } = this.rules();
    if (actor !== null && acl && !clientsCreate) throw forbidden();
    if (uniqueName !== undefined && (!isName(uniqueName) || SID.test(uniqueName))) throw badName();
    const contents = kind === 'document' ? checkedData(data === undefined ? {} : data) : null;
    const expiresAt = this.expiry(ttl) ?? null;
    if (!this.creations.take()) throw tooMany();
    if (uniqueName !== undefined && this.find(kind, uniqueName)) throw nameTaken(uniqueName);
    const object: SyncObject = {
      kind,
      sid: this.sids.next(PREFIX[kind]),
      uniqueName: uniqueName ?? null,
      items: new Map(),
      nextIndex: 0,
      permissions: new Map(actor === null ? [] : [[actor, EVERYTHING]]),
      changes: [],
      usage: new Usage(this.clock),
      ...this.fresh(actor, contents, expiresAt),
    };
    this.objects.set(object.sid, object);
    this.expireLater(object, () => this.removed(object));
    return object;
  }

  fetch(kind: SyncKind, name: string, actor: Actor): SyncObject {
    return this.reading(kind, name, actor);
  }

  update(kind: SyncKind, name: string, actor: Actor, change: Change): SyncObject {
    const object = this.writing(kind, name, actor, change.data);
    assertRevision(kind, object, change.ifMatch);
    this.apply(object, object, change);
    if (change.data !== undefined) this.changed(object, 'updated', object.data);
    return object;
  }

  remove(kind: SyncKind, name: string, actor: Actor, ifMatch?: string): void {
    const object = this.object(kind, name);
    this.authorize(object, actor, 'manage');
    take(object, 'writes');
    assertRevision(kind, object, ifMatch);
    this.removed(object);
  }

  listItems(kind: SyncKind, name: string, actor: Actor, page: PageOfItems): ItemPage {
    const object = this.reading(kind, name, actor);
    const items = [...object.items.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    if (page.descending) items.reverse();
    const { from } = page;
    const passed = ({ key }: SyncItem) =>
      from !== undefined &&
      ((page.descending ? key > from : key < from) || (page.afterFrom && key === from));
    const left = items.filter((item) => !passed(item));
    return {
      items: left.slice(0, page.size),
      more: left.length > page.size,
      earlier: left.length < items.length,
    };
  }

  fetchItem(kind: SyncKind, name: string, actor: Actor, key: ItemKey): SyncItem {
    const object = this.reading(kind, name, actor);
    return itemOf(object, key);
  }

  /** Into a map under a key that is not there yet, or at the end of a list. */
  addItem(
    kind: SyncKind,
    name: string,
    actor: Actor,
    { key, data, ttl }: { key?: string | undefined; data: unknown; ttl?: number },
  ): SyncItem {
    const object = this.writing(kind, name, actor, data);
    if (kind === 'list') return this.append(object, actor, { data, ...withTtl(ttl) });
    if (key === undefined || !isName(key)) throw badKey();
    if (object.items.has(key)) throw keyTaken(key);
    return this.insert(object, actor, key, { data, ...withTtl(ttl) });
  }

  updateItem(kind: SyncKind, name: string, actor: Actor, key: ItemKey, change: Change): SyncItem {
    const object = this.writing(kind, name, actor, change.data);
    const item = itemOf(object, key);
    assertRevision(kind, item, change.ifMatch);
    this.apply(object, item, change);
    if (change.data !== undefined) this.changed(object, 'item_updated', item.data, item);
    return item;
  }

  /** A map's item, made if it is not there. Only clients can do this. */
  putItem(
    name: string,
    actor: Actor,
    key: string,
    change: Change,
  ): { readonly item: SyncItem; readonly added: boolean } {
    const object = this.object('map', name);
    if (object.items.has(key)) {
      return { item: this.updateItem('map', name, actor, key, change), added: false };
    }
    this.authorize(object, actor, 'write');
    take(object, 'writes', costOf(change.data));
    if (change.ifMatch !== undefined && change.ifMatch !== '-1') throw staleRevision('map');
    if (!isName(key)) throw badKey();
    return { item: this.insert(object, actor, key, change), added: true };
  }

  removeItem(kind: SyncKind, name: string, actor: Actor, key: ItemKey, ifMatch?: string): SyncItem {
    const object = this.writing(kind, name, actor);
    const item = itemOf(object, key);
    assertRevision(kind, item, ifMatch);
    this.itemRemoved(object, item);
    return item;
  }

  listPermissions(kind: SyncKind, name: string): readonly [string, Permission][] {
    return [...this.permitting(kind, name).permissions];
  }

  permission(kind: SyncKind, name: string, identity: string): Permission {
    return this.permitting(kind, name).permissions.get(identity) ?? NOBODY;
  }

  setPermission(kind: SyncKind, name: string, identity: string, permission: Permission): void {
    this.permitting(kind, name).permissions.set(identity, permission);
  }

  removePermission(kind: SyncKind, name: string, identity: string): void {
    this.permitting(kind, name).permissions.delete(identity);
  }

  /** The object that a sid or unique name is of, whoever asks and how often. */
  object(kind: SyncKind, name: string): SyncObject {
    const object = this.find(kind, name);
    if (!object) throw noObject(kind, name);
    return object;
  }

  private find(kind: SyncKind, name: string): SyncObject | undefined {
    const bySid = this.objects.get(name);
    if (bySid) return bySid.kind === kind ? bySid : undefined;
    return this.all().find((one) => one.kind === kind && one.uniqueName === name);
  }

  private permitting(kind: SyncKind, name: string): SyncObject {
    const object = this.object(kind, name);
    take(object, 'permissions');
    return object;
  }

  private reading(kind: SyncKind, name: string, actor: Actor): SyncObject {
    const object = this.object(kind, name);
    this.authorize(object, actor, 'read');
    take(object, 'reads');
    return object;
  }

  private writing(kind: SyncKind, name: string, actor: Actor, data?: unknown): SyncObject {
    const object = this.object(kind, name);
    this.authorize(object, actor, 'write');
    take(object, 'writes', costOf(data));
    return object;
  }

  private authorize(object: SyncObject, actor: Actor, right: keyof Permission): void {
    if (!this.permissionOf(object, actor)[right]) throw forbidden();
  }

  private permissionOf(object: SyncObject, actor: Actor): Permission {
    if (actor === null || !this.rules().acl) return EVERYTHING;
    return object.permissions.get(actor) ?? NOBODY;
  }

  private append(object: SyncObject, actor: Actor, change: Change): SyncItem {
    const index = object.nextIndex;
    const item = this.insert(object, actor, index, change);
    object.nextIndex = index + 1;
    return item;
  }

  private insert(object: SyncObject, actor: Actor, key: ItemKey, change: Change): SyncItem {
    const item: SyncItem = {
      key,
      ...this.fresh(actor, checkedData(change.data), this.expiry(change.ttl) ?? null),
    };
    object.items.set(key, item);
    this.changed(object, 'item_added', item.data, item);
    this.expireLater(item, () => this.itemRemoved(object, item));
    return item;
  }

  private apply(object: SyncObject, record: SyncObject | SyncItem, change: Change): void {
    if (change.data === undefined && change.ttl === undefined) throw nothingGiven();
    const data = change.data === undefined ? undefined : checkedData(change.data);
    const expiresAt = this.expiry(change.ttl);
    if (data !== undefined) {
      record.data = data;
      record.revision += 1;
    }
    record.updatedAt = this.clock.now();
    if (expiresAt === undefined) return;
    record.expiresAt = expiresAt;
    this.expireLater(record, () =>
      'key' in record ? this.itemRemoved(object, record) : this.removed(object),
    );
  }

  private itemRemoved(object: SyncObject, item: SyncItem): void {
    if (object.items.get(item.key) !== item) return;
    object.items.delete(item.key);
    this.changed(object, 'item_removed', item.data, item);
  }

  private removed(object: SyncObject): void {
    if (!this.objects.has(object.sid)) return;
    this.changed(object, 'removed', object.data);
    this.objects.delete(object.sid);
  }

  private fresh(actor: Actor, data: unknown, expiresAt: number | null) {
    const at = this.clock.now();
    return {
      createdBy: actor ?? SYSTEM,
      createdAt: at,
      updatedAt: at,
      expiresAt,
      data,
      revision: 0,
      lastEventId: 0,
    };
  }

  private changed(
    object: SyncObject,
    type: SyncChange['type'],
    data: unknown,
    item: SyncItem | null = null,
  ): void {
    const at = this.clock.now();
    const previousId = object.lastEventId;
    object.lastEventId = previousId + 1;
    object.updatedAt = at;
    if (item) {
      item.lastEventId = object.lastEventId;
      object.revision += 1;
    }
    const change: SyncChange = {
      id: object.lastEventId,
      previousId,
      type,
      at,
      revision: object.revision,
      data,
      expiresAt: (item ?? object).expiresAt,
      item: item && { key: item.key, revision: item.revision },
    };
    object.changes.push(change);
    for (const listener of this.listeners) listener(object, change);
  }

  /** Undefined: as it was; null: never. */
  private expiry(ttl: number | undefined): number | null | undefined {
    if (ttl === undefined) return undefined;
    if (!Number.isInteger(ttl) || ttl < 0 || ttl > LONGEST_TTL) throw badTtl();
    return ttl === 0 ? null : this.clock.now() + ttl * 1000;
  }

  private expireLater(record: SyncObject | SyncItem, remove: () => void): void {
    const { expiresAt } = record;
    if (expiresAt === null) return;
    this.clock.alarm(expiresAt, () => {
      if (record.expiresAt === expiresAt) remove();
    });
  }
}

const withTtl = (ttl: number | undefined) => (ttl === undefined ? {} : { ttl });

const isName = (name: string): boolean => name.length > 0 && name.length <= LONGEST_NAME;

const bytesOf = (data: unknown): number => Buffer.byteLength(JSON.stringify(data) ?? '');

const checkedData = (data: unknown): unknown => {
  if (!isJsonObject(data)) throw badData();
  if (bytesOf(data) > LARGEST_DATA) throw tooLarge();
  return data;
};

/**
 * "Objects larger than 1 KiB are rate-limited more aggressively", down to 2 writes a second from 10 KiB on
 * (documented). In between it is assumed to go by size.
 */
const costOf = (data: unknown): number =>
  data === undefined ? 1 : Math.min(10, Math.max(1, bytesOf(data) / KIB));

const take = (object: SyncObject, way: Way, cost?: number): void => {
  if (!object.usage.take(way, cost)) throw tooMany();
};

const itemOf = (object: SyncObject, key: ItemKey): SyncItem => {
  const item = object.items.get(key);
  if (!item) throw noItem(object.kind, key);
  return item;
};

/** As REST's `ETag` brings it or as the field `revision` has it. */
const assertRevision = (
  kind: SyncKind,
  { revision }: SyncObject | SyncItem,
  ifMatch: string | undefined,
): void => {
  if (ifMatch === undefined) return;
  const match = /^"?(-?\d+)"?$/.exec(ifMatch);
  if (!match) throw badIfMatch();
  if (Number(match[1]) !== revision) throw staleRevision(kind);
};
