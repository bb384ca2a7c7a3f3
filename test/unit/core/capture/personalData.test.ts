import { findPersonalData, maskPersonalData } from '../../../../src/core/capture/personalData';

const found = (text: string, ids: readonly string[] = []) =>
  findPersonalData(text, ids).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('findPersonalData', () => {
  it.each([
    ['4111111111111111', '4111111111111111'],
    ['paid with 4111 1111 1111 1111 today', '4111 1111 1111 1111'],
    ['5500-0000-0000-0004', '5500-0000-0000-0004'],
    ['amex 3782 822463 10005.', '3782 822463 10005'],
    ['order 123 4111 1111 1111 1111', '4111 1111 1111 1111'],
    ['4111 1111 1111 1111 12/27', '4111 1111 1111 1111'],
    ['13 digits 4222222222222', '4222222222222'],
    ['19 digits 6304000000000000000', '6304000000000000000'],
  ])('a card number in "%s"', (text, card) => {
    expect(found(text)).toEqual([['card', card]]);
  });

  it.each([
    'a wrong check digit 4111 1111 1111 1112',
    'too short 411111111111',
    'too long 41111111111111111111111111111111',
    'zeros 0000 0000 0000 0000',
    'invoice 2026-1124-77, 3 of 12',
    'on 24/11/2026 at 17:05, or 05.06.2026 12:30',
    'reference 0012345',
    'twelve 123456789012',
    'at @ or a@b or @name or mail@host.',
  ])('nothing in "%s"', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['mail ada.lovelace+x@mail.example.com, please', 'ada.lovelace+x@mail.example.com'],
    ['<zoë@exämple.de>', 'zoë@exämple.de'],
  ])('an address in "%s"', (text, address) => {
    expect(found(text)).toEqual([['email', address]]);
  });

  it.each([
    ['call +44 20 7946 0000', '+44 20 7946 0000'],
    ['0044 (20) 7946-0000', '0044 (20) 7946-0000'],
    ['at 020 7946 0000 today', '020 7946 0000'],
    ['(415) 555-0100', '(415) 555-0100'],
    ['415-555-0100', '415-555-0100'],
    // Its digits pass for a card's, but nobody writes + before one.
    ['+4222222222222', '+4222222222222'],
  ])('a phone number in "%s"', (text, phone) => {
    expect(found(text)).toEqual([['phone', phone]]);
  });

  it('what the account calls a national id, and leaves a broken pattern alone', () => {
    expect(found('ssn 078-05-1120', ['\\b\\d{3}-\\d{2}-\\d{4}\\b', '('])).toEqual([
      ['national-id', '078-05-1120'],
    ]);
    expect(found('anything', ['x*'])).toEqual([]);
  });

  it('several, in their order, each once', () => {
    const text = 'a@b.org 4111111111111111 +44 20 7946 0000';
    expect(found(text, ['4111\\d+'])).toEqual([
      ['email', 'a@b.org'],
      ['card', '4111111111111111'],
      ['phone', '+44 20 7946 0000'],
    ]);
  });

  it.each([
    ['digits', '1'.repeat(1_000_000)],
    ['digits with spaces', '1 '.repeat(500_000)],
    ['at signs', '@'.repeat(1_000_000)],
    ['half addresses', 'a@'.repeat(500_000)],
    ['letters', 'a'.repeat(1_000_000)],
    ['cards', '4111 1111 1111 1111, '.repeat(47_000)],
    ['separators', '1  --()//..'.repeat(90_000)],
  ])(
    'a megabyte of %s comes to an end',
    (_what, text) => {
      expect(maskPersonalData(text).length).toBe(text.length);
    },
    // No measure: it takes half a second, and a square of the length would take minutes.
    60_000,
  );
});

describe('maskPersonalData', () => {
  it.each([
    ['card 4111 1111 1111 1111!', 'card •••• •••• •••• 1111!'],
    ['mail ada@example.com', 'mail •••@example.com'],
    ['call +44 20 7946 0000', 'call +•• •• •••• 0000'],
    ['nothing here', 'nothing here'],
  ])('%s', (text, masked) => {
    expect(maskPersonalData(text)).toBe(masked);
  });

  it('hides all of an id that its last four would still tell', () => {
    expect(maskPersonalData('pin 1234', ['\\d{4}'])).toBe('pin ••••');
  });
});
