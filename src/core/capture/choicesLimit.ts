import { fieldIndex } from '../catalog/picklistIndex';
import type { Catalog, ChoicesField } from '../catalog/types';

/** How many options a several-choice field takes: no more than it has places, or than there are. */
export const choicesLimit = (catalog: Catalog, field: ChoicesField): number => {
  const places = field.slots?.length ?? fieldIndex(catalog, field).choosable(field.levels).length;
  return Math.min(field.max ?? places, places);
};
