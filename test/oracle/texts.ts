/** A value that may be stored, or why not. */
export type Judged<T> = { readonly value: T } | { readonly problem: string };

/** Nobody sees these: controls (but line breaks), what Unicode says to ignore, interlinear marks, halves of pairs. */
const isInvisible = (character: string): boolean =>
  character !== '\n' &&
  /^[\p{Cc}\p{Cs}\p{Default_Ignorable_Code_Point}\u{fff9}-\u{fffb}]$/u.test(character);

const JOINERS = ['\u180e', '\u200c', '\u200d'];
const isSelector = (character: string): boolean => /^\p{Variation_Selector}$/u.test(character);
const isTag = (character: string): boolean => /^[\u{e0020}-\u{e007e}]$/u.test(character);

/** Joiners and selectors mean nothing to letters that are written apart and have one form each. */
const hasForms = (character: string | undefined): boolean =>
  character !== undefined &&
  !isInvisible(character) &&
  !/^[\p{White_Space}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u.test(character) &&
  (/^[©®]$/u.test(character) || (character.codePointAt(0) ?? 0) > 0x58f);

/** Without what nobody sees, save where it changes what one sees: in emoji, and in scripts whose letters join. */
function withoutUnseen(text: string): string {
  const all = [...text];
  const seen: string[] = [];
  const isMark = (one: string): boolean => JOINERS.includes(one) || isSelector(one);
  for (let at = 0; at < all.length; at += 1) {
    const character = all[at] ?? '';
    if (!isInvisible(character)) {
      seen.push(character);
      if (character !== '🏴') continue;
      let end = at + 1;
      while (isTag(all[end] ?? '')) end += 1;
      if (end - at < 4 || all[end] !== '\u{e007f}') continue;
      seen.push(...all.slice(at + 1, end + 1));
      at = end;
      continue;
    }
    const row: string[] = [];
    let next = at;
    for (; next < all.length && isInvisible(all[next] ?? ''); next += 1) {
      if (isMark(all[next] ?? '')) row.push(all[next] ?? '');
    }
    at = next - 1;
    const before = seen[seen.length - 1];
    const joins = hasForms(before) || before === '\u{e007f}';
    const [first = ''] = row;
    if (isSelector(first) && (joins || all[next] === '\u20e3')) seen.push(first);
    const joiner = row.find((one) => JOINERS.includes(one));
    if (joiner !== undefined && joins && hasForms(all[next])) seen.push(joiner);
  }
  return seen.join('');
}

/** Unicode's spaces, and the blank of Braille. */
const asSpace = (character: string): string =>
  character === '\t' || character === '\u2800' || /^\p{Zs}$/u.test(character) ? ' ' : character;

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
  const oneLineBreak = typed.split(/\r\n|\r|\u2028|\u2029/).join('\n');
  let seen = withoutUnseen([...oneLineBreak].map(asSpace).join(''));
  if (as === 'upper') seen = seen.normalize('NFC').toUpperCase();
  if (as === 'lower') seen = seen.normalize('NFC').toLowerCase();
  return seen.normalize('NFC').trim();
}

export function phone(text: string): Judged<string> {
  let digits = '';
  const [code = '', ...national] = text.split('(0)');
  const country = [...code].filter((one) => one.trim() !== '' && !'./-'.includes(one)).join('');
  const abroad = country.startsWith('00') ? `+${country.slice(2)}` : country;
  const dials = ['+39', '+378'].some((one) => abroad.startsWith(one));
  const isTrunk = national.length > 0 && /^\+\d{1,3}$/.test(abroad) && !dials;
  for (const character of isTrunk ? `${code}${national.join('(0)')}` : text) {
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
