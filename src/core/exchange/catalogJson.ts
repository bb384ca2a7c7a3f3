import { parseShape } from '../catalog/parseCatalog';
import type { CatalogContent, CatalogProblem } from '../catalog/types';
import { isJsonObject } from '../json';
import { fail, ok, type Result } from '../result';

/** A content as a catalog file of the published schema. A draft has no number, so it gets the first one. */
export const exportCatalog = (content: CatalogContent): string =>
  `${JSON.stringify({ ...content, version: 1 }, null, 2)}\n`;

/**
 * A content from a catalog file, whose number says nothing here. It has the right shape; what else is wrong with it
 * its author sees in the editor.
 */
export function importCatalog(text: string): Result<CatalogContent, readonly CatalogProblem[]> {
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    return fail([{ code: 'not-json', path: '', details: { message: String(error) } }]);
  }
  const parsed = parseShape(isJsonObject(input) ? { version: 1, ...input } : input);
  if (!parsed.ok) return parsed;
  const { version: _version, ...content } = parsed.value;
  return ok(content);
}
