import type { KeptVersions } from '../../src/app/catalogs/ports';
import type { CatalogRefused, LoadOptions } from '../../src/app/editing/ports';
import type { Catalog, CatalogContent } from '../../src/core/catalog/types';
import type { ShardTexts, VersionHeader } from '../../src/core/publishing/types';
import { fail, ok, type Result } from '../../src/core/result';
import { smallCatalog } from './smallCatalog';

export const headerOf = (version: number): VersionHeader => ({
  version,
  manifest: `manifest-of-version-${String(version).padStart(4, '0')}`,
  note: `Note ${version}`,
  by: 'Bea',
  at: 1_790_000_000_000 + version,
});

export const contentOf = (catalog: Catalog): CatalogContent => {
  const { version: _version, ...content } = catalog;
  return content;
};

export const UNREACHABLE: CatalogRefused = { code: 'unreachable', retryable: true, details: {} };

/** A catalog service with versions in memory, which can be away, and may hold one that is not sound. */
export const createFakeCatalogs = () => {
  const broken = new Set<number>();
  const listeners = new Set<(header: VersionHeader, carried: ShardTexts) => void>();
  const headers = new Map<number, VersionHeader>();
  const state = {
    current: null as VersionHeader | null,
    refusal: null as CatalogRefused | null,
    keptNewest: null as VersionHeader | 'none' | null,
    loads: [] as string[],
  };
  const answer = <T>(value: T): Promise<Result<T, CatalogRefused>> =>
    Promise.resolve(state.refusal ? fail(state.refusal) : ok(value));
  const kept: { -readonly [Name in keyof KeptVersions]: KeptVersions[Name] } = {
    newest: () => Promise.resolve(state.keptNewest),
    find: (version) => Promise.resolve(headers.get(version) ?? null),
    keep: (header) => {
      state.keptNewest = header;
      if (header !== 'none') headers.set(header.version, header);
      return Promise.resolve();
    },
  };
  return {
    state,
    broken,
    kept,
    service: {
      current: () => answer(state.current),
      load: async (manifest: string, { carried, beforeAsking }: LoadOptions = {}) => {
        state.loads.push(manifest);
        const version = Number(manifest.slice(-4));
        const content = contentOf(smallCatalog);
        const loaded = broken.has(version) ? { ...content, reportedLanguage: '' } : content;
        // Its parts are on this disk, or came with the news.
        if (headers.has(version) || carried?.has(manifest)) return ok(loaded);
        await beforeAsking?.([manifest]);
        return answer(loaded);
      },
    },
    news: {
      onVersion: (listener: (header: VersionHeader, carried: ShardTexts) => void) => {
        listeners.add(listener);
        return () => void listeners.delete(listener);
      },
    },
    publish: (version: number) => {
      state.current = headerOf(version);
    },
    tell: (version: number, carried: ShardTexts = new Map()) =>
      listeners.forEach((listener) => listener(headerOf(version), carried)),
  };
};
