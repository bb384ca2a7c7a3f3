import { checkUsed } from '../../../../src/core/catalog/checkUsed';
import type { CatalogContent } from '../../../../src/core/catalog/types';
import {
  archiveOption,
  moveOption,
  removeOption,
  setOption,
} from '../../../../src/core/edit/options';
import { removePicklist } from '../../../../src/core/edit/picklists';
import { richCatalog } from '../../../support/richCatalog';

test('a published option is not removed, nor with the one above it', () => {
  expect(checkUsed(richCatalog, removeOption(richCatalog, 'outcomes', 'billing'))).toEqual([
    {
      code: 'used-removed',
      path: '/picklists/0/options',
      details: { code: 'billing', reported: 'Billing' },
    },
    {
      code: 'used-removed',
      path: '/picklists/0/options',
      details: { code: 'invoice', reported: 'Invoice' },
    },
    {
      code: 'used-removed',
      path: '/picklists/0/options',
      details: { code: 'dispute', reported: 'Billing dispute' },
    },
  ]);
});

test('a picklist that has published options is not removed', () => {
  expect(checkUsed(richCatalog, removePicklist(richCatalog, 'topics'))).toEqual([
    { code: 'used-list-removed', path: '/picklists', details: { picklist: 'topics' } },
  ]);
});

test('a published option keeps its reported text', () => {
  const changed = setOption(richCatalog, 'topics', 'price', { reported: 'Prices' });
  expect(checkUsed(richCatalog, changed)).toEqual([
    {
      code: 'used-changed',
      path: '/picklists/1/options/2/reported',
      details: { code: 'price', reported: 'Price' },
    },
  ]);
});

test('names, places and archiving are free, and so is what is not published', () => {
  const renamed = setOption(richCatalog, 'topics', 'price', { name: { en: 'Cost' } });
  const moved = moveOption(renamed, 'topics', 'price', { parent: 'delivery', before: null });
  expect(checkUsed(richCatalog, archiveOption(moved, 'topics', 'price'))).toEqual([]);
  const empty: CatalogContent = { ...richCatalog, picklists: [] };
  expect(checkUsed(null, empty)).toEqual([]);
  expect(checkUsed(empty, richCatalog)).toEqual([]);
});
