import type {
  CatalogRefused,
  CatalogService,
  DraftToSave,
  OnProgress,
  ShardCache,
} from '../app/editing/ports';
import type { Clock } from '../app/ports';
import { shardContent } from '../core/publishing/shardContent';
import type { ContentHash, DraftHeader } from '../core/publishing/types';
import { ok, type Result } from '../core/result';
import { CALL_LIMITS } from '../core/service/catalogRequests';
import type { AskCatalog } from './catalogCalls';
import { inBatches } from './inBatches';
import { createLoadContent } from './loadContent';

/** So long the service surely has what it has said it has: it drops what nothing needs after a week. */
const STORED_MS = 24 * 60 * 60 * 1000;

/** The catalog service of our Functions. */
export const createFunctionsCatalogService = (
  ask: AskCatalog,
  cache: ShardCache,
  clock: Pick<Clock, 'now'>,
): CatalogService => {
  /** What the service has, and when it said so: it is not asked about again. */
  const stored = new Map<ContentHash, number>();
  const isStored = (hash: ContentHash): boolean =>
    clock.now() - (stored.get(hash) ?? -Infinity) < STORED_MS;
  const loadContent = createLoadContent(ask, {
    find: (hashes) => cache.find(hashes),
    keep: (shards) => {
      for (const hash of shards.keys()) stored.set(hash, clock.now());
      return cache.keep(shards);
    },
  });

  const upload = async (
    shards: ReadonlyMap<ContentHash, string>,
    onProgress: OnProgress,
  ): Promise<Result<null, CatalogRefused>> => {
    const unsure = [...shards.keys()].filter((hash) => !isStored(hash));
    const absent: ContentHash[] = [];
    const asked = await inBatches(unsure, CALL_LIMITS.missing, async (hashes) => {
      const answer = await ask('missing', { hashes: [...hashes] });
      if (!answer.ok) return answer;
      const missing = new Set(answer.value.missing);
      for (const hash of hashes) {
        if (missing.has(hash)) absent.push(hash);
        else stored.set(hash, clock.now());
      }
      return answer;
    });
    if (!asked.ok) return asked;

    let done = 0;
    onProgress({ done, total: absent.length });
    return inBatches(absent, CALL_LIMITS.upload, async (hashes) => {
      const batch = new Map(hashes.map((hash) => [hash, shards.get(hash) ?? '']));
      const answer = await ask('upload', {
        shards: [...batch].map(([hash, text]) => ({ hash, text })),
      });
      if (!answer.ok) return answer;
      for (const hash of hashes) stored.set(hash, clock.now());
      await cache.keep(batch);
      done += hashes.length;
      onProgress({ done, total: absent.length });
      return answer;
    });
  };

  const saveDraft = async (
    { content, basedOn, revision }: DraftToSave,
    onProgress: OnProgress = () => undefined,
  ): Promise<Result<DraftHeader, CatalogRefused>> => {
    const { manifest, shards } = shardContent(content);
    const save = async () => {
      const uploaded = await upload(shards, onProgress);
      return uploaded.ok ? ask('saveDraft', { manifest, basedOn, revision }) : uploaded;
    };
    const saved = await save();
    if (saved.ok || saved.error.code !== 'shards-missing') return saved;
    // The account has another Sync Service than when they were uploaded.
    stored.clear();
    return save();
  };

  return {
    current: () => ask('current', {}),
    load: loadContent,
    draft: async () => {
      const header = await ask('draft', {});
      if (!header.ok) return header;
      if (!header.value) return ok(null);
      const content = await loadContent(header.value.manifest);
      return content.ok ? ok({ ...header.value, content: content.value }) : content;
    },
    saveDraft,
    discardDraft: (revision) => ask('discardDraft', { revision }),
    publish: ({ revision, expects, note }) => ask('publish', { revision, expects, note }),
    rollBack: (to, expects, note) => ask('rollBack', { to, expects, note }),
    versions: (after) => ask('versions', after === undefined ? {} : { after }),
    audit: (after) => ask('audit', after === undefined ? {} : { after }),
  };
};
