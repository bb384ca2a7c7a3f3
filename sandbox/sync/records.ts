import type { Usage } from './Usage';

export const SYNC_KINDS = ['document', 'map', 'list'] as const;
export type SyncKind = (typeof SYNC_KINDS)[number];

/** A map's item has a text, a list's a number. */
export type ItemKey = string | number;

/** What one identity may do with one object. */
export interface Permission {
  readonly read: boolean;
  readonly write: boolean;
  readonly manage: boolean;
}

/** Who asks: the identity of a token, or null for the account's own credentials, which may do everything. */
export type Actor = string | null;

/** What every object and every item has. */
interface Dated {
  readonly createdBy: string;
  readonly createdAt: number;
  updatedAt: number;
  expiresAt: number | null;
  data: unknown;
  revision: number;
  lastEventId: number;
}

export interface SyncItem extends Dated {
  readonly key: ItemKey;
}

/** Something that happened to an object, kept so that whoever was away can be told. */
export interface SyncChange {
  readonly id: number;
  readonly previousId: number;
  readonly type: 'updated' | 'removed' | 'item_added' | 'item_updated' | 'item_removed';
  readonly at: number;
  /** Of the object. */
  readonly revision: number;
  readonly data: unknown;
  readonly expiresAt: number | null;
  readonly item: { readonly key: ItemKey; readonly revision: number } | null;
}

export interface SyncObject extends Dated {
  readonly kind: SyncKind;
  readonly sid: string;
  readonly uniqueName: string | null;
  /** Empty in documents. */
  readonly items: Map<ItemKey, SyncItem>;
  /** Of a list: never given twice. */
  nextIndex: number;
  readonly permissions: Map<string, Permission>;
  readonly changes: SyncChange[];
  readonly usage: Usage;
}
