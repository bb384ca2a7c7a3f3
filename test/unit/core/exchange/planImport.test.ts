import type { CatalogContent, Option } from '../../../../src/core/catalog/types';
import { importOptions, planImport } from '../../../../src/core/exchange/planImport';
import { richCatalog } from '../../../support/richCatalog';

const { version: _version, ...content } = richCatalog;
const LIST = 'outcomes';
const optionsOf = (of: CatalogContent | null): readonly Option[] =>
  of?.picklists.find(({ id }) => id === LIST)?.options ?? [];
const plan = (text: string, published: CatalogContent | null = null) =>
  planImport(content, LIST, text, published);
const errorsOf = (text: string, published: CatalogContent | null = null) =>
  plan(text, published).errors.map(({ row, column, code }) => [row, column, code]);

test('rows are added, changed or left, and counted before anything happens', () => {
  const result = plan(
    [
      'code;parent;name.en;name.es;archived;number',
      'billing;;Billing;;;',
      'invoice;billing;Bill;Factura;yes;2,5',
      'refund;billing;Refund;;;',
    ]
      .join('\n')
      .replace('2,5', '2.5'),
  );
  expect(result).toMatchObject({
    rows: 3,
    added: 1,
    changed: 1,
    unchanged: 1,
    archived: 1,
    untouched: 4,
    reordered: false,
    errors: [],
  });
  expect(optionsOf(result.content).slice(0, 4)).toEqual([
    optionsOf(content)[0],
    {
      code: 'invoice',
      parent: 'billing',
      reported: 'Invoice',
      name: { en: 'Bill', es: 'Factura' },
      archived: true,
      number: 2.5,
    },
    { code: 'refund', parent: 'billing', reported: 'Refund', name: { en: 'Refund' } },
    optionsOf(content)[2],
  ]);
});

test('columns that are not there leave what is there; empty cells take it away', () => {
  const first = importOptions(content, LIST, 'code,number,synonyms.en\nother,3,a|b\\|c', null);
  expect(optionsOf(first).at(-1)).toMatchObject({ number: 3, synonyms: { en: ['a', 'b|c'] } });
  const second = importOptions(first, LIST, 'code,number\nother,', null);
  expect(optionsOf(second).at(-1)).toEqual({
    code: 'other',
    reported: 'Other',
    name: { en: 'Other' },
    synonyms: { en: ['a', 'b|c'] },
  });
});

test('a file that names every option gives the order', () => {
  const codes = optionsOf(content).map(({ code }) => code);
  const result = plan(['code', ...[...codes].reverse()].join('\r\n'));
  expect(result.reordered).toBe(true);
  expect(optionsOf(result.content).map(({ code }) => code)).toEqual([...codes].reverse());
});

test('an option of another parent moves, with what is below it', () => {
  const result = plan('code\tparent\nbilling\tother');
  expect(result.changed).toBe(1);
  expect(optionsOf(result.content).map(({ code }) => code)).toEqual([
    'retired',
    'below-retired',
    'other',
    'billing',
    'invoice',
    'dispute',
  ]);
});

test.each<[string, string, unknown[]]>([
  ['no code', 'code,name.en\n,New', [[2, 'code', 'code-missing']]],
  ['a code twice', 'code,name.en\nx,X\nx,Y', [[3, 'code', 'duplicate-code']]],
  [
    'no name for something new',
    'code\nx',
    [
      [2, 'reported', 'empty'],
      [2, 'name.en', 'text-missing'],
    ],
  ],
  ['an unknown parent', 'code,parent,name.en\nx,y,X', [[2, 'parent', 'unknown-parent']]],
  ['a circle', 'code,parent\nbilling,invoice', [[2, 'parent', 'cyclic-parent']]],
  [
    'a text that another option reports',
    'code,name.en\nx,other',
    [[2, 'reported', 'duplicate-reported']],
  ],
  ['a text that is too long', `code,name.en\nx,${'y'.repeat(129)}`, [[2, 'reported', 'too-long']]],
  [
    'a day that there is not',
    'code,activeFrom\nother,2026-02-30',
    [[2, 'activeFrom', 'not-a-day']],
  ],
  [
    'days the wrong way round',
    'code,activeFrom,activeTo\nother,2026-02-02,2026-02-01',
    [[2, 'activeFrom', 'from-after-to']],
  ],
  ['no number', 'code,number\nother,many', [[2, 'number', 'not-a-number']]],
  ['a key of two digits', 'code,shortcut\nother,12', [[2, 'shortcut', 'not-a-shortcut']]],
  ['neither yes nor no', 'code,archived\nother,perhaps', [[2, 'archived', 'not-yes-or-no']]],
  ['a cell beside the table', 'code\nother,x', [[2, null, 'too-many-cells']]],
  ['quotes that do not close', 'code,name.en\nother,"x', [[2, null, 'broken-row']]],
  ['an unknown column', 'code,colour\nother,red', [[1, 'colour', 'unknown-column']]],
  ['a column twice', 'code,number,number\nother,1,2', [[1, 'number', 'duplicate-column']]],
  ['no column of codes', 'name.en\nOther', [[1, 'code', 'missing-column']]],
  ['nothing', '', [[1, 'code', 'missing-column']]],
  ['no rows', 'code,name.en\n\n', [[1, null, 'no-rows']]],
])('refused with its row and column: %s', (_what, text, errors) => {
  expect(errorsOf(text)).toEqual(errors);
  expect(plan(text).content).toBeNull();
  expect(importOptions(content, LIST, text, null)).toBe(content);
});

test('a published reported text does not change', () => {
  const text = 'code,reported\nother,Something else';
  expect(errorsOf(text, content)).toEqual([[2, 'reported', 'used-changed']]);
  expect(errorsOf(text)).toEqual([]);
});

test('errors that were there before are not the file’s', () => {
  const broken: CatalogContent = {
    ...content,
    picklists: [
      {
        id: LIST,
        name: { en: 'x' },
        options: [...optionsOf(content), { code: 'twin', reported: 'Other', name: {} }],
      },
    ],
  };
  expect(planImport(broken, LIST, 'code,number\ninvoice,1', null).errors).toEqual([]);
});

test('of 5 000 rows with three bad ones, exactly those three are named, and none is taken', () => {
  const rows = Array.from({ length: 5000 }, (_, n) => `code-${n},,Option ${n}`);
  rows[99] = ',,Nameless';
  rows[2499] = 'code-2499,nowhere,Option 2499';
  rows[4998] = 'code-7,,Again';
  const result = plan(['code,parent,name.en', ...rows].join('\r\n'));
  expect(result.errors.map(({ row, code }) => [row, code])).toEqual([
    [101, 'code-missing'],
    [2501, 'unknown-parent'],
    [5000, 'duplicate-code'],
  ]);
  expect(result.content).toBeNull();
});
