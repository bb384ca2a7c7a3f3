import starterCatalog from '../../../public/starter-catalog.json';
import { parseCatalog, parseCatalogText } from '../../../src/core/catalog/parseCatalog';
import type { Catalog, CatalogProblem } from '../../../src/core/catalog/types';
import type { Result } from '../../../src/core/result';
import type { Configuration } from './ports';

/** The catalog that holds where none has been published: the Flex Configuration's, or the starter catalog. */
export function readCatalog({
  catalog,
}: Configuration): Result<Catalog, readonly CatalogProblem[]> {
  const given = catalog ?? starterCatalog;
  return typeof given === 'string' ? parseCatalogText(given) : parseCatalog(given);
}
