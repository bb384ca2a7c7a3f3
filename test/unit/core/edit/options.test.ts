import * as fc from 'fast-check';
import type { CatalogContent, Option } from '../../../../src/core/catalog/types';
import {
  addOption,
  archiveOption,
  isUsed,
  moveOption,
  proposeOption,
  removeOption,
  restoreOption,
  setOption,
  type OptionPlace,
} from '../../../../src/core/edit/options';
import {
  addPicklist,
  movePicklist,
  proposePicklist,
  removePicklist,
  setPicklist,
} from '../../../../src/core/edit/picklists';
import { richCatalog } from '../../../support/richCatalog';

const LIST = 'outcomes';
const optionsOf = (content: CatalogContent, id = LIST): readonly Option[] =>
  content.picklists.find((picklist) => picklist.id === id)?.options ?? [];
const codesOf = (content: CatalogContent): readonly string[] =>
  optionsOf(content).map(({ code }) => code);
const optionIn = (content: CatalogContent, code: string): Option | undefined =>
  optionsOf(content).find((option) => option.code === code);

/** Whether each option comes after its parent, and each subtree is in one piece. */
function isInOrder(options: readonly Option[]): boolean {
  const path: string[] = [];
  return options.every(({ code, parent }) => {
    while (path.length > 0 && path[path.length - 1] !== parent) path.pop();
    if (parent !== undefined && path.length === 0) return false;
    path.push(code);
    return true;
  });
}

test('picklists are added with a new id, renamed, moved and removed', () => {
  const proposed = proposePicklist(richCatalog, 'Outcomes', 'es');
  expect(proposed).toEqual({
    id: 'outcomes-2',
    name: { en: 'Outcomes', es: 'Outcomes' },
    options: [],
  });
  const added = addPicklist(richCatalog, proposed);
  const renamed = setPicklist(added, 'outcomes-2', { name: { en: 'Results' } });
  const moved = movePicklist(renamed, 'outcomes-2', 'topics');
  expect(moved.picklists.map(({ id }) => id)).toEqual(['outcomes', 'outcomes-2', 'topics']);
  expect(moved.picklists[1]?.name).toEqual({ en: 'Results' });
  expect(removePicklist(moved, 'outcomes-2')).toEqual(richCatalog);
});

test.each([
  ['Größe & Maß', 'grosse-mass'],
  ['  Çok güzel!  ', 'cok-guzel'],
  ['客户', 'option'],
  ['constructor', 'constructor-2'],
  ['Billing', 'billing-2'],
  ['x'.repeat(200), 'x'.repeat(60)],
])('the code proposed for %s is %s', (name, code) => {
  expect(proposeOption(richCatalog, LIST, name, 'en', null).code).toBe(code);
});

test('two options of one name under different parents get reported texts of their own', () => {
  const first = proposeOption(richCatalog, LIST, 'Other', 'en', 'billing');
  expect(first).toMatchObject({ reported: 'Billing: Other', parent: 'billing', code: 'other-2' });
  const place: OptionPlace = { parent: 'billing', before: null };
  const added = addOption(richCatalog, LIST, first, place);
  expect(proposeOption(added, LIST, 'other', 'en', 'billing').reported).toBe('other 2');
});

test('a proposed reported text is never longer than Insights keeps', () => {
  const name = 'y'.repeat(130);
  expect(proposeOption(richCatalog, LIST, name, 'en', null).reported).toHaveLength(128);
});

test('an option goes after the last one below its parent, or before a sibling', () => {
  const option = proposeOption(richCatalog, LIST, 'Refund', 'en', null);
  const last = addOption(richCatalog, LIST, option, { parent: 'billing', before: null });
  expect(codesOf(last).slice(0, 4)).toEqual(['billing', 'invoice', 'dispute', 'refund']);
  const first = addOption(richCatalog, LIST, option, { parent: 'billing', before: 'invoice' });
  expect(codesOf(first).slice(0, 3)).toEqual(['billing', 'refund', 'invoice']);
  expect(optionIn(first, 'refund')?.parent).toBe('billing');
});

test('an option whose code is taken meanwhile is not added', () => {
  const option = proposeOption(richCatalog, LIST, 'Refund', 'en', null);
  const place: OptionPlace = { parent: null, before: null };
  const added = addOption(richCatalog, LIST, option, place);
  expect(addOption(added, LIST, option, place)).toBe(added);
});

test('an option moves with all below it, and never below itself', () => {
  const moved = moveOption(richCatalog, LIST, 'billing', { parent: 'other', before: null });
  expect(codesOf(moved).slice(-4)).toEqual(['other', 'billing', 'invoice', 'dispute']);
  expect(optionIn(moved, 'billing')?.parent).toBe('other');
  const circle = moveOption(richCatalog, LIST, 'billing', { parent: 'invoice', before: null });
  expect(circle).toBe(richCatalog);
});

test('archived and restored, an option is as it was', () => {
  const archived = archiveOption(richCatalog, LIST, 'other');
  expect(optionIn(archived, 'other')?.archived).toBe(true);
  expect(restoreOption(archived, LIST, 'other')).toEqual(richCatalog);
  expect(setOption(richCatalog, LIST, 'nothing', { number: 1 })).toBe(richCatalog);
});

test('an option is used when it or one below it is published', () => {
  const added = addOption(richCatalog, LIST, proposeOption(richCatalog, LIST, 'New', 'en', null), {
    parent: null,
    before: null,
  });
  expect(isUsed(richCatalog, added, LIST, 'new')).toBe(false);
  const moved = moveOption(added, LIST, 'invoice', { parent: 'new', before: null });
  expect(isUsed(richCatalog, moved, LIST, 'new')).toBe(true);
  expect(isUsed(null, moved, LIST, 'new')).toBe(false);
});

test('an option is removed with all below it', () => {
  expect(codesOf(removeOption(richCatalog, LIST, 'billing'))).toEqual([
    'retired',
    'below-retired',
    'other',
  ]);
});

test('moves keep every option, without circles, each tree in one piece', () => {
  const code = fc.constantFrom(...codesOf(richCatalog));
  const moves = fc.array(fc.tuple(code, fc.option(code), fc.option(code)), { maxLength: 20 });
  fc.assert(
    fc.property(moves, (steps) => {
      const end = steps.reduce((content: CatalogContent, [moved, parent, next]) => {
        // Before another is before a sibling: as the tree shows them.
        const sibling = next !== null && (optionIn(content, next)?.parent ?? null) === parent;
        return moveOption(content, LIST, moved, { parent, before: sibling ? next : null });
      }, richCatalog);
      expect([...codesOf(end)].sort()).toEqual([...codesOf(richCatalog)].sort());
      expect(isInOrder(optionsOf(end))).toBe(true);
    }),
  );
});
