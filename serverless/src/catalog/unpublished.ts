import starterCatalog from '../../../public/starter-catalog.json';
import type { CatalogContent } from '../../../src/core/catalog/types';
import { isJsonObject } from '../../../src/core/json';
import { ok, type Result } from '../../../src/core/result';
import type { ServiceError } from '../../../src/core/service/serviceErrors';
import type { FetchConfiguration } from '../save/ports';
import { readCatalog } from '../save/readCatalog';
import type { SyncSession } from './session';

/** What agents work with before the first publication. */
export interface Unpublished {
  readonly version: number;
  /** Null: the Flex Configuration's has problems, so they work with none. */
  readonly content: CatalogContent | null;
}

export type FindUnpublished = (session: SyncSession) => Promise<Result<Unpublished, ServiceError>>;

const versionIn = (catalog: unknown): number => {
  const version = isJsonObject(catalog) ? catalog['version'] : null;
  return typeof version === 'number' && Number.isSafeInteger(version) ? version : 0;
};

const parsed = (catalog: unknown): unknown => {
  if (typeof catalog !== 'string') return catalog;
  try {
    return JSON.parse(catalog);
  } catch {
    return undefined;
  }
};

/**
 * The catalog that holds where nothing has been published. Published versions go on from its number, so that a number
 * never means two catalogs: captures and tasks name them.
 */
export const createFindUnpublished =
  (fetchConfiguration: FetchConfiguration): FindUnpublished =>
  async ({ persist }) => {
    const configuration = await persist(fetchConfiguration);
    if (!configuration.ok) return configuration;
    const catalog = readCatalog(configuration.value);
    const configured = versionIn(parsed(configuration.value.catalog));
    return ok({
      version: Math.max(starterCatalog.version, configured),
      content: catalog.ok ? catalog.value : null,
    });
  };
