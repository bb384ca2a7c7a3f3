import { checkUsed } from '../../../src/core/catalog/checkUsed';
import { keepUsed } from '../../../src/core/catalog/keepUsed';
import { parseCatalog } from '../../../src/core/catalog/parseCatalog';
import type { CatalogContent, CatalogProblem } from '../../../src/core/catalog/types';
import { pointerDocument } from '../../../src/core/publishing/carried';
import { shardContent } from '../../../src/core/publishing/shardContent';
import type { AuditEntry, ContentHash, VersionHeader } from '../../../src/core/publishing/types';
import { fail, ok, type Result } from '../../../src/core/result';
import type { CatalogRequests } from '../../../src/core/service/catalogRequests';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { readDraft, readPointer, writeDraft, type DraftDocument, type Pointer } from './documents';
import { draftMoved } from './drafts';
import { dropShards } from './dropShards';
import { addToAudit, findVersion, keepVersion, pruneVersions } from './history';
import type { Author } from './people';
import { shorter, type SyncSession } from './session';
import type { Shards } from './shards';
import type { FindUnpublished, Unpublished } from './unpublished';

type Answer<T> = Promise<Result<T, ServiceError>>;

export interface PublishPorts {
  readonly shards: Shards;
  readonly findUnpublished: FindUnpublished;
}

/** So long the one who publishes waits for old shards to be dropped. */
const DROPPING_MS = 2_500;

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

const checkAgainstUsed = (
  used: CatalogContent | null,
  next: CatalogContent,
): ServiceError | null => {
  const problems = checkUsed(used, next);
  return problems.length === 0
    ? null
    : withProblems('used-changed', 'What agents have worked with was changed', problems);
};

/**
 * What agents work with. Since no version drops an option that the one before it has, it has all that was ever
 * published.
 */
const findUsed = async (
  { header }: Pointer,
  { shards, findUnpublished }: PublishPorts,
  session: SyncSession,
): Answer<Unpublished> => {
  if (!header) return findUnpublished(session);
  const content = await shards.assemble(header.manifest, session);
  return content.ok ? ok({ version: header.version, content: content.value }) : content;
};

const isSame = (one: VersionHeader, other: VersionHeader): boolean =>
  one.version === other.version &&
  one.manifest === other.manifest &&
  one.by === other.by &&
  one.at === other.at;

/** The pointer with what everybody is about to ask for. Without it they ask: it is no reason not to publish. */
async function documentOf(
  header: VersionHeader,
  before: VersionHeader | null,
  session: SyncSession,
  shards: Shards,
): Promise<VersionHeader> {
  const next = await shards.gather(header.manifest, session);
  const earlier = before && (await shards.gather(before.manifest, session));
  return next.ok && (!earlier || earlier.ok)
    ? pointerDocument(header, next.value, earlier?.value ?? new Map<ContentHash, string>())
    : header;
}

/**
 * The one step that decides: before it the old version is in force and whole, after it the new one. Where the pointer
 * has moved, it may be by this very write, whose answer was lost.
 */
async function movePointer(
  from: Pointer,
  header: VersionHeader,
  session: SyncSession,
  shards: Shards,
): Answer<VersionHeader> {
  const { sync, persist } = session;
  const document = await documentOf(header, from.header, session, shards);
  const moved = await persist((limitMs) =>
    sync.writeDocument('debrief.pointer', document, from.revision, limitMs),
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
  shards: Shards,
): Answer<VersionHeader> {
  if (pointer.header) {
    const kept = await keepVersion(pointer.header, session);
    if (!kept.ok) return kept;
  }
  return movePointer(pointer, header, session, shards);
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
  shards: Shards,
): Promise<void> {
  await addToAudit(auditOf(header, workerSid), session);
  await pruneVersions(session);
  await dropShards(shorter(session, DROPPING_MS), shards, header.version);
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
    await finish(inForce, author, session, ports.shards);
    return ok(inForce);
  }
  if ((inForce?.version ?? 0) !== request.expects) return fail(versionMoved(inForce));
  if (draft.header?.revision !== request.revision) return fail(draftMoved(draft.header));

  const used = await findUsed(pointer, ports, session);
  if (!used.ok) return used;
  const version = used.value.version + 1;
  const next = await ports.shards.assemble(draft.header.manifest, session);
  if (!next.ok) return next;
  const broken = checkSound(next.value, version);
  if (broken) return fail(broken);
  const changed = checkAgainstUsed(used.value.content, next.value);
  if (changed) return fail(changed);

  const done = await putInForce(
    pointer,
    {
      version,
      manifest: draft.header.manifest,
      note: request.note,
      by: author.name,
      at: session.clock.now(),
    },
    session,
    ports.shards,
  );
  if (!done.ok) return done;
  await clearDraft(draft, done.value, session);
  await finish(done.value, author, session, ports.shards);
  return done;
}

interface RollBack {
  readonly request: CatalogRequests['rollBack'];
  readonly author: Author;
  readonly session: SyncSession;
}

/** The manifest of a content that goes back to an earlier one; shards are stored only where it is none of the earlier. */
async function manifestOf(
  earlier: { readonly manifest: ContentHash; readonly content: CatalogContent },
  content: CatalogContent,
  shards: Shards,
  session: SyncSession,
): Answer<ContentHash> {
  if (content === earlier.content) return ok(earlier.manifest);
  const sharded = shardContent(content);
  const stored = await shards.store(sharded.shards, session);
  return stored.ok ? ok(sharded.manifest) : stored;
}

/**
 * A new version with the content of an earlier one, which is possible at any time: options that came since are archived
 * in it, because tasks have them.
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
    await finish(inForce, author, session, shards);
    return ok(inForce);
  }
  if (inForce?.version !== request.expects) return fail(versionMoved(inForce));
  const earlier = await findVersion(request.to, inForce, session);
  if (!earlier.ok) return earlier;
  if (!earlier.value) {
    return fail({ code: 'version-unknown', message: `There is no version ${request.to}` });
  }
  const version = inForce.version + 1;
  const { manifest: before } = earlier.value;
  const [published, old] = [
    await shards.assemble(inForce.manifest, session),
    await shards.assemble(before, session),
  ];
  if (!published.ok) return published;
  if (!old.ok) return old;
  const content = keepUsed(published.value, old.value);
  const broken = checkSound(content, version);
  if (broken) return fail(broken);
  const manifest = await manifestOf(
    { manifest: before, content: old.value },
    content,
    shards,
    session,
  );
  if (!manifest.ok) return manifest;
  const done = await putInForce(
    read.value,
    {
      version,
      manifest: manifest.value,
      note: request.note,
      by: author.name,
      at: session.clock.now(),
      rolledBackTo: request.to,
    },
    session,
    shards,
  );
  if (done.ok) await finish(done.value, author, session, shards);
  return done;
}
