import { storedText } from '../../src/core/capture/storedText';

const field = {
  kind: 'phone',
  id: 'phone',
  name: { en: 'Phone' },
  target: { path: 'customers.phone' },
} as const;

// "+44 (0)20 7946 0958" was stored as +4402079460958, which reaches nobody.
it.each([
  ['+44 (0)20 7946 0958', '+442079460958'],
  ['0049 (0) 30 / 123456', '+4930123456'],
  // There the zero is dialled.
  ['+39 (0)6 1234567', '+39061234567'],
  ['+1 (202) 555-0143', '+12025550143'],
])('%s is %s', (text, number) => {
  expect(storedText(field, text)).toEqual({ ok: true, value: number });
});
