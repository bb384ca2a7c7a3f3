import type { CatalogNews } from './ports';

const nothing = () => () => undefined;

/** Where no service publishes anything. */
export const noNews: CatalogNews = {
  onVersion: nothing,
  onDraft: nothing,
  onRights: nothing,
};
