import { findPersonalData, maskPersonalData } from '../../src/core/capture/personalData';

// Copied from a web page or a form, a card number was not seen for what it was.
it.each([
  ['no-break spaces', '\u00a0'],
  ['narrow spaces', '\u202f'],
  ['no-break hyphens', '\u2011'],
  ['dashes', ' \u2013 '],
  ['line breaks', '\r\n'],
  ['underscores', '_'],
  ['spaces without width', '\u200b'],
])('a card number with %s between its groups is found and masked', (_what, between) => {
  const text = ['4111', '1111', '1111', '1111'].join(between);
  expect(findPersonalData(`Card ${text}.`)).toEqual([
    { kind: 'card', start: 5, end: 5 + text.length },
  ]);
  expect(maskPersonalData(text)).toBe(['••••', '••••', '••••', '1111'].join(between));
});

it.each([
  ['fullwidth', 0xff10],
  ['Arabic', 0x660],
  ['Persian', 0x6f0],
])('a card number in %s digits is found and masked', (_what, zero) => {
  const digits = (text: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(zero + Number(digit)));
  expect(maskPersonalData(digits('4111 1111 1111 1111'))).toBe(`•••• •••• •••• ${digits('1111')}`);
});

it('a phone number in the line above is still one', () => {
  const found = findPersonalData('020 7946 0000\n415-555-0100\n+4222222222222');
  expect(found.map(({ kind }) => kind)).toEqual(['phone', 'phone', 'phone']);
});
