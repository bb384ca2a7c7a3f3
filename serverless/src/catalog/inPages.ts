import { ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { EntriesAsked, EntryPage, SyncEntry } from './ports';
import type { SyncSession } from './session';

type Answer<T> = Promise<Result<T, ServiceError>>;

const PAGE = 50;

/** Hands on all that a map holds, page by page; the first refusal ends it and is the answer. */
export async function inPages(
  map: string,
  { sync, persist }: SyncSession,
  take: (entries: readonly SyncEntry[]) => Answer<unknown>,
): Answer<null> {
  let after: string | null = null;
  do {
    const asked: EntriesAsked = { newestFirst: false, after, size: PAGE };
    const page: Result<EntryPage, ServiceError> = await persist((limitMs) =>
      sync.listItems(map, asked, limitMs),
    );
    if (!page.ok) return page;
    const taken = await take(page.value.entries);
    if (!taken.ok) return taken;
    after = page.value.hasMore ? (page.value.entries.at(-1)?.key ?? null) : null;
  } while (after !== null);
  return ok(null);
}
