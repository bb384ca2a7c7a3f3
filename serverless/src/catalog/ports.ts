import type { CallResult } from '../save/ports';

/** The two documents: which version is in force, and the draft that supervisors share. */
export type DocumentName = 'debrief.pointer' | 'debrief.draft';

export interface SyncDocument {
  /** Unchecked; an empty object until something is written. */
  readonly data: unknown;
  readonly revision: string;
}

export interface SyncItem {
  readonly data: unknown;
  readonly revision: string;
}

export interface SyncEntry extends SyncItem {
  readonly key: string;
}

export interface EntriesAsked {
  readonly newestFirst: boolean;
  /** The key of the entry before the first that is asked for. */
  readonly after: string | null;
  readonly size: number;
}

export interface EntryPage {
  readonly entries: readonly SyncEntry[];
  readonly hasMore: boolean;
}

export type SyncKind = 'document' | 'map' | 'list';

/** The Sync Service as far as catalogs need it. A call ends within `limitMs`; none throws. */
export interface Sync {
  /** Makes an empty one; leaves one that is there already as it is. */
  readonly make: (kind: SyncKind, name: string, limitMs: number) => CallResult<null>;
  /** Null: it is not there. */
  readonly readDocument: (name: DocumentName, limitMs: number) => CallResult<SyncDocument | null>;
  /** Replaces the document if the revision still holds; else `conflict`. */
  readonly writeDocument: (
    name: DocumentName,
    data: object,
    revision: string,
    limitMs: number,
  ) => CallResult<SyncDocument>;
  /** What the map holds under the key; null: nothing. */
  readonly readItem: (map: string, key: string, limitMs: number) => CallResult<SyncItem | null>;
  /** Leaves what is there already as it is, and answers false. */
  readonly addItem: (
    map: string,
    key: string,
    data: object,
    limitMs: number,
  ) => CallResult<boolean>;
  /** Replaces what is there already. */
  readonly setItem: (map: string, key: string, data: object, limitMs: number) => CallResult<null>;
  /** With a revision: only if it still holds; else `conflict`. */
  readonly removeItem: (
    map: string,
    key: string,
    revision: string | null,
    limitMs: number,
  ) => CallResult<null>;
  /** In the order of the keys. */
  readonly listItems: (map: string, asked: EntriesAsked, limitMs: number) => CallResult<EntryPage>;
  readonly append: (list: string, data: object, limitMs: number) => CallResult<null>;
  readonly listEntries: (
    list: string,
    asked: EntriesAsked,
    limitMs: number,
  ) => CallResult<EntryPage>;
  /** Lets an identity read a document, and nothing else. */
  readonly allowReading: (
    name: DocumentName,
    identity: string,
    limitMs: number,
  ) => CallResult<null>;
  /** Takes from an identity what it may do with a document. */
  readonly forbid: (name: DocumentName, identity: string, limitMs: number) => CallResult<null>;
}

/** What an identity calls itself in Sync with. */
export interface SyncToken {
  readonly token: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number;
}
export type MintToken = (identity: string) => SyncToken;
