import type { CatalogContent, Option } from '../../src/core/catalog/types';
import { benchForm } from '../page/benchCatalog';

const LANGUAGES = ['en', 'es', 'de', 'fr', 'pt'];

const inAll = (text: string) =>
  Object.fromEntries(LANGUAGES.map((tag) => [tag, tag === 'en' ? text : `${text} (${tag})`]));

/** A catalog of so many options with names in five languages. */
export const benchContent = (options: number): CatalogContent => {
  const { version: _, ...content } = benchForm({ fields: 1, options }).catalog;
  return {
    ...content,
    picklists: content.picklists.map((picklist) => ({
      ...picklist,
      options: picklist.options.map((option) => ({ ...option, name: inAll(option.reported) })),
    })),
  };
};

const withOptions = (
  content: CatalogContent,
  change: (option: Option, n: number, all: readonly Option[]) => Option,
): CatalogContent => ({
  ...content,
  picklists: content.picklists.map((picklist) => ({
    ...picklist,
    options: picklist.options.map(change),
  })),
});

/** The same with another English name for one option in the middle. */
export const renamed = (content: CatalogContent): CatalogContent =>
  withOptions(content, (option, n, { length }) =>
    n === Math.floor(length / 2)
      ? { ...option, name: { ...option.name, en: 'Another name' } }
      : option,
  );

/** The same with other names for every option, in all languages. */
export const renamedAll = (content: CatalogContent): CatalogContent =>
  withOptions(content, (option) => ({
    ...option,
    name: inAll(`${option.reported} (new)`),
  }));
