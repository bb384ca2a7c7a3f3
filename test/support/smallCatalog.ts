import type { Catalog } from '../../src/core/catalog/types';

/** One form: outcome (required), campaign, topics in two slots, a number. Channel `email` has no form and no gate. */
export const smallCatalog: Catalog = {
  schema: 1,
  version: 7,
  reportedLanguage: 'en',
  policies: { enforcement: 'required', wayOut: false },
  picklists: [
    {
      id: 'outcomes',
      name: { en: 'Outcomes', es: 'Resultados' },
      options: [
        { code: 'sale', reported: 'Sale', name: { en: 'Sale', es: 'Venta' } },
        { code: 'no-sale', reported: 'No sale', name: { en: 'No sale', es: 'Sin venta' } },
      ],
    },
    {
      id: 'topics',
      name: { en: 'Topics' },
      options: [
        { code: 'billing', reported: 'Billing', name: { en: 'Billing' } },
        { code: 'billing-dispute', reported: 'Billing dispute', name: { en: 'Billing dispute' } },
        { code: 'delivery', reported: 'Delivery', name: { en: 'Delivery' } },
      ],
    },
  ],
  forms: [
    {
      id: 'service',
      name: { en: 'Service' },
      sections: [
        {
          id: 'main',
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
              kind: 'choices',
              id: 'topics',
              name: { en: 'Topics' },
              picklist: 'topics',
              levels: 'leaves',
              slots: [
                {
                  attribute: 'conversations.conversation_attribute_1',
                  label: 'conversations.conversation_label_1',
                },
                {
                  attribute: 'conversations.conversation_attribute_2',
                  label: 'conversations.conversation_label_2',
                },
              ],
            },
            {
              kind: 'number',
              id: 'amount',
              name: { en: 'Amount' },
              target: { path: 'conversations.conversation_measure_1' },
            },
            {
              kind: 'text',
              id: 'note',
              name: { en: 'Reference' },
              target: { path: 'conversations.case' },
            },
          ],
        },
      ],
    },
  ],
  assignments: [
    { id: 'no-email', when: { channels: ['email'] }, form: null },
    { id: 'all', when: {}, form: 'service' },
  ],
};
