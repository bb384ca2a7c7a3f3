import { EventEmitter } from 'node:events';
import type { SyncClient } from 'twilio-sync';
import type { CatalogRefused } from '../../../src/app/editing/ports';
import type { DraftHeader, ShardTexts, VersionHeader } from '../../../src/core/publishing/types';
import { fail, ok } from '../../../src/core/result';
import { createSyncNews } from '../../../src/infra/syncNews';
import { headerOf, UNREACHABLE } from '../../support/fakeCatalogs';

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

const DRAFT: DraftHeader = {
  revision: 3,
  manifest: headerOf(1).manifest,
  basedOn: 1,
  by: 'Bea',
  at: 5,
};

class FakeDocument extends EventEmitter {
  constructor(public data: unknown) {
    super();
  }

  change(data: unknown): void {
    this.data = data;
    this.emit('updated', { data });
  }
}

const setUp = async (
  parts: {
    edits?: boolean;
    documents?: Record<string, FakeDocument>;
    refusals?: CatalogRefused[];
  } = {},
) => {
  const documents = parts.documents ?? {
    'debrief.pointer': new FakeDocument(headerOf(1)),
    'debrief.draft': new FakeDocument({}),
  };
  const clients: FakeClient[] = [];
  const opened: string[] = [];
  const waits: number[] = [];
  const refusals = [...(parts.refusals ?? [])];
  let minted = 0;

  class FakeClient extends EventEmitter {
    readonly tokens: string[] = [];
    isDown = false;
    constructor(readonly token: string) {
      super();
      clients.push(this);
    }
    document({ id }: { id: string }): Promise<FakeDocument> {
      opened.push(id);
      const found = documents[id];
      return found ? Promise.resolve(found) : Promise.reject(new Error('404'));
    }
    updateToken(token: string): Promise<void> {
      this.tokens.push(token);
      return Promise.resolve();
    }
    shutdown(): Promise<void> {
      this.isDown = true;
      return Promise.resolve();
    }
  }

  const versions: VersionHeader[] = [];
  const carried: ShardTexts[] = [];
  const drafts: (DraftHeader | null)[] = [];
  const news = createSyncNews({
    mintToken: () => {
      const refused = refusals.shift();
      if (refused) return Promise.resolve(fail(refused));
      minted += 1;
      const { edits } = parts;
      return Promise.resolve(
        ok({
          token: `token ${minted}`,
          ...(edits === undefined ? {} : { rights: { edits, publishes: false } }),
        }),
      );
    },
    loadClient: () => Promise.resolve({ SyncClient: FakeClient as unknown as typeof SyncClient }),
    clock: {
      now: () => 0,
      random: () => 0.5,
      wait: (milliseconds) => {
        waits.push(milliseconds);
        // A service that is away for good would be asked for ever.
        return waits.length > 4 ? new Promise(() => undefined) : settled();
      },
    },
  });
  news.onVersion((header, shards) => {
    versions.push(header);
    carried.push(shards);
  });
  news.onDraft((header) => drafts.push(header));
  for (let turn = 0; turn < 20; turn += 1) await settled();
  return { news, documents, clients, opened, waits, versions, carried, drafts };
};

it('tells of the version that is there and of those that come', async () => {
  const { documents, versions } = await setUp();
  documents['debrief.pointer']?.change(headerOf(2));
  expect(versions).toEqual([headerOf(1), headerOf(2)]);
});

it('passes on what the pointer carries, and only what can be a shard', async () => {
  const { documents, versions, carried } = await setUp();
  const pointer = documents['debrief.pointer'];
  const { manifest } = headerOf(2);
  pointer?.change({
    ...headerOf(2),
    shards: { [manifest]: '{}', short: 'x', ['b'.repeat(24)]: 7 },
  });
  pointer?.change({ ...headerOf(3), shards: 'none' });
  expect(versions).toEqual([headerOf(1), headerOf(2), headerOf(3)]);
  expect(carried).toEqual([new Map(), new Map([[manifest, '{}']]), new Map()]);
});

it('keeps what is no version to itself: nothing is published yet', async () => {
  const pointer = new FakeDocument({});
  const { versions } = await setUp({ documents: { 'debrief.pointer': pointer } });
  expect(versions).toEqual([]);
  pointer.change(headerOf(1));
  expect(versions).toEqual([headerOf(1)]);
});

it('asks for the draft only where the worker may read it', async () => {
  expect((await setUp()).opened).toEqual(['debrief.pointer']);
  const { documents, drafts } = await setUp({ edits: true });
  documents['debrief.draft']?.change(DRAFT);
  documents['debrief.draft']?.change({ lastRevision: 3 });
  expect(drafts).toEqual([null, DRAFT, null]);
});

it('renews its token in time', async () => {
  const { clients } = await setUp();
  clients[0]?.emit('tokenAboutToExpire');
  await settled();
  await settled();
  expect(clients[0]?.tokens).toEqual(['token 2']);
});

it('begins anew after its token has expired, which the client does not get over', async () => {
  const { clients, versions } = await setUp();
  clients[0]?.emit('tokenExpired');
  for (let turn = 0; turn < 10; turn += 1) await settled();
  expect(clients.map(({ token, isDown }) => [token, isDown])).toEqual([
    ['token 1', true],
    ['token 2', false],
  ]);
  expect(versions).toHaveLength(2);
});

it('tries again, ever more seldom, where it cannot start, and leaves no client behind', async () => {
  const { clients, waits } = await setUp({ documents: {} });
  expect(waits).toEqual([5_000, 10_000, 20_000, 40_000, 80_000]);
  expect(clients.every(({ isDown }) => isDown)).toBe(true);
});

it('tries again when the service is away', async () => {
  const { versions } = await setUp({ refusals: [UNREACHABLE, UNREACHABLE] });
  expect(versions).toEqual([headerOf(1)]);
});

it('gives up where there is no service that publishes', async () => {
  const { waits, clients } = await setUp({
    refusals: [{ code: 'not-set-up', retryable: false, details: {} }],
  });
  expect(waits).toEqual([]);
  expect(clients).toEqual([]);
});

it('tells what the service lets its user do, also who asks later', async () => {
  for (const edits of [true, false]) {
    const { news, opened } = await setUp({ edits });
    const heard: unknown[] = [];
    news.onRights((rights) => heard.push(rights));
    expect(heard).toEqual([{ edits, publishes: false }]);
    expect(opened.includes('debrief.draft')).toBe(edits);
  }
});

it('takes nothing for allowed that an older service does not speak of', async () => {
  const { news, opened } = await setUp();
  const heard: unknown[] = [];
  news.onRights((rights) => heard.push(rights));
  expect(heard).toEqual([]);
  expect(opened).toEqual(['debrief.pointer']);
});
