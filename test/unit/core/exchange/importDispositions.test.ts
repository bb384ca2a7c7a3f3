import { parseCatalog } from '../../../../src/core/catalog/parseCatalog';
import type { CatalogContent } from '../../../../src/core/catalog/types';
import { readDispositionSettings } from '../../../../src/core/exchange/dispositionSettings';
import {
  importDispositions,
  type ImportedDispositions,
} from '../../../../src/core/exchange/importDispositions';
import type { JsonValue } from '../../../../src/core/json';

const empty: CatalogContent = {
  schema: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'optional', wayOut: true },
  picklists: [],
  forms: [],
  assignments: [],
};
const NAMES = {
  form: 'Wrap-up',
  section: 'Result',
  disposition: 'Disposition',
  notes: 'Notes',
};

function imported(settings: JsonValue, content = empty): ImportedDispositions {
  const read = readDispositionSettings(settings);
  if (!read) throw new Error('no settings');
  return importDispositions(content, read, NAMES);
}
const isSound = ({ content }: ImportedDispositions): unknown => {
  const parsed = parseCatalog({ ...content, version: 1 });
  return parsed.ok ? true : parsed.error;
};

/** As the template keeps them in a Flex Configuration. */
const template: JsonValue = {
  ui_attributes: {
    custom_data: {
      features: {
        dispositions: {
          enabled: true,
          enable_notes: true,
          require_disposition: true,
          global: {
            dispositions: ['Resolved', 'Follow up'],
            text_attributes: [
              { form_label: 'Case', conversation_attribute: 'case', required: true },
              { form_label: 'Odd', conversation_attribute: 'no_such_attribute' },
            ],
            select_attributes: [
              {
                form_label: 'Product',
                conversation_attribute: 'conversation_attribute_3',
                options: ['Phone', 'Tablet'],
              },
            ],
            multi_select_group: {
              form_label: 'Topics',
              conversation_attribute: 'conversation_attribute_4',
              options: ['Chat', 'Chatbot'],
            },
          },
          per_queue: {
            Sales: { require_disposition: false, dispositions: ['Sold', 'resolved '] },
          },
        },
      },
    },
  },
};

test("the template's settings become a sound catalog that stores what they stored", () => {
  const result = imported(template);
  expect(isSound(result)).toBe(true);
  const { content } = result;
  expect(content.policies.enforcement).toBe('required');
  expect(content.assignments).toEqual([
    { id: 'wrap-up-sales', when: { queues: ['Sales'] }, form: 'wrap-up-sales' },
    { id: 'wrap-up', when: {}, form: 'wrap-up' },
  ]);
  expect(content.picklists.map(({ id, options }) => [id, options.map((o) => o.reported)])).toEqual([
    ['disposition', ['Resolved', 'Follow up', 'Sold']],
    ['product', ['Phone', 'Tablet']],
    ['topics', ['Chat', 'Chatbot']],
  ]);
  const [common, sales] = content.forms.map(({ sections }) => sections[0]?.fields ?? []);
  expect(common).toEqual([
    {
      kind: 'choice',
      id: 'disposition',
      name: { en: 'Disposition' },
      required: true,
      picklist: 'disposition',
      levels: 'any',
      target: { path: 'conversations.outcome' },
      rules: { limit: [{ when: true, options: ['resolved', 'follow-up'] }] },
    },
    {
      kind: 'choice',
      id: 'product',
      name: { en: 'Product' },
      picklist: 'product',
      levels: 'any',
      target: { path: 'conversations.conversation_attribute_3' },
    },
    {
      kind: 'choices',
      id: 'topics',
      name: { en: 'Topics' },
      picklist: 'topics',
      levels: 'any',
      joined: { path: 'conversations.conversation_attribute_4', separator: '|' },
    },
    {
      kind: 'text',
      id: 'case',
      name: { en: 'Case' },
      required: true,
      target: { path: 'conversations.case' },
    },
    {
      kind: 'text',
      id: 'notes',
      name: { en: 'Notes' },
      target: { path: 'conversations.content' },
      maxLength: 100,
      multiline: true,
    },
  ]);
  expect(sales?.[0]).not.toHaveProperty('required');
  expect(sales?.[0]).not.toHaveProperty('rules');
});

test('the report says what changed meaning, each thing once', () => {
  expect(imported(template).notes).toEqual([
    { code: 'same-text', details: { text: 'resolved' } },
    { code: 'multi-select', details: { attribute: 'conversation_attribute_4' } },
    { code: 'attribute-dropped', details: { attribute: 'no_such_attribute' } },
    { code: 'queue-form', details: { queue: 'Sales', form: 'wrap-up-sales' } },
    { code: 'codes', details: { count: 3 } },
    { code: 'required-saved', details: {} },
  ]);
});

test("the Plugin Library's settings are flat, and may be given alone", () => {
  const result = imported({
    enable_notes: false,
    require_disposition: false,
    global_dispositions: [],
    per_queue: { WQ1: { require_disposition: true, dispositions: ['Sold'] } },
  });
  expect(isSound(result)).toBe(true);
  expect(result.content.assignments).toEqual([
    { id: 'wrap-up-wq1', when: { queues: ['WQ1'] }, form: 'wrap-up-wq1' },
    { id: 'wrap-up', when: {}, form: null },
  ]);
  expect(result.content.forms.map(({ id }) => id)).toEqual(['wrap-up-wq1']);
  expect(result.content.forms[0]?.sections[0]?.fields[0]).toMatchObject({ required: true });
});

test('what cannot be taken over is named, and nothing breaks', () => {
  const result = imported({
    enabled: false,
    colour: 'red',
    global: {
      dispositions: ['  ', 7, 'Ok', 'ok', 'x'.repeat(140)],
      text_attributes: [{ form_label: 'Nameless' }, { conversation_attribute: 'outcome' }],
      select_attributes: 'none',
      multi_select_group: {},
    },
    per_queue: { Odd: null },
  });
  expect(isSound(result)).toBe(true);
  const codes = result.notes.map(({ code, details }) => [code, ...Object.values(details)]);
  expect(codes).toEqual([
    ['was-disabled'],
    ['setting-ignored', 'colour'],
    ['setting-ignored', 'global.dispositions[1]'],
    ['setting-ignored', 'global.text_attributes[0]'],
    ['setting-ignored', 'global.select_attributes'],
    ['setting-ignored', 'per_queue.Odd'],
    ['setting-ignored', '"  "'],
    ['same-text', 'ok'],
    ['text-changed', 'x'.repeat(140), 'x'.repeat(128)],
    ['attribute-twice', 'outcome', 'Wrap-up'],
    ['codes', 2],
  ]);
});

test('what the catalog has already stays, but for its assignments', () => {
  const before: CatalogContent = {
    ...empty,
    picklists: [{ id: 'disposition', name: { en: 'Mine' }, options: [] }],
    assignments: [{ id: 'all', when: {}, form: null }],
  };
  const { content, notes } = imported({ global_dispositions: ['A'] }, before);
  expect(content.picklists.map(({ id }) => id)).toEqual(['disposition', 'disposition-2']);
  expect(content.assignments.map(({ form }) => form)).toEqual(['wrap-up']);
  expect(notes).toContainEqual({ code: 'assignments-replaced', details: { count: 1 } });
});

test.each([[null], [[]], [{}], [{ custom_data: { features: {} } }], ['text']])(
  'no settings are found in %j',
  (input) => {
    expect(readDispositionSettings(input as JsonValue)).toBeNull();
  },
);
