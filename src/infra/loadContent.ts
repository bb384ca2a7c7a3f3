import type { CatalogRefused, LoadOptions, ShardCache } from '../app/editing/ports';
import type { CatalogContent } from '../core/catalog/types';
import { assembleContent, missingShards } from '../core/publishing/assembleContent';
import { isHashOf } from '../core/publishing/contentHash';
import type { ContentHash, ShardTexts } from '../core/publishing/types';
import { fail, ok, type Result } from '../core/result';
import { CALL_LIMITS } from '../core/service/catalogRequests';
import type { AskCatalog } from './catalogCalls';
import { inBatches } from './inBatches';

const damaged = (retryable: boolean): CatalogRefused => ({
  code: 'damaged',
  retryable,
  details: {},
});

/** Those of the texts that are asked for, and are what their hash says. */
const soundOf = (hashes: readonly ContentHash[], texts: ShardTexts = new Map()): ShardTexts =>
  new Map(
    hashes.flatMap((hash) => {
      const text = texts.get(hash);
      return text !== undefined && isHashOf(hash, text) ? [[hash, text] as const] : [];
    }),
  );

/**
 * Gets what a manifest names: what came with the news, what the browser has kept, and the rest from the service. Each
 * shard is checked by its hash, also those of the browser, where other programs can write too.
 */
export const createLoadContent =
  (ask: AskCatalog, cache: ShardCache) =>
  async (
    manifest: ContentHash,
    { onProgress, carried, beforeAsking }: LoadOptions = {},
  ): Promise<Result<CatalogContent, CatalogRefused>> => {
    const shards = new Map<ContentHash, string>();

    const fetchShards = async (
      hashes: readonly ContentHash[],
    ): Promise<Result<unknown, CatalogRefused>> => {
      const read = await ask('read', { hashes: [...hashes] });
      if (!read.ok) return read;
      const texts = new Map(read.value.shards.map(({ hash, text }) => [hash, text]));
      const fetched = soundOf(hashes, texts);
      for (const [hash, text] of fetched) shards.set(hash, text);
      await cache.keep(fetched);
      return fetched.size === hashes.length ? ok(null) : fail(damaged(true));
    };

    for (;;) {
      const next = missingShards(manifest, shards);
      if (next.length === 0) break;
      const total = shards.size + next.length;
      const brought = soundOf(next, carried);
      if (brought.size > 0) await cache.keep(brought);
      const kept = await cache.find(next.filter((hash) => !brought.has(hash)));
      for (const [hash, text] of [...brought, ...soundOf(next, kept)]) shards.set(hash, text);
      const absent = next.filter((hash) => !shards.has(hash));
      if (absent.length > 0) await beforeAsking?.(absent);
      const fetched = await inBatches(absent, CALL_LIMITS.read, async (batch) => {
        const done = await fetchShards(batch);
        onProgress?.({ done: shards.size, total });
        return done;
      });
      if (!fetched.ok) return fetched;
    }
    const content = assembleContent(manifest, shards);
    return content.ok ? content : fail(damaged(false));
  };
