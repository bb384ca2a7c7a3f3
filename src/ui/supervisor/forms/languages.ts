import { fieldsOf } from '../../../core/catalog/fieldsOf';
import type { CatalogContent, LanguageTag } from '../../../core/catalog/types';

/** The languages that the texts of forms are to be in, or are: the reported one first. */
export function languagesOf(
  { reportedLanguage, languages = [], forms }: CatalogContent,
  language: LanguageTag,
): readonly LanguageTag[] {
  const used = forms.flatMap((form) =>
    [form, ...form.sections, ...fieldsOf(form)].flatMap(({ name }) => Object.keys(name)),
  );
  return [...new Set([reportedLanguage, language, ...languages, ...used])];
}
