import type { CatalogContent } from '../../../src/core/catalog/types';
import { describeChanges } from '../../../src/core/diff/describeChanges';
import { moveField, setField } from '../../../src/core/edit/forms';
import { archiveOption, moveOption, removeOption, setOption } from '../../../src/core/edit/options';
import { removePicklist } from '../../../src/core/edit/picklists';
import { createEditorTranslator } from '../../../src/strings/editor/translateEditor';
import { changedItemText, changeText } from '../../../src/ui/supervisor/versions/changeText';
import { richCatalog } from '../../support/richCatalog';

const t = createEditorTranslator('en');
const words = (after: CatalogContent): readonly string[] =>
  describeChanges(richCatalog, after).flatMap((item) => [
    changedItemText(item, 'en', t),
    ...item.lines.map((line) => `- ${changeText(line, 'en', t)}`),
  ]);

test('an option that was changed in several ways', () => {
  const name = { en: 'Bill', es: 'Factura' };
  const changed = setOption(richCatalog, 'outcomes', 'invoice', { name, number: 3 });
  const moved = moveOption(changed, 'outcomes', 'invoice', { parent: 'other', before: null });
  expect(words(archiveOption(moved, 'outcomes', 'invoice'))).toEqual([
    'Option “Bill” in “Outcomes”',
    '- Name (en): “Invoice” → “Bill”',
    '- Name (es): none → “Factura”',
    '- Moved from “Billing” to “Other”',
    '- Number: none → 3',
    '- Archived: not offered any more',
  ]);
});

test('what is gone goes by the name that it had', () => {
  expect(words(removeOption(richCatalog, 'topics', 'price'))).toEqual([
    'Option “Price” in “Topics”',
    '- Removed',
  ]);
  expect(words(removePicklist(richCatalog, 'topics'))).toEqual(['Picklist “Topics”', '- Removed']);
});

test('a field in another section, and settings of the catalog', () => {
  const place = { section: 'details', before: 'note' };
  const moved = moveField(richCatalog, 'rich', 'product', place);
  const changed = setField(moved, 'rich', 'product', (field) => ({
    ...field,
    required: true,
    rules: { show: { '==': [{ var: 'queue' }, 'Sales'] } },
  }));
  const policies = { ...richCatalog.policies, wayOut: false };
  expect(words({ ...changed, policies })).toEqual([
    'Settings of the catalog',
    '- Policies (wayOut): yes → no',
    'Field “Product” in “Rich”',
    '- Moved from section “Result” to section “Details”',
    '- Required: none → yes',
    '- Rules (show): changed',
  ]);
});
