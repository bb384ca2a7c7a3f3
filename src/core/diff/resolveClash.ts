import type { CatalogContent } from '../catalog/types';
import { flatForms, nestedForms } from './flatForms';
import { putAt } from './putAt';
import type { Clash, Side } from './types';

/** The content with a clash decided. Whatever was changed since where it holds that side already stays. */
export function resolveClash(content: CatalogContent, clash: Clash, side: Side): CatalogContent {
  if (side === clash.holds) return content;
  return nestedForms(
    putAt(flatForms(content), clash.path, clash[side], clash.behind, clash.elsewhere),
  );
}
