import type { CatalogContent, LanguageTag, Picklist } from '../../../core/catalog/types';

/** The languages that names are written in: the reported one first. */
export function languagesOf(
  content: CatalogContent,
  picklist: Picklist,
  language: LanguageTag,
): readonly LanguageTag[] {
  const used = picklist.options.flatMap(({ name }) => Object.keys(name));
  return [...new Set([content.reportedLanguage, language, ...used])];
}

/** A language's name in itself or as given, e.g. `español`. */
export function languageName(tag: LanguageTag, shownIn: LanguageTag): string {
  // Chrome 79 and Safari 13 do not have it.
  if (typeof Intl.DisplayNames !== 'function') return tag;
  try {
    return new Intl.DisplayNames([shownIn], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
