import type { CatalogContent, LanguageTag, Picklist } from '../catalog/types';
import { changeById, moveById, removeById, withChanges, type Changes } from './lists';
import { proposeId } from './proposeId';

/** A picklist without options, named in the language and in the reported one; its id is new to the catalog. */
export function proposePicklist(
  content: CatalogContent,
  name: string,
  language: LanguageTag,
): Picklist {
  const taken = new Set(content.picklists.map(({ id }) => id));
  return {
    id: proposeId(name, (id) => taken.has(id), 'picklist'),
    name: { [content.reportedLanguage]: name, [language]: name },
    options: [],
  };
}

/** The catalog with its picklists as `change` makes them; itself where that is nothing new. */
export function withPicklists(
  content: CatalogContent,
  change: (picklists: readonly Picklist[]) => readonly Picklist[],
): CatalogContent {
  const picklists = change(content.picklists);
  return picklists === content.picklists ? content : { ...content, picklists };
}

export const addPicklist = (content: CatalogContent, picklist: Picklist): CatalogContent =>
  withPicklists(content, (picklists) => [...picklists, picklist]);

export const setPicklist = (
  content: CatalogContent,
  id: string,
  changes: Changes<Pick<Picklist, 'name'>>,
): CatalogContent =>
  withPicklists(content, (picklists) =>
    changeById(picklists, id, (picklist) => withChanges(picklist, changes)),
  );

export const movePicklist = (
  content: CatalogContent,
  id: string,
  before: string | null,
): CatalogContent => withPicklists(content, (picklists) => moveById(picklists, id, before));

export const removePicklist = (content: CatalogContent, id: string): CatalogContent =>
  withPicklists(content, (picklists) => removeById(picklists, id));
