import { inLanguage } from './textIn';
import type { Catalog, CatalogProblem, LanguageTag, Texts } from './types';

interface Named {
  readonly name: Texts;
  readonly path: string;
}

const isThere = (name: Texts, language: LanguageTag): boolean =>
  inLanguage(name, language, language) !== undefined;

/** What a form or a picklist calls by name, itself first. */
function namedParts({ forms, picklists }: Catalog): readonly (readonly Named[])[] {
  return [
    ...picklists.map(({ name, options }, p) => [
      { name, path: `/picklists/${p}/name` },
      ...options.map((option, o) => ({
        name: option.name,
        path: `/picklists/${p}/options/${o}/name`,
      })),
    ]),
    ...forms.map(({ name, sections }, f) => [
      { name, path: `/forms/${f}/name` },
      ...sections.flatMap((section, s) => [
        { name: section.name, path: `/forms/${f}/sections/${s}/name` },
        ...section.fields.map((field, n) => ({
          name: field.name,
          path: `/forms/${f}/sections/${s}/fields/${n}/name`,
        })),
      ]),
    ]),
  ];
}

/**
 * Where names are missing in a language of the catalog. One warning per form or picklist and language, at the first
 * gap: thousands of options may lack the same one.
 */
export function missingNames(catalog: Catalog): readonly CatalogProblem[] {
  const { languages = [] } = catalog;
  return namedParts(catalog).flatMap((parts) =>
    languages.flatMap((language): readonly CatalogProblem[] => {
      const gaps = parts.filter(({ name }) => !isThere(name, language));
      const [first] = gaps;
      return first
        ? [{ code: 'name-missing', path: first.path, details: { language, count: gaps.length } }]
        : [];
    }),
  );
}
