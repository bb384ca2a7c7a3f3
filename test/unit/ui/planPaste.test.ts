import type { CatalogContent } from '../../../src/core/catalog/types';
import { planPaste } from '../../../src/ui/supervisor/picklists/planPaste';

const content: CatalogContent = {
  schema: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'optional', wayOut: true },
  picklists: [
    {
      id: 'outcomes',
      name: { en: 'Outcomes' },
      options: [{ code: 'sales', reported: 'Sales', name: { en: 'Sales' } }],
    },
  ],
  forms: [],
  assignments: [],
};
const plan = (text: string, parent: string | null = null) =>
  planPaste(content, 'outcomes', text, 'en', parent);
const made = (text: string, parent: string | null = null) =>
  plan(text, parent).added.map(({ option, level }) => `${level} ${option.code}`);

test('says what it makes, with levels, and what is there already', () => {
  const { known } = plan('Sales\tNew contract\nService\n\tRefund');
  expect(known).toBe(1);
  expect(made('Service\n  Refund\nOther')).toEqual(['1 service', '2 refund', '1 other']);
  expect(made('Upgrade', 'sales')).toEqual(['1 upgrade']);
});

test('names the line of what reports would cut', () => {
  expect(plan(`Fine\n\n${'x'.repeat(129)}`).errors).toEqual([
    { line: 3, code: 'too-long', text: 'x'.repeat(40) },
  ]);
  expect(plan('x'.repeat(128)).errors).toEqual([]);
});

test('names the line of a cell that nothing in the column before leads to', () => {
  expect(plan('A\n\t\tToo deep\n\tFine').errors).toEqual([
    { line: 2, code: 'level-skipped', text: 'Too deep' },
  ]);
  expect(plan('A\tB\tC\n\t\tD\n\tE\nF').errors).toEqual([]);
});

test('takes no export for a list of names: its columns are for the import', () => {
  expect(plan('code\tparent\nsales\t').errors).toEqual([
    { line: 1, code: 'headings', text: 'code\tparent' },
  ]);
  expect(plan('Code,name.en\nsales,Sales').errors).toHaveLength(1);
  expect(plan('Codes\nBarcode').errors).toEqual([]);
});
