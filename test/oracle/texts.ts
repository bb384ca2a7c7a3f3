/** A value that may be stored, or why not. */
export type Judged<T> = { readonly value: T } | { readonly problem: string };

/** Nobody sees these: controls (but line breaks), marks of direction, spaces without width, interlinear marks. */
const isInvisible = (character: string): boolean => {
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0x20 && code < 0x7f) return false;
  const isHalfOfAPair = code >= 0xd800 && code <= 0xdfff;
  const isWidthless =
    code === 0x200b || (code >= 0x2060 && code <= 0x206f && code !== 0x2065) || code === 0xfeff;
  const isInterlinear = code >= 0xfff9 && code <= 0xfffb;
  return (
    isHalfOfAPair ||
    isWidthless ||
    isInterlinear ||
    /^\p{Bidi_Control}$/u.test(character) ||
    (/^\p{Cc}$/u.test(character) && character !== '\n')
  );
};

/** Long ones take their time, and are looked at again and again. */
const longOnes = new Map<string, string>();

/** What of a typed text is stored: what can be seen, in NFC, without spaces around it, in the field's case. */
export function visible(typed: string, as?: 'upper' | 'lower'): string {
  if (typed.length < 5000) return readVisible(typed, as);
  const key = `${as ?? ''} ${typed}`;
  const known = longOnes.get(key) ?? readVisible(typed, as);
  longOnes.set(key, known);
  return known;
}

function readVisible(typed: string, as?: 'upper' | 'lower'): string {
  const oneLineBreak = typed.split('\r\n').join('\n').split('\r').join('\n').split('\t').join(' ');
  let seen = [...oneLineBreak].filter((character) => !isInvisible(character)).join('');
  if (as === 'upper') seen = seen.normalize('NFC').toUpperCase();
  if (as === 'lower') seen = seen.normalize('NFC').toLowerCase();
  return seen.normalize('NFC').trim();
}

export function phone(text: string): Judged<string> {
  let digits = '';
  for (const character of text) {
    if ('()./-'.includes(character) || character.trim() === '') continue;
    digits += character;
  }
  if (digits.startsWith('00')) digits = `+${digits.slice(2)}`;
  const number = digits.slice(1);
  const isAllDigits = [...number].every((digit) => digit >= '0' && digit <= '9');
  return digits[0] === '+' &&
    isAllDigits &&
    number[0] !== '0' &&
    number.length >= 8 &&
    number.length <= 15
    ? { value: digits }
    : { problem: 'not-a-phone' };
}

/** As browsers judge `<input type=email>`, and with a dot in the domain; in lower case (trap T19). */
export function email(text: string): Judged<string> {
  const address = text.toLowerCase();
  const [local = '', domain = '', ...more] = address.split('@');
  const labels = domain.split('.');
  const isName = [...local].every((c) =>
    "abcdefghijklmnopqrstuvwxyz0123456789.!#$%&'*+/=?^_`{|}~-".includes(c),
  );
  const isDomain =
    labels.length > 1 &&
    labels.every(
      (label) =>
        label.length > 0 &&
        label.length <= 63 &&
        !label.startsWith('-') &&
        !label.endsWith('-') &&
        [...label].every((c) => 'abcdefghijklmnopqrstuvwxyz0123456789-'.includes(c)),
    );
  return more.length === 0 && local !== '' && isName && isDomain
    ? { value: address }
    : { problem: 'not-an-email' };
}

export function webAddress(text: string): Judged<string> {
  const [scheme = ''] = text.split('://');
  const isWeb = ['http', 'https'].includes(scheme.toLowerCase());
  const hasSpace = [...text].some((character) => character.trim() === '');
  return isWeb && !hasSpace && URL.canParse(text) ? { value: text } : { problem: 'not-a-url' };
}

export const reference = (text: string, pattern: string): Judged<string> =>
  new RegExp(`^(?:${pattern})$`, 'u').test(text) ? { value: text } : { problem: 'not-a-reference' };
