import { storedText } from '../../src/core/capture/storedText';

const FIELD = {
  kind: 'email',
  id: 'mail',
  name: { en: 'E-mail' },
  target: { path: 'customers.email' },
} as const;

// Mr O'Brien's address was none.
it.each([
  ["O'Brien@Example.com", { ok: true, value: "o'brien@example.com" }],
  ['a+b/c=d@sub.example.org', { ok: true, value: 'a+b/c=d@sub.example.org' }],
  ['jo@localhost', { ok: false, error: 'not-an-email' }],
  ['jo doe@example.com', { ok: false, error: 'not-an-email' }],
])('%s', (typed, stored) => {
  expect(storedText(FIELD, typed)).toEqual(stored);
});
