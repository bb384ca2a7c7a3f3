import type { CatalogContent } from '../../src/core/catalog/types';
import { mergeContent } from '../../src/core/diff/mergeContent';
import { resolveClash } from '../../src/core/diff/resolveClash';
import { moveOption, removeOption } from '../../src/core/edit/options';
import { richCatalog } from '../support/richCatalog';

/**
 * To remove an option for good, once that is decided, took everything below it along: also what the remover had somewhere
 * else, and only the other one had moved below it.
 */
test('what the remover has elsewhere goes back there when the removal is chosen', () => {
  const mine = removeOption(richCatalog, 'outcomes', 'billing');
  const place = { parent: 'billing', before: null };
  const theirs: CatalogContent = moveOption(richCatalog, 'outcomes', 'other', place);
  const { content, clashes } = mergeContent(richCatalog, mine, theirs);
  expect(clashes).toHaveLength(1);
  const decided = resolveClash(content, clashes[0]!, 'mine');
  const byCode = (of: CatalogContent) =>
    new Map(of.picklists[0]?.options.map((option) => [option.code, option]));
  expect(byCode(decided)).toEqual(byCode(mine));
});
