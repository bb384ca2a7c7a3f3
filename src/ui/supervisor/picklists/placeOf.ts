import type { CatalogContent } from '../../../core/catalog/types';

/** A place in the picklists, as this tab shows it. */
export interface Place {
  readonly picklist: string;
  readonly option: string | null;
  /** The rest of the pointer below the option or the picklist, e.g. `name/es`. */
  readonly setting: string;
}

/** Where a JSON pointer leads; null when it is not into a picklist that is there. */
export function placeOf(content: CatalogContent, pointer: string): Place | null {
  const [, root, index, ...rest] = pointer
    .split('/')
    .map((segment) => segment.replace(/~1/g, '/').replace(/~0/g, '~'));
  const picklist = root === 'picklists' ? content.picklists[Number(index)] : undefined;
  if (!picklist) return null;
  const option = rest[0] === 'options' ? picklist.options[Number(rest[1])] : undefined;
  return option
    ? { picklist: picklist.id, option: option.code, setting: rest.slice(2).join('/') }
    : { picklist: picklist.id, option: null, setting: rest.join('/') };
}
