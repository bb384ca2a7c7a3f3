import * as v from 'valibot';
import { answerShape } from '../../src/core/capture/answerShape';
import { storedDate } from '../../src/core/capture/storedDate';

const field = {
  kind: 'date',
  id: 'date',
  name: { en: 'Date' },
  target: { path: 'conversations.case' },
  precision: 'minute',
} as const;

// Stored as "+99:59" and "+05:30.5", which no reader of dates takes (rule 10).
it.each([5999, 330.5, 841, -841, NaN])('an offset of %s minutes is none', (offset) => {
  const value = { kind: 'date', text: '2026-11-24T17:05', offset } as const;
  expect(storedDate(field, value)).toEqual({ ok: false, error: 'not-a-date' });
  expect(v.safeParse(answerShape, value).success).toBe(false);
});

it.each([
  [840, '+14:00'],
  [-840, '-14:00'],
])('an offset of %s minutes is %s', (offset, text) => {
  const value = { kind: 'date', text: '2026-11-24T17:05', offset } as const;
  expect(storedDate(field, value)).toEqual({ ok: true, value: `2026-11-24T17:05${text}` });
  expect(v.safeParse(answerShape, value).success).toBe(true);
});
