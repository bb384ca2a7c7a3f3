import type { Catalog } from '../../core/catalog/types';
import type { Catalogs } from './ports';

/** The one catalog, where no service publishes any. */
export const always = (catalog: Catalog): Catalogs => ({
  inForce: () => catalog,
  isKnown: Promise.resolve(),
  find: (version) => Promise.resolve(version === catalog.version ? catalog : null),
});
