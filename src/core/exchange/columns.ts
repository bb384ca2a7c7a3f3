import type { CatalogContent, LanguageTag, Option } from '../catalog/types';

/** Columns of an option's own values. */
export const PLAIN = [
  'code',
  'parent',
  'reported',
  'activeFrom',
  'activeTo',
  'shortcut',
  'number',
  'under',
  'archived',
] as const;
/** Columns that there is one of per language, e.g. `name.en`. */
export const BY_LANGUAGE = ['name', 'description', 'synonyms'] as const;

export type Column =
  | { readonly key: (typeof PLAIN)[number] }
  | { readonly key: (typeof BY_LANGUAGE)[number]; readonly language: LanguageTag };

export const columnName = (column: Column): string =>
  'language' in column ? `${column.key}.${column.language}` : column.key;

const LANGUAGE = /^[a-z]{2,8}(-[a-z0-9]{1,8})*$/i;

/** What a heading stands for; null where it is none of ours. */
export function readColumn(heading: string): Column | null {
  const [name = '', ...rest] = heading.trim().split('.');
  const isNamed = (key: string): boolean => key.toLowerCase() === name.toLowerCase();
  if (rest.length === 0) {
    const key = PLAIN.find(isNamed);
    return key === undefined ? null : { key };
  }
  const key = BY_LANGUAGE.find(isNamed);
  const language = rest.join('.');
  return key !== undefined && LANGUAGE.test(language) ? { key, language } : null;
}

/** All that the options of a picklist need, in the order of a file. */
export function columnsOf(content: CatalogContent, options: readonly Option[]): readonly Column[] {
  const languages = new Set([content.reportedLanguage, ...(content.languages ?? [])]);
  for (const option of options) {
    for (const key of BY_LANGUAGE) {
      for (const language of Object.keys(option[key] ?? {})) languages.add(language);
    }
  }
  const perLanguage = BY_LANGUAGE.flatMap((key) =>
    [...languages].map((language): Column => ({ key, language })),
  );
  const plain = PLAIN.map((key): Column => ({ key }));
  return [...plain.slice(0, 3), ...perLanguage, ...plain.slice(3)];
}
