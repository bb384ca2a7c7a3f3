/** Base64url of the first 18 bytes of a SHA-256: the name of an immutable text, 24 characters. */
export type ContentHash = string;

/** Immutable texts by their hashes. */
export type ShardTexts = ReadonlyMap<ContentHash, string>;

/** A published version, as the list of versions tells of it. Times are epoch milliseconds. */
export interface VersionHeader {
  readonly version: number;
  /** Names the content; the same content has the same manifest. */
  readonly manifest: ContentHash;
  /** 1 to 500 characters, by whoever published. */
  readonly note: string;
  /** Name of the person, as Flex knows it. */
  readonly by: string;
  readonly at: number;
  /** Set on a version that brings back the content of an earlier one. */
  readonly rolledBackTo?: number;
}

/** The one draft that all supervisors share. */
export interface DraftHeader {
  /** Rises with every save; a save that names an older one is refused. */
  readonly revision: number;
  readonly manifest: ContentHash;
  /** The version it began from; 0 where none has been published. */
  readonly basedOn: number;
  readonly by: string;
  readonly at: number;
}

export type AuditAction = 'published' | 'rolled-back' | 'draft-begun' | 'draft-discarded';

/** One line of the audit, which is only ever appended to. */
export interface AuditEntry {
  readonly action: AuditAction;
  readonly by: string;
  readonly workerSid: string;
  readonly at: number;
  readonly version: number | null;
  readonly note: string | null;
}
