import { asAnswer } from '../../src/core/capture/asAnswer';
import { storedDate } from '../../src/core/capture/storedDate';
import type { DateField } from '../../src/core/catalog/types';
import { formOf } from '../support/formOf';

const stored = (
  value: string | number,
  precision: 'day' | 'minute' = 'minute',
  path = 'conversations.case',
) => {
  const field: DateField = {
    kind: 'date',
    id: 'date',
    name: { en: 'Date' },
    target: { path },
    precision,
  };
  const { catalog } = formOf([field], { timeZone: 'Europe/Berlin' });
  const answer = asAnswer(catalog, field, value);
  if (answer?.kind !== 'date') return null;
  const result = storedDate(field, answer);
  return result.ok ? result.value : result.error;
};

// An author in Berlin wrote 17:05, and 18:05 was stored.
it.each([
  ['2026-11-24T17:05', '2026-11-24T17:05+01:00'],
  ['2026-06-24T17:05', '2026-06-24T17:05+02:00'],
  ['2026-10-25T02:30', '2026-10-25T02:30+02:00'],
  ['2026-03-29T02:30', null],
])('%s in the time zone of the policies is %s', (text, expected) => {
  expect(stored(text)).toBe(expected);
});

// What this plugin stores itself gave no answer as another field's prefill.
it.each([
  ['2026-11-24T17:05-03:30', '2026-11-24T17:05-03:30'],
  ['2026-11-24T17:05:00Z', '2026-11-24T17:05+00:00'],
  ['2026-11-24T17:05:59.123Z', '2026-11-24T17:05+00:00'],
  [Date.UTC(2026, 10, 24, 16, 5), '2026-11-24T17:05+01:00'],
])('%s is taken as %s', (value, expected) => {
  expect(stored(value)).toBe(expected);
});

it('a moment is a day in the time zone, and a stored day the same day', () => {
  expect(stored('2026-11-24T23:30:00Z', 'day')).toBe('2026-11-25');
  expect(stored(Date.UTC(2026, 10, 24, 12), 'day')).toBe('2026-11-24');
  expect(stored(Date.UTC(2026, 10, 24, 12), 'day', 'conversations.date')).toBe(
    Date.UTC(2026, 10, 24, 12),
  );
  expect(stored(1e300)).toBeNull();
  expect(stored('2026-11-24T17:05', 'day')).toBe('not-a-date');
});
