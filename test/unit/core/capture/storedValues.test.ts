import { asAnswer } from '../../../../src/core/capture/asAnswer';
import { parseNumber } from '../../../../src/core/capture/parseNumber';
import { storedDate } from '../../../../src/core/capture/storedDate';
import { cleanText, storedText } from '../../../../src/core/capture/storedText';
import type { DateField, RatingField } from '../../../../src/core/catalog/types';
import { noFacts } from '../../../support/facts';
import { formOf, letterField } from '../../../support/formOf';
import { throughCore } from '../../../support/throughCore';

describe('a date', () => {
  const date = (path: string, precision: 'day' | 'minute'): DateField => ({
    kind: 'date',
    id: 'date',
    name: { en: 'Date' },
    target: { path },
    precision,
  });
  const stored = (field: DateField, text: string, offset = 0) => {
    const result = storedDate(field, { kind: 'date', text, offset });
    return result.ok ? result.value : result.error;
  };
  const DAY = date('conversations.date', 'day');
  const MINUTE = date('conversations.date', 'minute');
  const DAY_TEXT = date('conversations.case', 'day');
  const MINUTE_TEXT = date('conversations.case', 'minute');

  it.each([
    [DAY, '2026-11-24', 60, Date.UTC(2026, 10, 24, 12)],
    [MINUTE, '2026-11-24T17:05', 60, Date.UTC(2026, 10, 24, 16, 5)],
    [DAY_TEXT, '2026-11-24', 60, '2026-11-24'],
    [MINUTE_TEXT, '2026-11-24T17:05', -210, '2026-11-24T17:05-03:30'],
    [DAY, '1900-12-31', 0, 'date-out-of-range'],
    [DAY, '2050-01-01', 0, 'date-out-of-range'],
    [MINUTE, '1901-01-01T00:30', 60, 'date-out-of-range'],
    [DAY, '2026-02-29', 0, 'not-a-date'],
    [MINUTE, '2026-11-24T24:00', 0, 'not-a-date'],
    [DAY, '2026-11-24T17:05', 0, 'not-a-date'],
    [DAY, '24.11.2026', 0, 'not-a-date'],
  ])('%# becomes what Insights reads', (field, text, offset, expected) => {
    expect(stored(field, text, offset)).toBe(expected);
  });
});

describe('a rating', () => {
  const stored = (path: string, rating: number): string => {
    const field: RatingField = {
      kind: 'rating',
      id: 'rating',
      name: { en: 'Rating' },
      target: { path },
      max: 10,
    };
    const { catalog, form } = formOf([field]);
    const desk = throughCore(catalog, form, noFacts, '{}');
    desk.happen({ do: 'gesture', gesture: { type: 'rate', field: 'rating', rating } });
    desk.happen({ do: 'complete' });
    return desk.task();
  };

  it('is a number in a measure, and a text that reports sort elsewhere', () => {
    expect(stored('conversations.conversation_measure_1', 5)).toBe(
      '{"conversations":{"conversation_measure_1":5}}',
    );
    expect(stored('conversations.case', 5)).toBe('{"conversations":{"case":"05"}}');
    expect(stored('conversations.case', 10)).toBe('{"conversations":{"case":"10"}}');
    expect(stored('conversations.case', 11)).toBe('{}');
  });
});

describe('a number', () => {
  it.each([
    ['1,500', undefined, null],
    ['1,500', ',', 1.5],
    ['1,500', '.', null],
    ['1.500', '.', 1.5],
    ['2,5', '.', 2.5],
    ['1.234,5', ',', null],
    ['NaN', '.', null],
    ['1e309', '.', null],
    ['-0', '.', 0],
    ['9007199254740993', '.', null],
    ['007', undefined, 7],
  ] as const)('typed as %s with the sign %s is %s', (text, decimal, number) => {
    expect(Object.is(parseNumber(text, decimal), number)).toBe(true);
  });
});

describe('a text', () => {
  it('is stored without what nobody sees, in one form', () => {
    expect(cleanText(' a\u200bb\u202e\r\nc\td\u0000 \ud83d')).toBe('ab\nc d');
    expect(cleanText('Mu\u0308ller', 'upper')).toBe('MÜLLER');
    expect(cleanText('می\u200cخواهم')).toBe('می\u200cخواهم');
  });

  it('is a phone number in one form, or none', () => {
    const field = {
      kind: 'phone',
      id: 'phone',
      name: { en: 'Phone' },
      target: { path: 'customers.phone' },
    } as const;
    expect(storedText(field, '0049 (30) 123-45/67')).toEqual({ ok: true, value: '+49301234567' });
    expect(storedText(field, '030 1234567')).toEqual({ ok: false, error: 'not-a-phone' });
    expect(storedText(field, '+1234567890123456')).toEqual({ ok: false, error: 'not-a-phone' });
  });
});

describe('what a rule says', () => {
  const letter = letterField('letter', 'conversations.outcome');
  const { catalog } = formOf([letter]);

  it('names an option by its code or its reported text', () => {
    const a = { kind: 'choice', code: 'a' };
    expect(asAnswer(catalog, letter, 'a')).toEqual(a);
    expect(asAnswer(catalog, letter, 'A')).toEqual(a);
    expect(asAnswer(catalog, letter, 'z')).toBeNull();
    expect(asAnswer(catalog, letter, '')).toBeNull();
  });
});
