/**
 * More ways than these of matching one text would make an agent wait at a key press. The number is an upper bound of
 * what the engine tries; four open repetitions one after the other are within it.
 */
const MOST_WAYS = 2e7;
/** The longest text that Insights keeps, and so the longest that a pattern is asked about. */
const LONGEST = 128;

/** How many ways there are to match one text, and how many repetitions without an end were met on the way. */
interface Ways {
  readonly ways: number;
  readonly open: number;
}

const ONE: Ways = { ways: 1, open: 0 };

const then = (a: Ways, b: Ways): Ways => ({ ways: a.ways * b.ways, open: a.open + b.open });

/** Texts are shared among open repetitions in a row, so k of them split it in n^k/k! ways, not n^k. */
const total = ({ ways, open }: Ways): number => {
  let count = ways;
  for (let n = 1; n <= open; n++) count *= LONGEST / n;
  return count;
};

/**
 * Whether a pattern can take so many ways through one text that it never comes back, as `(a+)+b` does. An upper bound
 * is counted on the pattern alone, without looking at which characters its parts take: some harmless patterns are
 * refused too, no harmful one passes. `pattern` compiles with the `u` flag, which leaves no bracket or brace unclear.
 */
export function isSlowPattern(pattern: string): boolean {
  let at = 0;
  let hasBackReference = false;

  const readAtom = (): Ways => {
    if (pattern[at] === '\\') {
      hasBackReference ||= /^\\(?:[1-9]|k<)/.test(pattern.slice(at));
      // `\u{1F600}` and `\p{L}`: their braces repeat nothing.
      const escape = /^\\(?:[up]\{[^}]*\}|P\{[^}]*\}|k<[^>]*>|[^])/u.exec(pattern.slice(at));
      at += escape?.[0].length ?? 2;
      return ONE;
    }
    if (pattern[at] === '[') {
      at += 1;
      while (at < pattern.length && pattern[at] !== ']') at += pattern[at] === '\\' ? 2 : 1;
      at += 1;
      return ONE;
    }
    if (pattern[at] === '(') {
      at += /^\((?:\?(?::|<?[=!]|<[^>]*>))?/.exec(pattern.slice(at))?.[0].length ?? 1;
      const inside = readAlternatives();
      at += 1;
      return inside;
    }
    at += 1;
    return ONE;
  };

  const readQuantified = (): Ways => {
    const atom = readAtom();
    const quantifier = /^(?:([*+?])|\{(\d+)(,?)(\d*)\})\??/.exec(pattern.slice(at));
    if (!quantifier) return atom;
    at += quantifier[0].length;
    const [, sign, first, comma, last] = quantifier;
    const least = sign === undefined ? Number(first) : sign === '+' ? 1 : 0;
    const most =
      sign === '?'
        ? 1
        : sign !== undefined || (comma === ',' && last === '')
          ? Infinity
          : Number(last || first);
    const repeated = Math.min(most, LONGEST);
    const inside = total(atom);
    if (most === Infinity) return { ways: inside ** LONGEST, open: 1 };
    return { ways: inside ** repeated * Math.max(1, repeated - least + 1), open: 0 };
  };

  const readAlternatives = (): Ways => {
    let whole = 0;
    let branch = ONE;
    let branches = 1;
    while (at < pattern.length && pattern[at] !== ')') {
      if (pattern[at] === '|') {
        at += 1;
        whole += total(branch);
        branch = ONE;
        branches += 1;
      } else branch = then(branch, readQuantified());
    }
    return branches === 1 ? branch : { ways: whole + total(branch), open: 0 };
  };

  const ways = total(readAlternatives());
  return hasBackReference || !(ways <= MOST_WAYS);
}
