import { isJsonObject } from '../../../src/core/json';
import { readAuditEntry, readVersionHeader } from '../../../src/core/publishing/headers';
import type { AuditEntry, VersionHeader } from '../../../src/core/publishing/types';
import { ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import { readPointer } from './documents';
import { inPages } from './inPages';
import type { SyncEntry } from './ports';
import type { SyncSession } from './session';

export const VERSIONS = 'debrief.versions';
export const AUDIT = 'debrief.audit';
const PAGE = 50;
/** How far back an entry of the audit is looked for before it is written. */
const RECENT = 20;
const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a version is kept at least after another has taken its place. */
const KEPT_MS = 30 * DAY_MS;
/** So many are dropped at one publication at most: it has other things to do. */
const PRUNED_AT_ONCE = 5;

type Answer<T> = Promise<Result<T, ServiceError>>;

export interface HistoryPage<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** Keys are sorted as texts. */
const keyOf = (version: number): string => String(version).padStart(15, '0');

const present = <T>(values: readonly (T | null)[]): readonly T[] =>
  values.filter((value): value is T => value !== null);

/** A version that was in force once, or is. */
export async function findVersion(
  version: number,
  inForce: VersionHeader | null,
  { sync, persist }: SyncSession,
): Answer<VersionHeader | null> {
  if (inForce?.version === version) return ok(inForce);
  const item = await persist((limitMs) => sync.readItem(VERSIONS, keyOf(version), limitMs));
  return item.ok ? ok(readVersionHeader(item.value?.data)) : item;
}

/**
 * Puts the version in force among those that were, right before another takes its place. Done twice it changes
 * nothing but the time, and nobody reads the entry as long as the pointer names the version.
 */
export const keepVersion = (
  header: VersionHeader,
  { sync, persist, clock }: SyncSession,
): Answer<null> =>
  persist((limitMs) =>
    sync.setItem(
      VERSIONS,
      keyOf(header.version),
      { ...header, supersededAt: clock.now() },
      limitMs,
    ),
  );

/** All versions that were in force once and are still kept. */
export async function keptVersions(session: SyncSession): Answer<readonly VersionHeader[]> {
  const kept: VersionHeader[] = [];
  const read = await inPages(VERSIONS, session, async (entries) => {
    kept.push(...present(entries.map(({ data }) => readVersionHeader(data))));
    return ok(null);
  });
  return read.ok ? ok(kept) : read;
}

export async function listVersions(
  after: string | undefined,
  session: SyncSession,
): Answer<HistoryPage<VersionHeader>> {
  const { sync, persist } = session;
  const pointer = await readPointer(session);
  if (!pointer.ok) return pointer;
  const { header } = pointer.value;
  if (!header) return ok({ items: [], next: null });
  const listed = await persist((limitMs) =>
    sync.listItems(
      VERSIONS,
      { newestFirst: true, after: after ?? keyOf(header.version), size: PAGE },
      limitMs,
    ),
  );
  if (!listed.ok) return listed;
  const { entries, hasMore } = listed.value;
  const earlier = present(entries.map(({ data }) => readVersionHeader(data)));
  return ok({
    items: after === undefined ? [header, ...earlier] : earlier,
    next: hasMore ? (entries.at(-1)?.key ?? null) : null,
  });
}

const isOutdated = ({ data }: SyncEntry, now: number): boolean => {
  const at = isJsonObject(data) ? data['supersededAt'] : null;
  return typeof at === 'number' && at < now - KEPT_MS;
};

/** Drops versions that nobody can still be on. */
export async function pruneVersions(session: SyncSession): Answer<null> {
  const { sync, persist, clock } = session;
  const oldest = await persist((limitMs) =>
    sync.listItems(VERSIONS, { newestFirst: false, after: null, size: PRUNED_AT_ONCE }, limitMs),
  );
  if (!oldest.ok) return oldest;
  for (const entry of oldest.value.entries) {
    if (!isOutdated(entry, clock.now())) break;
    const removed = await persist((limitMs) => sync.removeItem(VERSIONS, entry.key, null, limitMs));
    if (!removed.ok) return removed;
  }
  return ok(null);
}

export async function listAudit(
  after: string | undefined,
  { sync, persist }: SyncSession,
): Answer<HistoryPage<AuditEntry>> {
  const listed = await persist((limitMs) =>
    sync.listEntries(AUDIT, { newestFirst: true, after: after ?? null, size: PAGE }, limitMs),
  );
  if (!listed.ok) return listed;
  const { entries, hasMore } = listed.value;
  return ok({
    items: present(entries.map(({ data }) => readAuditEntry(data))),
    next: hasMore ? (entries.at(-1)?.key ?? null) : null,
  });
}

/**
 * Appends the entry unless it is there already: a call whose answer was lost may have done it, and so may a run that
 * died. The look and the write share the time.
 */
export const addToAudit = (entry: AuditEntry, { sync, persist }: SyncSession): Answer<null> =>
  persist(async (limitMs) => {
    const asked = { newestFirst: true, after: null, size: RECENT };
    const recent = await sync.listEntries(AUDIT, asked, limitMs / 2);
    if (!recent.ok) return recent;
    const isThere = recent.value.entries.some(({ data }) => {
      const known = readAuditEntry(data);
      return (
        known?.action === entry.action &&
        known.at === entry.at &&
        known.workerSid === entry.workerSid &&
        known.version === entry.version
      );
    });
    return isThere ? ok(null) : sync.append(AUDIT, entry, limitMs / 2);
  });
