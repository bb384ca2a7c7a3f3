import { acceptAllIntent, acceptIntent, suggest } from '../../../../src/core/capture/suggest';
import { createCapture } from '../../../../src/core/capture/createCapture';
import { fieldsOf } from '../../../../src/core/catalog/fieldsOf';
import type { AnswerableField, Catalog, Field } from '../../../../src/core/catalog/types';
import type { Capture } from '../../../../src/core/capture/types';
import type { JsonValue } from '../../../../src/core/json';
import { evaluateForm } from '../../../../src/core/form/evaluateForm';
import { noFacts } from '../../../support/facts';
import { smallCatalog } from '../../../support/smallCatalog';

const MORE: readonly Field[] = [
  {
    kind: 'yesno',
    id: 'solved',
    name: { en: 'Solved' },
    target: { path: 'conversations.productive' },
  },
  {
    kind: 'rating',
    id: 'mood',
    name: { en: 'Mood' },
    max: 5,
    target: { path: 'conversations.conversation_measure_2' },
  },
  {
    kind: 'date',
    id: 'due',
    name: { en: 'Due' },
    precision: 'day',
    target: { path: 'conversations.conversation_attribute_9' },
  },
  { kind: 'info', id: 'hint', name: { en: 'Hint' }, text: { en: 'Read this' } },
  {
    kind: 'text',
    id: 'short',
    name: { en: 'Short' },
    maxLength: 20,
    target: { path: 'conversations.content' },
  },
];

const catalog: Catalog = {
  ...smallCatalog,
  picklists: smallCatalog.picklists.map((picklist) => ({
    ...picklist,
    options: [
      ...picklist.options,
      { code: 'old', reported: 'Fax', name: { en: 'Fax' }, archived: true },
    ],
  })),
  forms: smallCatalog.forms.map((form) => ({
    ...form,
    sections: form.sections.map((section) => ({
      ...section,
      fields: [...section.fields, ...MORE],
    })),
  })),
};
const form = catalog.forms[0]!;
const fieldOf = (id: string) => fieldsOf(form).find((field) => field.id === id) as AnswerableField;

const empty = createCapture({
  reservationSid: 'WR1',
  catalog,
  form,
  prefill: { answers: {}, foreign: {} },
});
const offer = (said: Record<string, JsonValue>, onto: Capture = empty, source = 'Copilot') =>
  suggest(catalog, form, onto, said, source);

test.each<[string, JsonValue, unknown]>([
  ['outcome', 'no-sale', { kind: 'choice', code: 'no-sale' }],
  ['outcome', 'No sale', { kind: 'choice', code: 'no-sale' }],
  // As another program writes it, or in another language.
  ['outcome', ' SIN VENTA ', { kind: 'choice', code: 'no-sale' }],
  ['outcome', ['sale'], { kind: 'choice', code: 'sale' }],
  ['topics', ['delivery', 'billing'], { kind: 'choices', codes: ['billing', 'delivery'] }],
  ['topics', 'billing dispute', { kind: 'choices', codes: ['billing-dispute'] }],
  ['amount', 2.5, { kind: 'number', text: '2.5', decimal: '.' }],
  ['note', 'N-1', { kind: 'text', text: 'N-1' }],
  ['solved', false, { kind: 'yesno', yes: false }],
  ['mood', 4, { kind: 'rating', rating: 4 }],
  ['due', '2026-11-24', { kind: 'date', text: '2026-11-24', offset: 0 }],
])('%s takes the suggestion %j', (field, said, value) => {
  const { capture, results } = offer({ [field]: said });
  expect(results).toEqual({ [field]: 'offered' });
  expect(capture.suggested).toEqual({ [field]: { value, source: 'Copilot' } });
  expect(capture.answers).toBe(empty.answers);
  expect(capture.past).toBe(empty.past);
});

test.each<[string, JsonValue]>([
  ['outcome', 'nothing of the kind'],
  ['outcome', 'old'],
  ['outcome', 'Fax'],
  ['outcome', ['sale', 'no-sale']],
  ['outcome', 5],
  ['outcome', null],
  ['topics', []],
  ['topics', ['nothing']],
  ['topics', ['billing', 'billing-dispute', 'delivery']],
  ['amount', 'many'],
  ['note', '  '],
  ['note', true],
  ['solved', 'perhaps'],
  ['mood', 6],
  ['due', '2026-02-31'],
])('%s takes no suggestion %j', (field, said) => {
  const { capture, results } = offer({ [field]: said });
  expect(results).toEqual({ [field]: 'not-an-answer' });
  expect(capture).toBe(empty);
});

test.each(['nothing', 'hint', 'constructor', '__proto__'])('%s is no field to suggest to', (id) => {
  const { capture, results } = offer(JSON.parse(`{"${id}":"x"}`) as Record<string, JsonValue>);
  expect(Object.entries(results)).toEqual([[id, 'unknown-field']]);
  expect(capture).toBe(empty);
});

test('a text is offered as far as the field takes it, at the end of a word', () => {
  const { capture } = offer({ short: 'The customer asks for a refund.' });
  expect(capture.suggested?.['short']?.value).toEqual({ kind: 'text', text: 'The customer asks…' });
  const one = offer({ short: 'x'.repeat(50) }).capture;
  expect(one.suggested?.['short']?.value).toEqual({ kind: 'text', text: `${'x'.repeat(19)}…` });
});

test('a newer suggestion takes the place of an older one for the same field only', () => {
  const first = offer({ outcome: 'sale', note: 'N-1' }).capture;
  const { capture } = offer({ outcome: 'no-sale' }, first, 'CRM');
  expect(capture.suggested).toEqual({
    outcome: { value: { kind: 'choice', code: 'no-sale' }, source: 'CRM' },
    note: { value: { kind: 'text', text: 'N-1' }, source: 'Copilot' },
  });
});

test('whoever suggests has a name of one short line', () => {
  const named = (source: string) => offer({ outcome: 'sale' }, empty, source).capture;
  expect(named(`\u202e${'n'.repeat(100)}`).suggested?.['outcome']?.source).toBe('n'.repeat(40));
  expect(named(' ').suggested?.['outcome']?.source).toBe('?');
});

test('the gesture is there until the answer is the same, and while the rules offer it', () => {
  const suggestion = { value: { kind: 'choice', code: 'sale' }, source: 'Copilot' } as const;
  const by = (code: string) => ({ value: { kind: 'choice', code }, origin: 'agent' }) as const;
  const field = fieldOf('outcome');
  const intent = { type: 'choose', field: 'outcome', code: 'sale' };
  expect(acceptIntent(catalog, field, suggestion, undefined, null)).toEqual(intent);
  expect(acceptIntent(catalog, field, suggestion, by('no-sale'), null)).toEqual(intent);
  expect(acceptIntent(catalog, field, suggestion, by('sale'), null)).toBeNull();
  expect(acceptIntent(catalog, field, suggestion, undefined, new Set(['no-sale']))).toBeNull();
});

test('one gesture takes over all suggestions, but for what is answered', () => {
  const { capture } = offer({ outcome: 'sale', note: 'N-1', amount: 3 });
  const all = (onto: Capture) =>
    acceptAllIntent(catalog, form, onto, evaluateForm(catalog, form, onto, noFacts, {}));
  expect(all(capture)).toEqual({
    type: 'together',
    intents: [
      { type: 'choose', field: 'outcome', code: 'sale' },
      { type: 'accept', field: 'amount', value: { kind: 'number', text: '3', decimal: '.' } },
      { type: 'accept', field: 'note', value: { kind: 'text', text: 'N-1' } },
    ],
  });
  const typed = { note: { value: { kind: 'text', text: 'mine' }, origin: 'agent' } } as const;
  expect(JSON.stringify(all({ ...capture, answers: typed }))).not.toContain('"note"');
  expect(all(offer({ outcome: 'sale' }).capture)).toBeNull();
});
