import type { CatalogContent } from '../../core/catalog/types';
import { isJsonObject } from '../../core/json';
import type { UnsavedDraft } from './ports';

const isContent = (value: unknown): boolean =>
  isJsonObject(value) &&
  value['schema'] === 1 &&
  isJsonObject(value['policies']) &&
  ['picklists', 'forms', 'assignments'].every((part) => Array.isArray(value[part]));

/** What an earlier page has kept, if this version of the editor can make something of it. */
export function readUnsaved(stored: unknown): UnsavedDraft | null {
  if (!isJsonObject(stored)) return null;
  const { base, content } = stored;
  if (!isContent(base) || !isContent(content)) return null;
  return {
    base: base as unknown as CatalogContent,
    content: content as unknown as CatalogContent,
  };
}
