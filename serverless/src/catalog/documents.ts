import { isJsonObject } from '../../../src/core/json';
import { readDraftHeader, readVersionHeader } from '../../../src/core/publishing/headers';
import type { DraftHeader, VersionHeader } from '../../../src/core/publishing/types';
import { ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { SyncDocument } from './ports';
import type { SyncSession } from './session';

type Answer<T> = Promise<Result<T, ServiceError>>;

/** Of a document that is not there. Nobody writes to it: who does has made it first. */
const ABSENT: SyncDocument = { data: {}, revision: '' };

export interface Pointer {
  /** The version in force; null: none has been published. */
  readonly header: VersionHeader | null;
  readonly revision: string;
}

export async function readPointer({ sync, persist }: SyncSession): Answer<Pointer> {
  const read = await persist((limitMs) => sync.readDocument('debrief.pointer', limitMs));
  if (!read.ok) return read;
  const { data, revision } = read.value ?? ABSENT;
  return ok({ header: readVersionHeader(data), revision });
}

/** The draft's document: it outlives the drafts, so that revisions never come again. */
export interface DraftDocument {
  readonly header: DraftHeader | null;
  /** Of the last draft there was; 0: there never was one. */
  readonly lastRevision: number;
  /** The version that the last draft became; null: it became none, or is still there. */
  readonly publishedAs: number | null;
  readonly revision: string;
}

const numberIn = (data: unknown, key: string): number | null => {
  const value = isJsonObject(data) ? data[key] : null;
  return typeof value === 'number' ? value : null;
};

export async function readDraft({ sync, persist }: SyncSession): Answer<DraftDocument> {
  const read = await persist((limitMs) => sync.readDocument('debrief.draft', limitMs));
  if (!read.ok) return read;
  const { data, revision } = read.value ?? ABSENT;
  return ok({
    header: readDraftHeader(data),
    lastRevision: numberIn(data, 'revision') ?? 0,
    publishedAs: numberIn(data, 'publishedAs'),
    revision,
  });
}

/** Puts another draft, or none, in the place of the one that was read; `conflict` where it is not there any more. */
export async function writeDraft(
  { sync, persist }: SyncSession,
  { revision }: DraftDocument,
  next: DraftHeader | { readonly revision: number; readonly publishedAs?: number },
): Answer<unknown> {
  return persist((limitMs) => sync.writeDocument('debrief.draft', { ...next }, revision, limitMs));
}
