import type { CatalogRefused, OnProgress, ShardCache } from '../app/editing/ports';
import type { CatalogContent } from '../core/catalog/types';
import { assembleContent, missingShards } from '../core/publishing/assembleContent';
import { isHashOf } from '../core/publishing/contentHash';
import type { ContentHash } from '../core/publishing/types';
import { fail, ok, type Result } from '../core/result';
import { CALL_LIMITS } from '../core/service/catalogRequests';
import type { AskCatalog } from './catalogCalls';
import { inBatches } from './inBatches';

const damaged = (retryable: boolean): CatalogRefused => ({
  code: 'damaged',
  retryable,
  details: {},
});

/**
 * Gets what a manifest names: what the browser has kept, and the rest from the service. Each shard is checked by its
 * hash, also those of the browser, where other programs can write too.
 */
export const createLoadContent =
  (ask: AskCatalog, cache: ShardCache) =>
  async (
    manifest: ContentHash,
    onProgress: OnProgress = () => undefined,
  ): Promise<Result<CatalogContent, CatalogRefused>> => {
    const shards = new Map<ContentHash, string>();

    const fetchShards = async (
      hashes: readonly ContentHash[],
    ): Promise<Result<unknown, CatalogRefused>> => {
      const read = await ask('read', { hashes: [...hashes] });
      if (!read.ok) return read;
      const texts = new Map(read.value.shards.map(({ hash, text }) => [hash, text]));
      const sound = hashes.filter((hash) => isHashOf(hash, texts.get(hash) ?? ''));
      const fetched = new Map(sound.map((hash) => [hash, texts.get(hash) ?? '']));
      for (const [hash, text] of fetched) shards.set(hash, text);
      await cache.keep(fetched);
      return sound.length === hashes.length ? ok(null) : fail(damaged(true));
    };

    for (;;) {
      const next = missingShards(manifest, shards);
      if (next.length === 0) break;
      const total = shards.size + next.length;
      for (const [hash, text] of await cache.find(next)) {
        if (isHashOf(hash, text)) shards.set(hash, text);
      }
      const absent = next.filter((hash) => !shards.has(hash));
      const fetched = await inBatches(absent, CALL_LIMITS.read, async (batch) => {
        const done = await fetchShards(batch);
        onProgress({ done: shards.size, total });
        return done;
      });
      if (!fetched.ok) return fetched;
    }
    const content = assembleContent(manifest, shards);
    return content.ok ? content : fail(damaged(false));
  };
