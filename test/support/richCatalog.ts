import type { Catalog, Form, Option } from '../../src/core/catalog/types';

const option = (code: string, reported: string, more: Partial<Option> = {}): Option => ({
  code,
  reported,
  name: { en: reported },
  ...more,
});
const slot = (n: number) => ({
  attribute: `conversations.conversation_attribute_${n}`,
  label: `conversations.conversation_label_${n}`,
});

/** A field of every kind, both roots, a tree with archived options. */
export const richForm: Form = {
  id: 'rich',
  name: { en: 'Rich' },
  sections: [
    {
      id: 'result',
      name: { en: 'Result' },
      fields: [
        {
          kind: 'choice',
          id: 'outcome',
          name: { en: 'Outcome' },
          required: true,
          picklist: 'outcomes',
          levels: 'leaves',
          target: { path: 'conversations.outcome' },
        },
        {
          kind: 'choice',
          id: 'product',
          name: { en: 'Product' },
          picklist: 'topics',
          levels: 'any',
          target: slot(9),
        },
        {
          kind: 'choices',
          id: 'topics',
          name: { en: 'Topics' },
          picklist: 'topics',
          levels: 'any',
          slots: [slot(1), slot(2), slot(3)],
          min: 1,
          max: 3,
        },
      ],
    },
    {
      id: 'details',
      name: { en: 'Details' },
      fields: [
        {
          kind: 'text',
          id: 'note',
          name: { en: 'Note' },
          target: { path: 'conversations.content' },
          maxLength: 20,
        },
        {
          kind: 'yesno',
          id: 'productive',
          name: { en: 'Productive' },
          target: { path: 'conversations.productive' },
        },
        {
          kind: 'number',
          id: 'items',
          name: { en: 'Items' },
          target: { path: 'conversations.conversation_measure_1' },
          min: 0,
          max: 100,
          integer: true,
        },
        {
          kind: 'text',
          id: 'market',
          name: { en: 'Market' },
          target: { path: 'customers.market_segment' },
        },
      ],
    },
  ],
};

export const richCatalog: Catalog = {
  schema: 1,
  version: 3,
  reportedLanguage: 'en',
  policies: { enforcement: 'required', wayOut: true },
  picklists: [
    {
      id: 'outcomes',
      name: { en: 'Outcomes' },
      options: [
        option('billing', 'Billing'),
        option('invoice', 'Invoice', { parent: 'billing' }),
        option('dispute', 'Billing dispute', { parent: 'billing' }),
        option('retired', 'Retired', { archived: true }),
        option('below-retired', 'Below retired', { parent: 'retired' }),
        option('other', 'Other'),
      ],
    },
    {
      id: 'topics',
      name: { en: 'Topics' },
      options: [
        option('delivery', 'Delivery'),
        option('returns', 'Returns'),
        option('price', 'Price'),
        option('gone', 'Gone', { archived: true }),
        option('quality', 'Quality'),
      ],
    },
  ],
  forms: [richForm],
  assignments: [{ id: 'all', when: {}, form: 'rich' }],
};
