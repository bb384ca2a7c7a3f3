/** What may stand in a free text without being meant to stay there. */
export type PersonalDataKind = 'card' | 'national-id' | 'email' | 'phone';

/** A place in a text. */
export interface PersonalDatum {
  readonly kind: PersonalDataKind;
  readonly start: number;
  readonly end: number;
}

/** Where two places overlap, the kind that stands first here names them. */
const KINDS: readonly PersonalDataKind[] = ['card', 'national-id', 'email', 'phone'];

/** No longer text can be stored; patterns that an admin wrote are not let loose on more. */
const PATTERN_REACH = 4096;

/** Whether the last of these digits is their check digit. */
function isLuhn(digits: readonly number[], from: number, to: number): boolean {
  let sum = 0;
  for (let place = 0; place < to - from; place += 1) {
    const doubled = (digits[to - 1 - place] ?? 0) * (place % 2 === 0 ? 1 : 2);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

const replaceAll = (
  text: string,
  places: readonly PersonalDatum[],
  by: (kind: PersonalDataKind, part: string) => string,
): string => {
  const parts: string[] = [];
  let done = 0;
  for (const { kind, start, end } of places) {
    parts.push(text.slice(done, start), by(kind, text.slice(start, end)));
    done = end;
  }
  return [...parts, text.slice(done)].join('');
};

const SHORTEST_CARD = 13;
const LONGEST_CARD = 19;

/** Card numbers are groups of digits that may follow other numbers: `Order 7, 4111 1111 1111 1111`. */
function cardsIn(run: string, at: number): readonly PersonalDatum[] {
  const digits: number[] = [];
  const groups: { readonly from: number; readonly to: number; readonly start: number }[] = [];
  for (const { 0: group, index = 0 } of run.matchAll(/\d+/g)) {
    const from = digits.length;
    for (const digit of group) digits.push(Number(digit));
    groups.push({ from, to: digits.length, start: at + index });
  }
  const cards: PersonalDatum[] = [];
  for (let first = 0; first < groups.length; first += 1) {
    const begin = groups[first];
    // No issuer's numbers begin with 0.
    if (!begin || digits[begin.from] === 0) continue;
    let found = first - 1;
    for (let last = first; last < groups.length; last += 1) {
      const { to } = groups[last] ?? begin;
      if (to - begin.from > LONGEST_CARD) break;
      if (to - begin.from >= SHORTEST_CARD && isLuhn(digits, begin.from, to)) found = last;
    }
    const end = groups[found];
    if (found < first || !end) continue;
    cards.push({ kind: 'card', start: begin.start, end: end.start + end.to - end.from });
    first = found;
  }
  return cards;
}

const DATE = /\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/;

/** With a country code, as `0…` in groups, or as North America groups them. A number without a sign of it is none. */
function isPhone(run: string): boolean {
  const digits = run.replace(/\D/g, '');
  if (/^\+|^\(?00/.test(run)) return /^(00)?[1-9]\d{7,14}$/.test(digits);
  if (/^\(?0/.test(run)) {
    return digits.length >= 9 && digits.length <= 12 && /\d\D+\d/.test(run) && !DATE.test(run);
  }
  return /^\(?\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}$/.test(run);
}

/** A run of digits, with what people write between them. */
const RUN = /[+(]?\d(?:[ ().\-/]{0,2}\d)*/g;

/** What stands between the groups of a card number, as it is typed, or pasted from wherever. */
const CARD_RUN =
  /\d(?:[\s()./_\u00ad\u00b7\u2000-\u2015\u2060\u2212\ufe0f\ufe58\ufe63\uff0d-\uff0f\uff3f-]{0,4}\d)*/g;

/** Each digit in one form, at its place: fullwidth and Arabic ones end in the same four bits. */
const plainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g, (digit) =>
    String(digit.charCodeAt(0) & 15),
  );

function numbersIn(typed: string): readonly PersonalDatum[] {
  const text = plainDigits(typed);
  const phones = [...text.matchAll(RUN)].flatMap(({ 0: run, index: start = 0 }) =>
    isPhone(run) ? [{ kind: 'phone', start, end: start + run.length } as const] : [],
  );
  // One in ten phone numbers would pass for a card's by its check digit, alone or with the line above.
  const certain = phones.filter(({ start }) => !/^\(?00/.test(text.slice(start, start + 3)));
  const rest = replaceAll(text, certain, (_kind, part) => 'x'.repeat(part.length));
  const cards = [...rest.matchAll(CARD_RUN)].flatMap(({ 0: run, index = 0 }) =>
    cardsIn(run, index),
  );
  return [...cards, ...phones];
}

/**
 * Letters, as ranges: `\p{L}` would be spelled out for the browsers that do not know it, and weigh 3 kB each time. What
 * masks is none.
 */
const LOCAL_PART = /[\da-z\u00c0-\u1fff\u2c00-\ud7ff.!#$%&'*+/=?^_`{|}~-]{1,64}$/i;
const DOMAIN =
  /^(?:[\da-z\u00c0-\u1fff\u2c00-\ud7ff-]{1,63}\.){1,8}[a-z\u00c0-\u1fff\u2c00-\ud7ff]{2,63}/i;

/** From each `@` outwards: a search from the left would take a long text's square. */
function emailsIn(text: string): readonly PersonalDatum[] {
  const found: PersonalDatum[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL_PART.exec(text.slice(Math.max(0, at - 64), at));
    const domain = DOMAIN.exec(text.slice(at + 1, at + 255));
    if (!local || !domain) continue;
    found.push({ kind: 'email', start: at - local[0].length, end: at + 1 + domain[0].length });
  }
  return found;
}

const patterns = new Map<string, RegExp | null>();

/** Null for what is no pattern: a catalog from elsewhere must not stop the panel. */
function compiled(source: string): RegExp | null {
  const known = patterns.get(source);
  if (known !== undefined) return known;
  let pattern: RegExp | null;
  try {
    pattern = new RegExp(source, 'gu');
  } catch {
    pattern = null;
  }
  patterns.set(source, pattern);
  return pattern;
}

function idsIn(text: string, sources: readonly string[]): readonly PersonalDatum[] {
  const reach = text.slice(0, PATTERN_REACH);
  return sources.flatMap((source) => {
    const pattern = compiled(source);
    const matches = pattern ? [...reach.matchAll(pattern)] : [];
    return matches.flatMap((match): readonly PersonalDatum[] => {
      const start = match.index ?? 0;
      const end = start + match[0].length;
      return end > start ? [{ kind: 'national-id', start, end }] : [];
    });
  });
}

const firstOf = (one: PersonalDataKind, other: PersonalDataKind): PersonalDataKind =>
  KINDS.indexOf(one) <= KINDS.indexOf(other) ? one : other;

/**
 * Card numbers (by their check digit), e-mail addresses, phone numbers, and what the patterns of
 * `policies.nationalIds` match, in the order of the text and without overlaps. Takes time in proportion to the text,
 * but for the patterns, which see its first 4096 characters only.
 */
export function findPersonalData(
  text: string,
  nationalIds: readonly string[] = [],
): readonly PersonalDatum[] {
  const places = [...numbersIn(text), ...emailsIn(text), ...idsIn(text, nationalIds)];
  places.sort((one, other) => one.start - other.start);
  const found: PersonalDatum[] = [];
  for (const place of places) {
    const last = found[found.length - 1];
    if (!last || place.start >= last.end) {
      found.push(place);
    } else {
      const kind = firstOf(last.kind, place.kind);
      found[found.length - 1] = { ...last, kind, end: Math.max(last.end, place.end) };
    }
  }
  return found;
}

const HIDDEN = '•';
const SHOWN = /[\da-z\u00c0-\u1fff\u2c00-\ud7ff\uff10-\uff5a]/gi;
const hide = (text: string): string => text.replace(SHOWN, HIDDEN);

/** All but the last four, or the domain. Separators stay, so that one still sees what it was. */
function masked(kind: PersonalDataKind, text: string): string {
  if (kind === 'email') {
    const at = text.lastIndexOf('@');
    return HIDDEN.repeat(at) + text.slice(at);
  }
  const places = [...text.matchAll(SHOWN)];
  const shown = places[places.length - 4]?.index ?? text.length;
  return hide(text.slice(0, shown)) + text.slice(shown);
}

/**
 * The text with `•` for what `findPersonalData` finds of these kinds: for all but the last four characters, or an
 * address's domain.
 */
export function maskPersonalData(
  text: string,
  nationalIds: readonly string[] = [],
  only: readonly PersonalDataKind[] = KINDS,
): string {
  const find = (within: string) =>
    findPersonalData(within, nationalIds).filter(({ kind }) => only.includes(kind));
  const once = replaceAll(text, find(text), masked);
  // Four characters may be all of an id, or with their neighbours another number.
  const rest = find(once);
  return rest.length === 0 ? once : replaceAll(once, rest, (_kind, part) => hide(part));
}
