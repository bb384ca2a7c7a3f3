import starterCatalog from '../../../public/starter-catalog.json';
import { isJsonObject } from '../../../src/core/json';
import { ok } from '../../../src/core/result';
import type { FetchConfiguration } from '../save/ports';
import type { PublishPorts } from './publish';

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
 * The number of the catalog that holds where nothing has been published. Published ones go on from it, so that a
 * number never means two catalogs: captures and tasks name them.
 */
export const createFallbackVersion =
  (fetchConfiguration: FetchConfiguration): PublishPorts['fallbackVersion'] =>
  async ({ persist }) => {
    const configuration = await persist(fetchConfiguration);
    if (!configuration.ok) return configuration;
    const { catalog } = configuration.value;
    return ok(Math.max(starterCatalog.version, versionIn(parsed(catalog))));
  };
