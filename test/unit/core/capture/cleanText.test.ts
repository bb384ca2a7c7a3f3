import * as fc from 'fast-check';
import { cleanText, countInvisible } from '../../../../src/core/capture/storedText';

const IGNORED =
  /^[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\p{White_Space}\u2800\ufff9-\ufffb]$/u;

it('a text of one character is blank if Unicode says that nobody sees it, and only then', () => {
  const wrong: string[] = [];
  for (let code = 0; code <= 0x10ffff; code += 1) {
    const character = String.fromCodePoint(code);
    if ((cleanText(character) === '') !== IGNORED.test(character)) wrong.push(code.toString(16));
  }
  expect(wrong).toEqual([]);
});

it('a space is a space, whichever it is', () => {
  for (const code of [0xa0, 0x1680, 0x2000, 0x2005, 0x200a, 0x202f, 0x205f, 0x2800, 0x3000]) {
    expect(cleanText(`New${String.fromCodePoint(code)}York`)).toBe('New York');
  }
  expect(cleanText('a\u2028b\u2029c')).toBe('a\nb\nc');
});

it.each([
  ['a family', '👩\u200d👩\u200d👧'],
  ['a heart on fire', '❤\ufe0f\u200d🔥'],
  ['a key', '1\ufe0f\u20e3'],
  ['a flag of tags', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
  ['Persian', 'می\u200cخواهم'],
  ['Sinhala', 'ශ්\u200dරී'],
  ['a variant of a name in Han', '葛\u{e0100}城'],
  ['Mongolian', 'ᠨᠠᠷ\u180eᠠ'],
])('%s keeps what changes its looks', (_what, text) => {
  expect(cleanText(text)).toBe(text);
  expect(countInvisible(text)).toBe(0);
});

it.each([
  ['in Latin', 'Ye\u200ds\ufe0f', 'Yes', 2],
  ['at the ends', '\u200cمی\u200c', 'می', 2],
  ['in a row', 'می\u200c\u200d\u200cخ', 'می\u200cخ', 2],
  ['without their flag', 'a\u{e0041}\u{e007f}', 'a', 2],
  ['beside a space', '日\u200d \u200d本', '日 本', 2],
  ['where both are one letter', 'e\u200d\u0301', 'é', 1],
])('marks %s are left out and counted', (_where, text, clean, count) => {
  expect(cleanText(text)).toBe(clean);
  expect(countInvisible(text)).toBe(count);
});

it('what is clean stays as it is', () => {
  const pieces = fc.constantFrom(
    ...'aéΩ\u212a日م👩❤1\u0301\u0323\u20e3\u200c\u200d\ufe0f\u180b\u180e\u00ad\u200b\u00a0\n\r '.match(
      /./gsu,
    )!,
    '\u{e0100}',
    '\u{e0067}',
    '\ud83d',
  );
  const as = fc.constantFrom(undefined, 'upper' as const, 'lower' as const);
  fc.assert(
    fc.property(fc.array(pieces), as, (parts, kept) => {
      const clean = cleanText(parts.join(''), kept);
      expect(cleanText(clean, kept)).toBe(clean);
      expect(countInvisible(clean)).toBe(0);
    }),
  );
});
