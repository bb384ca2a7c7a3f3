import type { Option, Picklist } from '../../../src/core/catalog/types';
import { searchOptions } from '../../../src/ui/fields/searchOptions';

const option = (code: string, name: Option['name'], more: Partial<Option> = {}): Option => ({
  code,
  reported: code,
  name,
  ...more,
});

const picklist: Picklist = {
  id: 'outcomes',
  name: { en: 'Outcomes' },
  options: [
    option('sales', { en: 'Sales', es: 'Ventas' }),
    option('renewal', { en: 'Contract renewal', es: 'Renovación' }, { parent: 'sales' }),
    option('contract', { en: 'Contract', es: 'Contrato' }, { parent: 'sales' }),
    option('subcontract', { en: 'Subcontractor', es: 'Subcontrata' }, { parent: 'sales' }),
    option('service', { en: 'Service', es: 'Servicio' }),
    option(
      'refund',
      { en: 'Refund', es: 'Reembolso' },
      { parent: 'service', synonyms: { en: ['money back', 'chargeback'], es: ['devolución'] } },
    ),
    option('legal', { en: '§ 5 notice' }, { parent: 'service' }),
    option('fax', { en: 'Fax sent' }, { parent: 'service', archived: true }),
    option('warsaw', { en: 'Łódź', ru: 'Лодзь' }, { parent: 'service' }),
  ],
};

const leaves = { levels: 'leaves', language: 'en', fallback: 'en' } as const;
const codes = (query: string, view: Parameters<typeof searchOptions>[1] = leaves, limit = 50) =>
  searchOptions(picklist, view, query, limit).hits.map(({ code }) => code);

test('an empty query finds all that may be chosen, in catalog order', () => {
  expect(codes('')).toEqual(['renewal', 'contract', 'subcontract', 'refund', 'legal', 'warsaw']);
  expect(codes('  ')).toHaveLength(6);
});

test('with any level choosable, headings are found as well', () => {
  expect(codes('sales', { ...leaves, levels: 'any' })[0]).toBe('sales');
  expect(codes('service', { ...leaves, levels: 'any' })[0]).toBe('service');
});

test('the name itself comes first, then names that start so, then those with such a word, then the rest', () => {
  expect(codes('contract')).toEqual(['contract', 'renewal', 'subcontract']);
  expect(codes('con')).toEqual(['renewal', 'contract', 'subcontract']);
  expect(codes('renewal')).toEqual(['renewal']);
  expect(codes('ref')).toEqual(['refund']);
});

test.each([
  ['a synonym', 'money back', ['refund']],
  ['the path', 'sales', ['renewal', 'contract', 'subcontract']],
  ['words in another order', 'renewal sales contract', ['renewal']],
  ['no accents', 'lodz', ['warsaw']],
  ['capitals', 'REFUND', ['refund']],
  ['two letters swapped', 'reufnd', ['refund']],
  ['one letter left out', 'refnd', ['refund']],
  ['signs that are no letters', '§', ['legal']],
  ['what nobody wrote', 'zzz', []],
  ['an archived name', 'fax', []],
])('finds by %s', (_, query, expected) => {
  expect(codes(query)).toEqual(expected);
});

test('a hyphen or a quotation mark is no search language', () => {
  expect(codes('-refund')).toEqual(['refund']);
  expect(codes('sales -contract')).toEqual(['renewal', 'contract', 'subcontract']);
  expect(codes('"refund"')).toEqual(['refund']);
});

test('no query breaks it', () => {
  for (const query of ['(', '[a-', '\\', '*', 'a'.repeat(5000), '💥', '\u0000', '-', '"', "'"]) {
    expect(() => codes(query)).not.toThrow();
  }
});

test('searches in the language on the screen, and in the fallback where a text is missing', () => {
  const spanish = { ...leaves, language: 'es' };
  expect(codes('reembolso', spanish)).toEqual(['refund']);
  expect(codes('devolucion', spanish)).toEqual(['refund']);
  expect(codes('devolucion', { ...leaves, language: 'es-MX' })).toEqual(['refund']);
  expect(codes('ventas', spanish)).toEqual(['renewal', 'contract', 'subcontract']);
  expect(codes('refund', spanish)).toEqual([]);
  expect(codes('notice', spanish)).toEqual(['legal']);
  expect(codes('лодзь', { ...leaves, language: 'ru' })).toEqual(['warsaw']);
});

test('gives the first hits and counts the others', () => {
  const many: Picklist = {
    id: 'campaigns',
    name: { en: 'Campaigns' },
    options: Array.from({ length: 10_000 }, (_, n) => option(`c${n}`, { en: `Campaign ${n}` })),
  };
  const all = searchOptions(many, leaves, '', 50);
  expect(all.hits).toHaveLength(50);
  expect(all.more).toBe(9950);
  const some = searchOptions(many, leaves, 'campaign 99', 50);
  // By hand: 99, then 990 to 999 and 9900 to 9999, then every other number with 99 in it.
  expect(some.hits.slice(0, 3).map(({ code }) => code)).toEqual(['c99', 'c990', 'c991']);
  expect(some.hits).toHaveLength(50);
  expect(some.hits.length + some.more).toBe(280);
});

test('a language that every object seems to have stops nothing', () => {
  const inherited = { ...leaves, language: 'constructor', fallback: 'toString' };
  expect(codes('refund', inherited)).toEqual(['refund']);
});
