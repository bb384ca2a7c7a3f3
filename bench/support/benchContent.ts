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

/** The same with another English name for one option in the middle. */
export const renamed = (content: CatalogContent): CatalogContent => {
  const rename = (options: readonly Option[]): readonly Option[] => {
    const middle = Math.floor(options.length / 2);
    return options.map((option, n) =>
      n === middle ? { ...option, name: { ...option.name, en: 'Another name' } } : option,
    );
  };
  return {
    ...content,
    picklists: content.picklists.map((picklist) => ({
      ...picklist,
      options: rename(picklist.options),
    })),
  };
};
