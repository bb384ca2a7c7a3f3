import type { DraftHeader } from '../../../src/core/publishing/types';
import { fail, ok, type Result } from '../../../src/core/result';
import type { CatalogRequests } from '../../../src/core/service/catalogRequests';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { readDraft, writeDraft } from './documents';
import { addToAudit } from './history';
import type { Author } from './people';
import type { SyncSession } from './session';
import { shardsMissing, type Shards } from './shards';

type Answer<T> = Promise<Result<T, ServiceError>>;

export const draftMoved = (current: DraftHeader | null): ServiceError => ({
  code: 'draft-moved',
  message: 'The draft is another one than the one that was expected',
  details: { current },
});

const auditDraft = (
  action: 'draft-begun' | 'draft-discarded',
  { name, workerSid }: Author,
  session: SyncSession,
) =>
  addToAudit(
    { action, by: name, workerSid, at: session.clock.now(), version: null, note: null },
    session,
  );

/** Replaces the draft that the author knew, or begins one where there is none. */
export async function saveDraft(
  request: CatalogRequests['saveDraft'],
  author: Author,
  session: SyncSession,
  shards: Shards,
): Answer<DraftHeader> {
  const stored = await shards.find([request.manifest], session);
  if (!stored.ok) return stored;
  if (!stored.value.has(request.manifest)) return fail(shardsMissing([request.manifest]));

  const read = await readDraft(session);
  if (!read.ok) return read;
  const { header, lastRevision } = read.value;
  if ((header?.revision ?? null) !== request.revision) return judgeOther(header, request, author);
  const next: DraftHeader = {
    revision: lastRevision + 1,
    manifest: request.manifest,
    basedOn: request.basedOn,
    by: author.name,
    at: session.clock.now(),
  };
  const written = await writeDraft(session, read.value, next);
  if (written.ok) {
    // The draft is saved, whether or not this is.
    if (request.revision === null) await auditDraft('draft-begun', author, session);
    return ok(next);
  }
  if (written.error.code !== 'conflict') return written;
  const now = await readDraft(session);
  return now.ok ? judgeOther(now.value.header, request, author) : now;
}

/** The draft is not the one that was to be replaced: it may be this very request's, whose answer was lost. */
const judgeOther = (
  header: DraftHeader | null,
  { manifest, basedOn, revision }: CatalogRequests['saveDraft'],
  { name }: Author,
): Result<DraftHeader, ServiceError> =>
  header?.manifest === manifest &&
  header.basedOn === basedOn &&
  header.by === name &&
  (revision === null || header.revision === revision + 1)
    ? ok(header)
    : fail(draftMoved(header));

export async function discardDraft(
  { revision }: CatalogRequests['discardDraft'],
  author: Author,
  session: SyncSession,
): Answer<null> {
  const read = await readDraft(session);
  if (!read.ok) return read;
  const { header, lastRevision, publishedAs } = read.value;
  if (!header && lastRevision === revision && publishedAs === null) return ok(null);
  if (header?.revision !== revision) return fail(draftMoved(header));
  const written = await writeDraft(session, read.value, { revision });
  if (written.ok) {
    await auditDraft('draft-discarded', author, session);
    return ok(null);
  }
  if (written.error.code !== 'conflict') return written;
  const now = await readDraft(session);
  if (!now.ok) return now;
  // A lost answer, again.
  return now.value.header === null && now.value.lastRevision === revision
    ? ok(null)
    : fail(draftMoved(now.value.header));
}
