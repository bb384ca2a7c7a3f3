/** @jest-environment ./test/support/zonedEnvironment.ts */
import { dateText, localDate, localOffsets } from '../../../src/ui/fields/localMoment';
import { setTimeZone } from '../../support/setTimeZone';

const date = (text: string, offset: number | null) => ({ kind: 'date', text, offset }) as const;

describe('localOffsets', () => {
  it.each([
    ['Europe/Berlin', '2026-11-24T17:05', [60]],
    ['Europe/Berlin', '2026-03-29T01:59', [60]],
    ['Europe/Berlin', '2026-03-29T02:00', []],
    ['Europe/Berlin', '2026-03-29T02:59', []],
    ['Europe/Berlin', '2026-03-29T03:00', [120]],
    ['Europe/Berlin', '2026-10-25T01:59', [120]],
    ['Europe/Berlin', '2026-10-25T02:00', [120, 60]],
    ['Europe/Berlin', '2026-10-25T02:59', [120, 60]],
    ['Europe/Berlin', '2026-10-25T03:00', [60]],
    ['America/New_York', '2026-03-08T02:30', []],
    ['America/New_York', '2026-11-01T01:30', [-240, -300]],
    // Half an hour.
    ['Australia/Lord_Howe', '2026-10-04T02:15', []],
    ['Australia/Lord_Howe', '2026-10-04T02:30', [660]],
    ['Australia/Lord_Howe', '2026-04-05T01:45', [660, 630]],
    // Two hours.
    ['Antarctica/Troll', '2026-03-29T02:30', []],
    ['Antarctica/Troll', '2026-10-25T01:30', [120, 0]],
    // A day that was left out.
    ['Pacific/Apia', '2011-12-30T12:00', []],
    ['Asia/Kolkata', '2026-03-29T02:30', [330]],
    ['UTC', '2026-03-29T02:30', [0]],
  ])('in %s, of %s', (timeZone, text, expected) => {
    setTimeZone(timeZone);
    expect(localOffsets(text)).toEqual(expected);
  });

  it('a day, and what is no moment yet, has none', () => {
    setTimeZone('America/Sao_Paulo');
    // That day began at one o'clock.
    expect(localOffsets('2018-11-04')).toEqual([0]);
    for (const text of ['', 'T17:05', '2026-11-24T', '?']) expect(localOffsets(text)).toEqual([0]);
  });
});

describe('localDate', () => {
  it.each([
    ['of another clock', date('2026-11-24T17:05', -300), date('2026-11-24T23:05', 60)],
    ['across midnight', date('2026-12-31T23:30', 0), date('2027-01-01T00:30', 60)],
    ['the second time', date('2026-10-25T02:30', 60), date('2026-10-25T02:30', 60)],
    ['the second time, in UTC', date('2026-10-25T01:30', 0), date('2026-10-25T02:30', 60)],
    ['a time that another clock has', date('2026-03-29T02:30', 0), date('2026-03-29T04:30', 120)],
    ['no time', date('2026-03-29T02:30', null), date('2026-03-29T02:30', null)],
    ['a day', date('2026-11-24', -300), date('2026-11-24', -300)],
    ['half a date', date('2026-11-24T', 0), date('2026-11-24T', 0)],
  ])('%s', (_what, value, expected) => {
    setTimeZone('Europe/Berlin');
    expect(localDate(value)).toEqual(expected);
  });
});

test('a date is told on this clock, in a language', () => {
  setTimeZone('Europe/Berlin');
  expect(dateText(date('2026-11-24T17:05', 0), 'en-GB')).toBe('24 Nov 2026, 18:05');
  expect(dateText(date('2026-11-24', 0), 'en-GB')).toBe('24 Nov 2026');
  expect(dateText(date('T17:05', 0), 'en-GB')).toBe('17:05');
  expect(dateText(date('2026-11-24', 0), 'no language')).toMatch(/2026/);
});
