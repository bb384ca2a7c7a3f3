import type { CatalogContent } from '../../core/catalog/types';
import type {
  AuditEntry,
  ContentHash,
  DraftHeader,
  ShardTexts,
  VersionHeader,
} from '../../core/publishing/types';
import type { Result } from '../../core/result';
import type { ServiceErrorCode } from '../../core/service/serviceErrors';
import type { Clock } from '../ports';
import type { AccountDirectory } from './directory';

/** Why the catalog service did not do what it was asked to. */
export interface CatalogRefused {
  /** `unreachable`: no answer. `damaged`: what came back is not what its hash says. */
  readonly code: ServiceErrorCode | 'unreachable' | 'unreadable' | 'damaged';
  /** Whether the same call may succeed later. */
  readonly retryable: boolean;
  /** E.g. the header of the version or the draft that was there first. */
  readonly details: Readonly<Record<string, unknown>>;
}

export interface Draft extends DraftHeader {
  readonly content: CatalogContent;
}

/** How far a long call has come. */
export interface Progress {
  readonly done: number;
  readonly total: number;
}
export type OnProgress = (progress: Progress) => void;

export interface DraftToSave {
  readonly content: CatalogContent;
  readonly basedOn: number;
  /** The revision this content was made from; null to begin the draft. */
  readonly revision: number | null;
}

export interface VersionToPublish {
  /** The draft's revision that was looked at; anything saved since is a refusal. */
  readonly revision: number;
  /** The version in force that the author knew of; another one is a refusal. */
  readonly expects: number;
  readonly note: string;
}

/** A page of a list, newest first; `next` asks for the one after it, null: there is none. */
export interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

type Answer<T> = Promise<Result<T, CatalogRefused>>;

export interface LoadOptions {
  readonly onProgress?: OnProgress;
  /** What is at hand already, unchecked. */
  readonly carried?: ShardTexts;
  /** Waited for before the service is asked for these. */
  readonly beforeAsking?: (hashes: readonly ContentHash[]) => Promise<unknown>;
}

/** The service that keeps catalogs. Never throws. */
export interface CatalogService {
  /** The version in force; null where none has been published. */
  readonly current: () => Answer<VersionHeader | null>;
  /** What a manifest names, checked by its hash. Parts known already are not asked for again. */
  readonly load: (manifest: ContentHash, options?: LoadOptions) => Answer<CatalogContent>;
  readonly draft: () => Answer<Draft | null>;
  /** Refused with `draft-moved` when somebody else has saved since `revision`. */
  readonly saveDraft: (draft: DraftToSave, onProgress?: OnProgress) => Answer<DraftHeader>;
  readonly discardDraft: (revision: number) => Answer<null>;
  /** Refused with `version-moved`, `draft-moved`, `catalog-broken` or `used-changed`. All or nothing. */
  readonly publish: (what: VersionToPublish) => Answer<VersionHeader>;
  /** A new version with the content of an earlier one. The draft stays. */
  readonly rollBack: (to: number, expects: number, note: string) => Answer<VersionHeader>;
  readonly versions: (after?: string) => Answer<Page<VersionHeader>>;
  readonly audit: (after?: string) => Answer<Page<AuditEntry>>;
}

/** Shards kept in the browser. May be unavailable: then nothing is found, and nothing kept. Never throws. */
export interface ShardCache {
  /** Those that are there, unchecked. */
  readonly find: (hashes: readonly ContentHash[]) => Promise<ReadonlyMap<ContentHash, string>>;
  readonly keep: (shards: ReadonlyMap<ContentHash, string>) => Promise<void>;
}

/** What the service lets a person do. */
export interface Rights {
  readonly edits: boolean;
  readonly publishes: boolean;
}

/** What is seen of others without asking: pushed, never polled. Answers how to stop. */
export interface CatalogNews {
  /** `carried`: what came with the news of what the version consists of. */
  readonly onVersion: (
    listener: (header: VersionHeader, carried: ShardTexts) => void,
  ) => () => void;
  /** Only supervisors hear of it; null: it was discarded or published. */
  readonly onDraft: (listener: (header: DraftHeader | null) => void) => () => void;
  /** Also what was told before; never: nobody knows. */
  readonly onRights: (listener: (rights: Rights) => void) => () => void;
}

/** What a page has not got to the service yet, and what it was made from. */
export interface UnsavedDraft {
  /** What this page and the service had last agreed on. */
  readonly base: CatalogContent;
  readonly content: CatalogContent;
}

export interface LeftDraft {
  readonly page: string;
  /** As it was stored, unchecked. */
  readonly unsaved: unknown;
}

/**
 * Keeps what is not saved over a reload or a crash, each page's own. May be unavailable: then nothing is left and
 * nothing kept. Never throws.
 */
export interface UnsavedDrafts {
  /** What earlier pages, or other ones, have kept; it stays until it is forgotten. */
  readonly left: () => Promise<readonly LeftDraft[]>;
  readonly forget: (pages: readonly string[]) => Promise<void>;
  /** Replaces what this page has kept; null: it has nothing to keep any more. */
  readonly keep: (unsaved: UnsavedDraft | null) => Promise<void>;
}

/** What the catalog editor works with. */
export interface EditingPorts {
  /** Null where none is configured: the catalog is shown, and can be exported. */
  readonly service: CatalogService | null;
  readonly news: CatalogNews;
  readonly unsaved: UnsavedDrafts;
  readonly clock: Clock;
  readonly directory: AccountDirectory;
  /** What agents work with while the service has published nothing, or cannot be asked. */
  readonly fallback: CatalogContent;
}
