import { pipe, regex, rfcEmail, safeParse, string, url } from 'valibot';
import type { StoredCase, TextualField } from '../catalog/types';
import { VALUE_LIMIT } from '../insights/dictionary';
import { fail, ok, type Result } from '../result';
import type { FieldProblemCode } from './types';

/**
 * Characters that nobody sees and that would make two values of one: controls but for the line break, zero-width
 * spaces, direction marks, halves of surrogate pairs (with the flag u, pairs are no halves). The joiners stay: Persian
 * and emoji need them.
 */
const INVISIBLE =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]/gu;

/** Line breaks of one kind, and tabs as the spaces they look like. */
const plain = (text: string): string => text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ');

/** How many characters of a text are left out because nobody sees them. */
export const countInvisible = (text: string): number => plain(text).match(INVISIBLE)?.length ?? 0;

/** A text as it is stored: in one Unicode form (NFC), without what nobody sees, without spaces at its ends. */
export function cleanText(text: string, as?: StoredCase): string {
  const clean = plain(text).replace(INVISIBLE, '').normalize('NFC').trim();
  if (as === undefined) return clean;
  // Another case may take a character apart: a capital of ΐ is three.
  return (as === 'upper' ? clean.toUpperCase() : clean.toLowerCase()).normalize('NFC');
}

const E164 = /^\+[1-9]\d{7,14}$/;

/** What people write between the digits of a phone number, and `00` for `+`. */
const e164 = (text: string): string => text.replace(/[\s()./-]/g, '').replace(/^00/, '+');

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
