import starterCatalog from '../../../public/starter-catalog.json';
import { parseCatalog, parseCatalogText } from '../../core/catalog/parseCatalog';
import type { Catalog, CatalogProblem } from '../../core/catalog/types';
import { ok, type Result } from '../../core/result';
import type { Settings } from './settings';

/**
 * The catalog of the Flex Configuration if there is one, else the starter catalog of the bundle; with the policies
 * that admins set beside it.
 */
export const loadCatalog = (settings: Settings): Result<Catalog, readonly CatalogProblem[]> => {
  const given = settings.catalog ?? starterCatalog;
  const parsed = typeof given === 'string' ? parseCatalogText(given) : parseCatalog(given);
  if (!parsed.ok) return parsed;
  const { policies } = parsed.value;
  return ok({
    ...parsed.value,
    policies: {
      ...policies,
      enforcement: settings.enforcement ?? policies.enforcement,
      wayOut: settings.wayOut ?? policies.wayOut,
    },
  });
};
