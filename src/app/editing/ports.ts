import type { CatalogContent } from '../../core/catalog/types';
import type {
  AuditEntry,
  ContentHash,
  DraftHeader,
  VersionHeader,
} from '../../core/publishing/types';
import type { Result } from '../../core/result';
import type { ServiceErrorCode } from '../../core/service/serviceErrors';

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

/** The service that keeps catalogs. Never throws. */
export interface CatalogService {
  /** The version in force; null where none has been published. */
  readonly current: () => Answer<VersionHeader | null>;
  /** What a manifest names, checked by its hash. Parts known already are not asked for again. */
  readonly load: (manifest: ContentHash, onProgress?: OnProgress) => Answer<CatalogContent>;
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

/** What is seen of others without asking: pushed, never polled. Answers how to stop. */
export interface CatalogNews {
  readonly onVersion: (listener: (header: VersionHeader) => void) => () => void;
  /** Only supervisors hear of it; null: it was discarded or published. */
  readonly onDraft: (listener: (header: DraftHeader | null) => void) => () => void;
}
