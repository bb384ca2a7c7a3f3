import { fieldsOf } from '../../../core/catalog/fieldsOf';
import type { CatalogContent, LanguageTag } from '../../../core/catalog/types';

/** The languages that the texts of forms are written in: the reported one first. */
export function languagesOf(
  { reportedLanguage, forms }: CatalogContent,
  language: LanguageTag,
): readonly LanguageTag[] {
  const used = forms.flatMap((form) =>
    [form, ...form.sections, ...fieldsOf(form)].flatMap(({ name }) => Object.keys(name)),
  );
  return [...new Set([reportedLanguage, language, ...used])];
}

/** A language's name in the language that is shown. */
export function languageName(tag: LanguageTag, shownIn: LanguageTag): string {
  // Chrome 79 and Safari 13 do not have it.
  if (typeof Intl.DisplayNames !== 'function') return tag;
  try {
    return new Intl.DisplayNames([shownIn], { type: 'language' }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
