import { checkUsed } from '../../core/catalog/checkUsed';
import { parseCatalog } from '../../core/catalog/parseCatalog';
import type { CatalogContent } from '../../core/catalog/types';
import { warnCatalog } from '../../core/catalog/warnCatalog';
import type { Findings } from './editingState';

/** What would keep `of` from being published, and what its author should know. `used`: what agents work with. */
export function findingsOf(of: CatalogContent, used: CatalogContent | null): Findings {
  const broken = checkUsed(used, of);
  // Which number it will get is nothing that could be wrong with it.
  const parsed = parseCatalog({ ...of, version: 1 });
  return parsed.ok
    ? { refusals: broken, warnings: warnCatalog(parsed.value), of }
    : { refusals: [...parsed.error, ...broken], warnings: [], of };
}
