import type { CatalogContent } from '../../core/catalog/types';

/** A change of the draft: pure, and answers the same object where nothing changes. */
export type Edit = (content: CatalogContent) => CatalogContent;
