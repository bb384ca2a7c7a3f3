import { readFileSync } from 'node:fs';

/** Catalogs as an admin would write them. Typed loosely, for bad ones are among them. */
type Part = Record<string, unknown>;

export const catalogOption = (code: string, reported: string, more: Part = {}): Part => ({
  code,
  reported,
  name: { en: reported },
  ...more,
});

/** A small, good catalog: one form with an outcome and a note. */
export const smallCatalog = (change: Part = {}): Part => ({
  schema: 1,
  version: 3,
  reportedLanguage: 'en',
  policies: { enforcement: 'required', wayOut: false },
  picklists: [
    {
      id: 'outcomes',
      name: { en: 'Outcomes' },
      options: [
        catalogOption('billing', 'Billing'),
        catalogOption('billing-dispute', 'Billing dispute'),
        catalogOption('other', 'Other'),
      ],
    },
  ],
  forms: [
    {
      id: 'small',
      name: { en: 'Small form' },
      sections: [
        {
          id: 'all',
          name: { en: 'All' },
          fields: [
            {
              kind: 'choice',
              id: 'outcome',
              name: { en: 'Outcome' },
              required: true,
              picklist: 'outcomes',
              levels: 'any',
              target: { path: 'conversations.outcome' },
            },
            {
              kind: 'text',
              id: 'note',
              name: { en: 'Note' },
              target: { path: 'conversations.content' },
            },
          ],
        },
      ],
    },
  ],
  assignments: [{ id: 'all', when: {}, form: 'small' }],
  ...change,
});

/** The small catalog whose form has a time for wrap-up; its outcome takes `atTimeout` when that is over. */
export const limitedCatalog = (
  wrapUp: Part,
  atTimeout: string | undefined = 'other',
  policies: Part = {},
): Part => {
  const catalog = smallCatalog({
    policies: { enforcement: 'required', wayOut: false, ...policies },
  });
  const [form] = catalog['forms'] as [Part];
  const [section] = form['sections'] as [Part];
  const [outcome, ...fields] = section['fields'] as [Part, ...Part[]];
  const answered = atTimeout === undefined ? outcome : { ...outcome, atTimeout };
  return {
    ...catalog,
    forms: [{ ...form, wrapUp, sections: [{ ...section, fields: [answered, ...fields] }] }],
  };
};

/** The small catalog with its only picklist's options changed. */
export const withOptions = (options: unknown): Part =>
  smallCatalog({ picklists: [{ id: 'outcomes', name: { en: 'Outcomes' }, options }] });

/** The small catalog with these fields on its form. */
export const withFields = (fields: unknown): Part =>
  smallCatalog({
    forms: [
      {
        id: 'small',
        name: { en: 'Small form' },
        sections: [{ id: 'all', name: { en: 'All' }, fields }],
      },
    ],
  });

/** The catalog that the plugin brings, as an admin would put it into the Flex Configuration. */
export const starterCatalog = (): Part =>
  JSON.parse(readFileSync('public/starter-catalog.json', 'utf8')) as Part;
