import type { CatalogContent, LanguageTag, Texts } from '../../../core/catalog/types';

/** The languages in which the catalog names anything, the reported one first. */
export function languagesOf(content: CatalogContent): readonly LanguageTag[] {
  const found = new Set([content.reportedLanguage, ...(content.languages ?? [])]);
  const look = ({ name }: { readonly name: Texts }): void => {
    for (const language of Object.keys(name)) found.add(language);
  };
  for (const picklist of content.picklists) {
    look(picklist);
    picklist.options.forEach(look);
  }
  for (const form of content.forms) {
    look(form);
    for (const section of form.sections) {
      look(section);
      section.fields.forEach(look);
    }
  }
  return [...found];
}

/** A language's own name for people, in the language of the page; the tag itself where it has none. */
export function languageName(tag: LanguageTag, language: string): string {
  try {
    return new Intl.DisplayNames([language, 'en'], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
