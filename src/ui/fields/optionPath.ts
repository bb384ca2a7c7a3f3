import { picklistIndex } from '../../core/catalog/picklistIndex';
import { textIn } from '../../core/catalog/textIn';
import type { LanguageTag, Option, Picklist } from '../../core/catalog/types';

/** Names of the options above this one, outermost first, e.g. `Sales ▸ New contract`; empty at the top level. */
export function optionPath(
  picklist: Picklist,
  option: Option,
  { language, fallback }: { readonly language: LanguageTag; readonly fallback: LanguageTag },
): string {
  if (option.parent === undefined) return '';
  return picklistIndex(picklist)
    .pathOf(option.code)
    .slice(0, -1)
    .map((above) => textIn(above.name, language, fallback))
    .join(' ▸ ');
}
