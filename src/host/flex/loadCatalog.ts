import starterCatalog from '../../../public/starter-catalog.json';
import { parseCatalog, parseCatalogText } from '../../core/catalog/parseCatalog';
import type { Catalog, CatalogProblem } from '../../core/catalog/types';
import { ok, type Result } from '../../core/result';
import type { Settings } from './settings';

/**
 * The catalog that holds where none is published: the Flex Configuration's if there is one, else the starter catalog of
 * the bundle; with the policies that admins set beside it.
 */
export const loadCatalog = (settings: Settings): Result<Catalog, readonly CatalogProblem[]> => {
  const given = settings.catalog ?? starterCatalog;
  const parsed = typeof given === 'string' ? parseCatalogText(given) : parseCatalog(given);
  return parsed.ok ? ok(withSettings(settings)(parsed.value)) : parsed;
};

/** A catalog with the policies that admins set over all catalogs. */
export const withSettings =
  ({ enforcement, wayOut }: Settings) =>
  (catalog: Catalog): Catalog => ({
    ...catalog,
    policies: {
      ...catalog.policies,
      enforcement: enforcement ?? catalog.policies.enforcement,
      wayOut: wayOut ?? catalog.policies.wayOut,
    },
  });
