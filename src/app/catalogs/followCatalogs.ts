import { parsePublished } from '../../core/catalog/parseCatalog';
import type { Catalog } from '../../core/catalog/types';
import type { ContentHash, ShardTexts, VersionHeader } from '../../core/publishing/types';
import { fail, ok, type Result } from '../../core/result';
import type { CatalogRefused, LoadOptions } from '../editing/ports';
import type { CatalogSources, Catalogs, CatalogWatcher } from './ports';
import { spreadMs } from './spreadMs';

/** So long a version that was published may be on its way before anybody is told; what is in force works meanwhile. */
const PATIENCE_MS = 20_000;
const FIRST_RETRY_MS = 2_000;
const LAST_RETRY_MS = 60_000;

/** Below every version that was published, in the order in which one gives way to the next. */
const UNKNOWN = -2;
const STAND_IN = -1;
const UNPUBLISHED = 0;

interface Wanted {
  readonly header: VersionHeader;
  /** What came with its news. */
  readonly carried: ShardTexts;
}

/**
 * Keeps the version in force: from this browser's disk at once, then as the service says, then as its news say. It asks
 * again only after a failure. A version that cannot be had or is not sound leaves what was there.
 */
export const followCatalogs = (sources: CatalogSources, watcher: CatalogWatcher): Catalogs => {
  const { service, news, kept, clock, unpublished, standIn, withSettings } = sources;
  let inForce: Catalog | null = null;
  let number = UNKNOWN;
  let wanted: Wanted | null = null;
  let isFetching = false;
  let endWait = (): void => undefined;
  const isKnown = new Promise<void>((resolve) => (endWait = resolve));

  const adopt = (catalog: Catalog, version: number): void => {
    if (version <= number) return;
    inForce = catalog;
    number = version;
    watcher.onAdopted(catalog);
    endWait();
  };

  /** Null: it is not sound, and never will be. */
  const load = async (
    { version, manifest }: VersionHeader,
    options?: LoadOptions,
  ): Promise<Result<Catalog | null, CatalogRefused>> => {
    const loaded = await service.load(manifest, options);
    if (!loaded.ok) return fail(loaded.error);
    const parsed = parsePublished({ ...loaded.value, version });
    if (parsed.ok) return ok(withSettings(parsed.value));
    watcher.onRefused(version, parsed.error);
    return ok(null);
  };

  const pause = (failures: number): Promise<void> =>
    clock.wait(
      Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (failures - 1)) * (0.5 + clock.random() / 2),
    );

  /** Who has none yet is in more of a hurry than the service is in need of protection. */
  const spread = async (hashes: readonly ContentHash[]): Promise<void> => {
    if (number >= UNPUBLISHED) await clock.wait(clock.random() * spreadMs(hashes));
  };

  /** Always the newest that is known of. */
  const fetchNewest = async (): Promise<void> => {
    const began = clock.now();
    let isTold = false;
    for (let failures = 0; wanted && wanted.header.version > number;) {
      const one: Wanted = wanted;
      const { header, carried } = one;
      const loaded = await load(header, { carried, beforeAsking: spread });
      if (!loaded.ok) {
        failures += 1;
        if (!isTold && (number < UNPUBLISHED || clock.now() - began >= PATIENCE_MS)) {
          isTold = true;
          watcher.onUnreachable(loaded.error, inForce);
          endWait();
        }
        await pause(failures);
      } else if (loaded.value) {
        await kept.keep(header);
        adopt(loaded.value, header.version);
      } else if (wanted === one) {
        endWait();
        break;
      }
    }
  };

  /** One at a time. */
  const fetchWanted = async (): Promise<void> => {
    if (isFetching) return;
    isFetching = true;
    try {
      await fetchNewest();
    } finally {
      // An error of ours costs one version, not every later one.
      isFetching = false;
    }
  };

  const want = (header: VersionHeader, carried: ShardTexts = new Map()): void => {
    if (header.version <= Math.max(number, wanted?.header.version ?? 0)) return;
    wanted = { header, carried };
    void fetchWanted();
  };

  const startFromDisk = async (): Promise<void> => {
    const header = await kept.newest();
    if (header === 'none') return adopt(unpublished, UNPUBLISHED);
    if (!header) return;
    const loaded = await load(header);
    if (loaded.ok && loaded.value) adopt(loaded.value, header.version);
  };

  const ask = async (): Promise<void> => {
    for (let failures = 1; ; failures += 1) {
      const current = await service.current();
      if (current.ok && current.value) return want(current.value);
      if (current.ok) {
        await kept.keep('none');
        return adopt(unpublished, UNPUBLISHED);
      }
      if (failures === 1) {
        if (current.error.retryable && standIn) adopt(standIn, STAND_IN);
        watcher.onUnreachable(current.error, inForce);
        endWait();
      }
      // It is no matter of time: there is no service that publishes.
      if (!current.error.retryable) return adopt(unpublished, UNPUBLISHED);
      await pause(failures);
    }
  };

  // Whatever is wrong with the disk is no reason not to ask.
  void startFromDisk().then(ask, ask);
  news.onVersion(want);

  return {
    inForce: () => inForce,
    isKnown,
    find: async (version) => {
      // One that was never published has a number of its own.
      if (version === number || version === inForce?.version) return inForce;
      const header = await kept.find(version);
      // The first publication is numbered after what held before it, which nobody publishes.
      if (!header && version === unpublished.version) return unpublished;
      const loaded = header && (await load(header));
      return loaded?.ok ? loaded.value : null;
    },
  };
};
