import type { Catalog, Field } from '../../src/core/catalog/types';

const named = (id: string) => ({ id, name: { en: id } });
const attribute = (n: number) => `conversations.conversation_attribute_${n}`;
const label = (n: number) => `conversations.conversation_label_${n}`;
const at = (path: string) => ({ target: { path: `conversations.${path}` } });

/** One field of each kind, in this order, each with a target that it fits. */
export const everyKind: readonly Field[] = [
  {
    ...named('one'),
    kind: 'choice',
    picklist: 'areas',
    levels: 'leaves',
    target: { attribute: attribute(1), label: label(1) },
    also: [
      { path: 'conversations.campaign', value: 'reported' },
      { path: 'conversations.conversation_measure_2', value: 'number' },
    ],
  },
  {
    ...named('several'),
    kind: 'choices',
    picklist: 'topics',
    levels: 'any',
    joined: { path: attribute(2), separator: '|' },
    max: 2,
    dependsOn: 'one',
  },
  {
    ...named('slots'),
    kind: 'choices',
    picklist: 'topics',
    levels: 'any',
    slots: [{ attribute: attribute(3), label: label(3) }],
  },
  { ...named('text'), kind: 'text', ...at('content') },
  { ...named('yesno'), kind: 'yesno', ...at('productive') },
  {
    ...named('number'),
    kind: 'number',
    ...at('conversation_measure_1'),
    min: 0,
    max: 10,
    step: 0.5,
  },
  { ...named('rating'), kind: 'rating', ...at('conversation_measure_3'), max: 5 },
  { ...named('date'), kind: 'date', precision: 'day', ...at('conversation_attribute_4') },
  { ...named('phone'), kind: 'phone', target: { path: label(5) }, notForSegmenting: true },
  { ...named('email'), kind: 'email', target: { path: label(6) }, notForSegmenting: true },
  { ...named('url'), kind: 'url', target: { path: 'customers.customer_link' } },
  {
    ...named('reference'),
    kind: 'reference',
    ...at('case'),
    pattern: '[A-Z]{2}\\d{4}',
    example: 'AB0123',
  },
  { ...named('media'), kind: 'media', ...at('media'), types: ['Referenced'], max: 3 },
  { ...named('info'), kind: 'info', text: { en: 'Read this' } },
];

/** A catalog of `everyKind`. */
export const everyKindCatalog: Catalog = {
  schema: 1,
  version: 1,
  reportedLanguage: 'en',
  policies: { enforcement: 'optional', wayOut: true },
  picklists: [
    {
      ...named('areas'),
      options: [
        { code: 'sales', reported: 'Sales', name: { en: 'Sales' } },
        { code: 'new', reported: 'New', name: { en: 'New' }, parent: 'sales', number: 2 },
        { code: 'service', reported: 'Service', name: { en: 'Service' }, number: 1.5 },
      ],
    },
    {
      ...named('topics'),
      options: [
        { code: 'price', reported: 'Price', name: { en: 'Price' }, under: ['sales'] },
        { code: 'delay', reported: 'Delay', name: { en: 'Delay' }, under: ['service', 'new'] },
        { code: 'other', reported: 'Other', name: { en: 'Other' } },
      ],
    },
  ],
  forms: [{ ...named('all'), sections: [{ ...named('main'), fields: everyKind }] }],
  assignments: [{ id: 'all', when: {}, form: 'all' }],
};
