import type { CatalogContent } from '../../../../src/core/catalog/types';
import { pasteOptions } from '../../../../src/core/edit/pasteOptions';
import { largeContent } from '../../../support/contents';
import { richCatalog } from '../../../support/richCatalog';

const empty: CatalogContent = {
  ...richCatalog,
  picklists: [{ id: 'list', name: { en: 'List' }, options: [] }],
};
const outline = ({ picklists }: CatalogContent): readonly string[] =>
  picklists[0]?.options.map(({ code, parent }) => (parent ? `${parent} > ${code}` : code)) ?? [];

test.each([
  ['columns with empty cells', 'Sales\t\n\tNew order\n\tReturn\nService\n\tRepair\t'],
  ['columns with whole paths', 'Sales\tNew order\r\nSales\tReturn\r\nService\tRepair\r\n'],
  ['indentation', 'Sales\n  New order\n  Return\n\nService\n      Repair\n'],
  ['quoted cells', '"Sales"\t\n\t"New order"\n\tReturn\nService\tRepair'],
])('levels are told by %s', (_how, text) => {
  const { content, added, known } = pasteOptions(empty, 'list', text, 'es', null);
  expect(outline(content)).toEqual([
    'sales',
    'sales > new-order',
    'sales > return',
    'service',
    'service > repair',
  ]);
  expect([added, known]).toEqual([5, 0]);
  expect(content.picklists[0]?.options[1]).toEqual({
    code: 'new-order',
    reported: 'New order',
    name: { en: 'New order', es: 'New order' },
    parent: 'sales',
  });
});

test('a name that is there already is not made again, and takes what is below it', () => {
  const text = 'Billing\tInvoice\nbilling\tRefund\nLast';
  const { content, added, known } = pasteOptions(richCatalog, 'outcomes', text, 'en', null);
  expect([added, known]).toEqual([2, 2]);
  expect(outline(content)).toEqual([
    'billing',
    'billing > invoice',
    'billing > dispute',
    'billing > refund',
    'retired',
    'retired > below-retired',
    'other',
    'last',
  ]);
  expect(pasteOptions(content, 'outcomes', text, 'en', null).content).toBe(content);
});

test('what is pasted onto an option goes below it', () => {
  const { content } = pasteOptions(richCatalog, 'outcomes', 'A\n B\nC', 'en', 'billing');
  expect(outline(content).slice(2, 6)).toEqual([
    'billing > dispute',
    'billing > a',
    'a > b',
    'billing > c',
  ]);
});

test('one name under two parents has two reported texts', () => {
  const { content } = pasteOptions(empty, 'list', 'Sales\tOther\nService\tOther', 'en', null);
  expect(content.picklists[0]?.options.map(({ reported }) => reported)).toEqual([
    'Sales',
    'Other',
    'Service',
    'Service: Other',
  ]);
});

test('5 000 lines go into 10 000 options', () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `${n % 10 === 0 ? '' : '\t'}Line ${n}`);
  const { content, added } = pasteOptions(
    largeContent(10_000),
    'large',
    lines.join('\n'),
    'en',
    null,
  );
  expect(added).toBe(5000);
  expect(content.picklists.find(({ id }) => id === 'large')?.options).toHaveLength(15_000);
});
