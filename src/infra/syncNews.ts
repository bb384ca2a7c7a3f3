import type { SyncClient, SyncDocument } from 'twilio-sync';
import type { CatalogNews, CatalogRefused, Rights } from '../app/editing/ports';
import type { Clock } from '../app/ports';
import { carriedShards } from '../core/publishing/carried';
import { readDraftHeader, readVersionHeader } from '../core/publishing/headers';
import type { DraftHeader, ShardTexts, VersionHeader } from '../core/publishing/types';
import type { Result } from '../core/result';

/** Of our own Sync Service. */
const POINTER = 'debrief.pointer';
const DRAFT = 'debrief.draft';

interface SyncPass {
  readonly token: string;
  /** Editors read the draft too. Absent: the service is of an older version. */
  readonly rights?: Rights | undefined;
}

export interface SyncNewsParts {
  /** A short-lived token for our own Sync Service. */
  readonly mintToken: () => Promise<Result<SyncPass, CatalogRefused>>;
  /** In a file of its own: the client weighs a third of the plugin. */
  readonly loadClient: () => Promise<{ readonly SyncClient: typeof SyncClient }>;
  readonly clock: Clock;
}

const FIRST_RETRY_MS = 5_000;
const LAST_RETRY_MS = 300_000;

const listeners = <T extends readonly unknown[]>() => {
  const all = new Set<(...news: T) => void>();
  return {
    add: (listener: (...news: T) => void) => {
      all.add(listener);
      return () => void all.delete(listener);
    },
    tell: (...news: T) => all.forEach((listener) => listener(...news)),
  };
};

/**
 * What Sync pushes of our two documents. `manager.insightsClient` is of another product's scope (Flex UI 2.17.1), and
 * Flex's own token of another Sync service, so this is a client of our own. Where it cannot start, it tries again,
 * ever more seldom; once it is connected, the client sees to that itself, and reads anew what it has missed.
 */
export const createSyncNews = (parts: SyncNewsParts): CatalogNews => {
  const { loadClient, clock } = parts;
  const versions = listeners<[VersionHeader, ShardTexts]>();
  const drafts = listeners<[DraftHeader | null]>();
  const rightsHeard = listeners<[Rights]>();
  let rights: Rights | null = null;

  const mintToken: SyncNewsParts['mintToken'] = async () => {
    const allowed = await parts.mintToken();
    if (allowed.ok && allowed.value.rights) {
      rights = allowed.value.rights;
      rightsHeard.tell(rights);
    }
    return allowed;
  };

  const follow = (document: SyncDocument, tell: (data: unknown) => void): void => {
    document.on('updated', ({ data }: { readonly data: unknown }) => tell(data));
    tell(document.data);
  };

  const connect = async (): Promise<boolean> => {
    const allowed = await mintToken();
    if (!allowed.ok) return !allowed.error.retryable;
    const { SyncClient: Client } = await loadClient();
    const client = new Client(allowed.value.token, { logLevel: 'silent' });
    const renew = async (): Promise<void> => {
      const renewed = await mintToken();
      if (renewed.ok) await client.updateToken(renewed.value.token);
    };
    client.on('tokenAboutToExpire', () => void renew().catch(() => undefined));
    // twilio-sync 4.0.1 loses a token that it is given now, as after the sleep of a laptop.
    client.on(
      'tokenExpired',
      () =>
        void client
          .shutdown()
          .catch(() => undefined)
          .then(start),
    );
    const open = (id: string) => client.document({ id, mode: 'open_existing' });
    try {
      follow(await open(POINTER), (data) => {
        const header = readVersionHeader(data);
        if (header) versions.tell(header, carriedShards(data));
      });
      if (rights?.edits) {
        follow(await open(DRAFT), (data) => drafts.tell(readDraftHeader(data)));
      }
    } catch (error) {
      await client.shutdown();
      throw error;
    }
    return true;
  };

  const start = async (): Promise<void> => {
    for (let pause = FIRST_RETRY_MS; ; pause = Math.min(LAST_RETRY_MS, pause * 2)) {
      if (await connect().catch(() => false)) return;
      await clock.wait(pause * (0.5 + clock.random()));
    }
  };
  void start();

  return {
    onVersion: versions.add,
    onDraft: drafts.add,
    onRights: (listener) => {
      if (rights) listener(rights);
      return rightsHeard.add(listener);
    },
  };
};
