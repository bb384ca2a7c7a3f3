import type { CatalogContent, Option, Picklist } from '../catalog/types';
import { changeById } from './lists';
import { withPicklists } from './picklists';

/**
 * Gives an option another code, and says so to what is below it. Whoever asks has made sure that it is not used and
 * that no form names it. Where the new code is taken, nothing happens.
 */
export const recodeOption = (
  content: CatalogContent,
  picklistId: string,
  code: string,
  next: string,
): CatalogContent =>
  withPicklists(content, (picklists) =>
    changeById(picklists, picklistId, (picklist): Picklist => {
      const isTaken = picklist.options.some((option) => option.code === next);
      if (next === '' || isTaken) return picklist;
      return {
        ...picklist,
        options: picklist.options.map((option): Option => {
          if (option.code === code) return { ...option, code: next };
          return option.parent === code ? { ...option, parent: next } : option;
        }),
      };
    }),
  );
