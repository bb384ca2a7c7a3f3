import { pipe, regex, rfcEmail, safeParse, string, url } from 'valibot';
import type { StoredCase, TextualField } from '../catalog/types';
import { VALUE_LIMIT } from '../insights/dictionary';
import { fail, ok, type Result } from '../result';
import type { FieldProblemCode } from './types';

/**
 * Characters that nobody sees and that would make two values of one: controls but for the line break, Unicode's
 * Default_Ignorable_Code_Point but for `MARKS`, interlinear marks, halves of surrogate pairs (with the flag u, pairs are
 * no halves). As ranges: Firefox 74 knows no `\p`. The tags of a flag, as Scotland's, are part of it.
 */
const INVISIBLE =
  /(\u{1f3f4}[\u{e0030}-\u{e0039}\u{e0061}-\u{e007a}]{3,6}\u{e007f})|[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e00ff}\u{e01f0}-\u{e0fff}\ud800-\udfff]/gu;

/**
 * Joiners and variation selectors, which nobody sees either, with the characters beside them that they may change:
 * Persian, Indic and Mongolian letters, Han, emoji. In Latin, Greek and Cyrillic they change nothing.
 */
const MARKS =
  /([\u00a9\u00ae\u0590-\u180a\u1810-\u1dff\u203c-\ufdff\ufe10-\u{e00ff}\u{e01f0}-\u{10ffff}])?([\u180b-\u180f\u200c\u200d\ufe00-\ufe0f\u{e0100}-\u{e01ef}]+)(?=([\u00a9\u00ae\u0590-\u180a\u1810-\u1dff\u203c-\ufdff\ufe10-\u{e00ff}\u{e01f0}-\u{10ffff}])?)/gu;

/** Of marks in a row, a selector counts behind its character (or before a key's frame), then one joiner between two. */
function meaningful(_all: string, before = '', marks: string, after = ''): string {
  const [, selector = '', joiner = ''] =
    /^([^\u180e\u200c\u200d])?.*?([\u180e\u200c\u200d])?/u.exec(marks) ?? [];
  const selects = before !== '' || after === '\u20e3';
  return before + (selects ? selector : '') + (before && after ? joiner : '');
}

/** Line breaks of one kind, and for what looks like a space, a space. */
const plain = (text: string): string =>
  text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u2800\u3000]/g, ' ');

/** How many characters of a text are left out because nobody sees them. */
export function countInvisible(text: string): number {
  const all = plain(text);
  const seen = all.replace(INVISIBLE, '$1').replace(MARKS, meaningful);
  return seen.length === all.length ? 0 : [...all].length - [...seen].length;
}

/**
 * A text as it is stored: in one Unicode form (NFC), without what nobody sees, with spaces of one kind and none at its
 * ends.
 */
export function cleanText(text: string, as?: StoredCase): string {
  let clean = plain(text).replace(INVISIBLE, '$1').normalize('NFC');
  // Another case may take a character apart: a capital of ΐ is three.
  if (as !== undefined) {
    clean = (as === 'upper' ? clean.toUpperCase() : clean.toLowerCase()).normalize('NFC');
  }
  return clean.replace(MARKS, meaningful).normalize('NFC').trim();
}

const E164 = /^\+[1-9]\d{7,14}$/;

/** A national 0 that nobody dials behind a country code; in Italy and San Marino everybody does. */
const TRUNK_ZERO = /^((?:\+|00)(?!39|378)\d{1,3}[\s./-]*)\(0\)/;

/** What people write between the digits of a phone number, and `00` for `+`. */
const e164 = (text: string): string =>
  text
    .replace(TRUNK_ZERO, '$1')
    .replace(/[\s()./-]/g, '')
    .replace(/^00/, '+');

/** As browsers judge one (`o'brien@example.com` is one), and with a dot in the domain. */
const EMAIL = pipe(string(), rfcEmail(), regex(/\.[^.@]+$/));
const isEmail = (text: string): boolean => safeParse(EMAIL, text).success;
const isWebAddress = (text: string): boolean =>
  /^https?:\/\/[^\s]+$/i.test(text) && safeParse(pipe(string(), url()), text).success;

const patterns = new Map<string, RegExp | null>();

/** A pattern that has to match the whole text; null when it is none. */
function patternOf(source: string): RegExp | null {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  let pattern: RegExp | null;
  try {
    pattern = new RegExp(`^(?:${source})$`, 'u');
  } catch {
    pattern = null;
  }
  patterns.set(source, pattern);
  return pattern;
}

/** The text that a textual field stores; empty when there is nothing to store; an error when it may not be stored. */
export function storedText(field: TextualField, text: string): Result<string, FieldProblemCode> {
  const clean = cleanText(text, 'case' in field ? field.case : undefined);
  if (clean === '') return ok('');
  switch (field.kind) {
    case 'text':
      return ok(clean);
    case 'phone': {
      const number = e164(clean);
      return E164.test(number) ? ok(number) : fail('not-a-phone');
    }
    case 'email': {
      // The same mailbox, and one value in every report (trap T19).
      const address = clean.toLowerCase();
      return isEmail(address) ? ok(address) : fail('not-an-email');
    }
    case 'url':
      return isWebAddress(clean) ? ok(clean) : fail('not-a-url');
    case 'reference':
      // A longer text is refused for its length; to a pattern it could be hours of work.
      return clean.length > VALUE_LIMIT || patternOf(field.pattern)?.test(clean)
        ? ok(clean)
        : fail('not-a-reference');
  }
}
