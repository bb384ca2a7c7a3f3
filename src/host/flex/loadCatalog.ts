import starterCatalog from '../../../public/starter-catalog.json';
import { parseCatalog, parseCatalogText } from '../../core/catalog/parseCatalog';
import type { Catalog, CatalogProblem } from '../../core/catalog/types';
import type { Result } from '../../core/result';
import type { Settings } from './settings';

/** The catalog of the Flex Configuration if there is one, else the starter catalog of the bundle. */
export const loadCatalog = ({ catalog }: Settings): Result<Catalog, readonly CatalogProblem[]> => {
  if (typeof catalog === 'string') return parseCatalogText(catalog);
  return parseCatalog(catalog === undefined ? starterCatalog : catalog);
};
