import { checkUsed } from '../../../src/core/catalog/checkUsed';
import { parseCatalog } from '../../../src/core/catalog/parseCatalog';
import type { CatalogContent, CatalogProblem } from '../../../src/core/catalog/types';
import type { AuditEntry, VersionHeader } from '../../../src/core/publishing/types';
import { fail, ok, type Result } from '../../../src/core/result';
import type { CatalogRequests } from '../../../src/core/service/catalogRequests';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { readDraft, readPointer, writeDraft, type DraftDocument, type Pointer } from './documents';
import { draftMoved } from './drafts';
import { addToAudit, findVersion, keepVersion, pruneVersions } from './history';
import type { Author } from './people';
import type { SyncSession } from './session';
import type { Shards } from './shards';

type Answer<T> = Promise<Result<T, ServiceError>>;

export interface PublishPorts {
  readonly shards: Shards;
  /** The number that the catalog without the service has: published ones begin after it. */
  readonly fallbackVersion: (session: SyncSession) => Answer<number>;
}

/** So many problems fit an answer; the editor has found them all by itself before. */
const TOLD = 50;

const withProblems = (
  code: 'catalog-broken' | 'used-changed',
  message: string,
  problems: readonly CatalogProblem[],
): ServiceError => ({
  code,
  message,
  details: { problems: problems.slice(0, TOLD), count: problems.length },
});

const versionMoved = (current: VersionHeader | null): ServiceError => ({
  code: 'version-moved',
  message: 'Another version is in force than the one that was expected',
  details: { current },
});

const checkSound = (content: CatalogContent, version: number): ServiceError | null => {
  const parsed = parseCatalog({ ...content, version });
  return parsed.ok
    ? null
    : withProblems('catalog-broken', 'The catalog has problems', parsed.error);
};

const checkAgainstUsed = (published: CatalogContent, next: CatalogContent): ServiceError | null => {
  const problems = checkUsed(published, next);
  return problems.length === 0
    ? null
    : withProblems('used-changed', 'What a published version has was changed', problems);
};

const nextNumber = async (
  { header }: Pointer,
  { fallbackVersion }: PublishPorts,
  session: SyncSession,
): Answer<number> => {
  if (header) return ok(header.version + 1);
  const fallback = await fallbackVersion(session);
  return fallback.ok ? ok(fallback.value + 1) : fallback;
};

const isSame = (one: VersionHeader, other: VersionHeader): boolean =>
  one.version === other.version &&
  one.manifest === other.manifest &&
  one.by === other.by &&
  one.at === other.at;

/**
 * The one step that decides: before it the old version is in force and whole, after it the new one. Where the pointer
 * has moved, it may be by this very write, whose answer was lost.
 */
async function movePointer(
  from: Pointer,
  header: VersionHeader,
  session: SyncSession,
): Answer<VersionHeader> {
  const { sync, persist } = session;
  const moved = await persist((limitMs) =>
    sync.writeDocument('debrief.pointer', header, from.revision, limitMs),
  );
  if (moved.ok) return ok(header);
  if (moved.error.code !== 'conflict') return moved;
  const now = await readPointer(session);
  if (!now.ok) return now;
  const current = now.value.header;
  return current && isSame(current, header) ? ok(header) : fail(versionMoved(current));
}

/** Puts a checked version in force; the one before it stays to be found. */
async function putInForce(
  pointer: Pointer,
  header: VersionHeader,
  session: SyncSession,
): Answer<VersionHeader> {
  if (pointer.header) {
    const kept = await keepVersion(pointer.header, session);
    if (!kept.ok) return kept;
  }
  return movePointer(pointer, header, session);
}

const auditOf = (header: VersionHeader, workerSid: string): AuditEntry => ({
  action: header.rolledBackTo === undefined ? 'published' : 'rolled-back',
  by: header.by,
  workerSid,
  at: header.at,
  version: header.version,
  note: header.note,
});

/** What is left to do once a version is in force. It is in force whether or not this is done. */
async function finish(
  header: VersionHeader,
  { workerSid }: Author,
  session: SyncSession,
): Promise<void> {
  await addToAudit(auditOf(header, workerSid), session);
  await pruneVersions(session);
}

/** The draft became the version. Whoever has saved since goes on with theirs. */
const clearDraft = (draft: DraftDocument, { version }: VersionHeader, session: SyncSession) =>
  writeDraft(session, draft, { revision: draft.lastRevision, publishedAs: version });

interface Publication {
  readonly request: CatalogRequests['publish'];
  readonly author: Author;
  readonly session: SyncSession;
}

/** Whether the version in force is what this request asked for, before its answer was lost. */
const isDone = (
  header: VersionHeader,
  { request, author }: Publication,
  draft: DraftDocument,
): boolean =>
  header.version > request.expects &&
  header.note === request.note &&
  header.by === author.name &&
  draft.lastRevision === request.revision &&
  (draft.publishedAs === header.version || draft.header?.manifest === header.manifest);

/**
 * Makes the draft the version in force, for all or not at all. Only the last step is seen by anybody, so a run that
 * died anywhere can be made again.
 */
export async function publish(
  publication: Publication,
  ports: PublishPorts,
): Answer<VersionHeader> {
  const { request, author, session } = publication;
  const [read, drafted] = await Promise.all([readPointer(session), readDraft(session)]);
  if (!read.ok) return read;
  if (!drafted.ok) return drafted;
  const [pointer, draft] = [read.value, drafted.value];
  const inForce = pointer.header;
  if (inForce && isDone(inForce, publication, draft)) {
    if (draft.header) await clearDraft(draft, inForce, session);
    await finish(inForce, author, session);
    return ok(inForce);
  }
  if ((inForce?.version ?? 0) !== request.expects) return fail(versionMoved(inForce));
  if (draft.header?.revision !== request.revision) return fail(draftMoved(draft.header));

  const version = await nextNumber(pointer, ports, session);
  if (!version.ok) return version;
  const next = await ports.shards.assemble(draft.header.manifest, session);
  if (!next.ok) return next;
  const broken = checkSound(next.value, version.value);
  if (broken) return fail(broken);
  if (inForce) {
    const published = await ports.shards.assemble(inForce.manifest, session);
    if (!published.ok) return published;
    const changed = checkAgainstUsed(published.value, next.value);
    if (changed) return fail(changed);
  }

  const done = await putInForce(
    pointer,
    {
      version: version.value,
      manifest: draft.header.manifest,
      note: request.note,
      by: author.name,
      at: session.clock.now(),
    },
    session,
  );
  if (!done.ok) return done;
  await clearDraft(draft, done.value, session);
  await finish(done.value, author, session);
  return done;
}

interface RollBack {
  readonly request: CatalogRequests['rollBack'];
  readonly author: Author;
  readonly session: SyncSession;
}

/**
 * A new version with the content of an earlier one. Options that came since are gone with it: it must be possible at
 * any time to take a version back.
 */
export async function rollBack(
  { request, author, session }: RollBack,
  { shards }: PublishPorts,
): Answer<VersionHeader> {
  const read = await readPointer(session);
  if (!read.ok) return read;
  const { header: inForce } = read.value;
  if (
    inForce &&
    inForce.version === request.expects + 1 &&
    inForce.rolledBackTo === request.to &&
    inForce.note === request.note &&
    inForce.by === author.name
  ) {
    await finish(inForce, author, session);
    return ok(inForce);
  }
  if (inForce?.version !== request.expects) return fail(versionMoved(inForce));
  const earlier = await findVersion(request.to, inForce, session);
  if (!earlier.ok) return earlier;
  if (!earlier.value) {
    return fail({ code: 'version-unknown', message: `There is no version ${request.to}` });
  }
  const version = inForce.version + 1;
  const content = await shards.assemble(earlier.value.manifest, session);
  if (!content.ok) return content;
  const broken = checkSound(content.value, version);
  if (broken) return fail(broken);
  const done = await putInForce(
    read.value,
    {
      version,
      manifest: earlier.value.manifest,
      note: request.note,
      by: author.name,
      at: session.clock.now(),
      rolledBackTo: request.to,
    },
    session,
  );
  if (done.ok) await finish(done.value, author, session);
  return done;
}
