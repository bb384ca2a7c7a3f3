import type { CatalogContent, ChoiceField } from '../../../../src/core/catalog/types';
import { setField } from '../../../../src/core/edit/forms';
import { setOption } from '../../../../src/core/edit/options';
import { whereUsed } from '../../../../src/core/edit/whereUsed';
import { richCatalog } from '../../../support/richCatalog';

const base = '/forms/0/sections/0/fields';
const change = (content: CatalogContent, id: string, more: Partial<ChoiceField>): CatalogContent =>
  setField(content, 'rich', id, (field) => ({ ...field, ...more }) as ChoiceField);

const used = [
  (content: CatalogContent) =>
    change(content, 'outcome', {
      default: 'invoice',
      prefill: { if: [{ '==': [{ var: 'queue' }, 'x'] }, 'invoice', 'other'] },
      rules: {
        limit: [{ when: true, options: ['other', 'invoice'] }],
        set: [{ when: { '==': [{ var: 'channel' }, 'voice'] }, to: 'invoice' }],
      },
    }),
  (content: CatalogContent) =>
    change(content, 'product', {
      dependsOn: 'outcome',
      rules: { show: { in: ['invoice', { var: 'paths.outcome' }] } },
    }),
  (content: CatalogContent) =>
    setOption(content, 'topics', 'price', { under: ['other', 'invoice'] }),
].reduce((content: CatalogContent, step) => step(content), richCatalog);

test('every use of an option is found', () => {
  expect(whereUsed(used, 'outcomes', 'invoice').map(({ kind, path }) => [kind, path])).toEqual([
    ['default', `${base}/0/default`],
    ['prefill', `${base}/0/prefill`],
    ['limit', `${base}/0/rules/limit/0/options/1`],
    ['set', `${base}/0/rules/set/0/to`],
    ['rule', `${base}/1/rules/show`],
    ['under', '/picklists/1/options/2/under/1'],
  ]);
});

test('the same code of another picklist, or in a rule about something else, is no use', () => {
  expect(whereUsed(used, 'topics', 'invoice')).toEqual([]);
  const queue = change(richCatalog, 'product', {
    rules: { show: { '==': [{ var: 'queue' }, 'invoice'] } },
  });
  expect(whereUsed(queue, 'outcomes', 'invoice')).toEqual([]);
});

test('a picklist is used by the fields that offer it and by rules about them', () => {
  expect(whereUsed(used, 'outcomes')).toEqual([
    { kind: 'field', path: `${base}/0/picklist`, form: 'rich', field: 'outcome', option: null },
    { kind: 'rule', path: `${base}/1/rules/show`, form: 'rich', field: 'product', option: null },
  ]);
});
