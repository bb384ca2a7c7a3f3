import uFuzzy from '@leeoniya/ufuzzy';
import type { Offers } from '../../core/capture/checkValue';
import { picklistIndex } from '../../core/catalog/picklistIndex';
import { inLanguage, textIn } from '../../core/catalog/textIn';
import type { ChoosableLevels, LanguageTag, Option, Picklist } from '../../core/catalog/types';
import { optionPath } from './optionPath';

/** How the options of a picklist are shown and which of them may be chosen. */
export interface PicklistView {
  readonly levels: ChoosableLevels;
  readonly language: LanguageTag;
  /** Used where an option has no name in `language`. */
  readonly fallback: LanguageTag;
}

export interface SearchResult {
  readonly hits: readonly Option[];
  /** How many further options match. */
  readonly more: number;
}

interface Haystack {
  readonly names: readonly string[];
  /** Name, synonyms and path of each option, as one text. */
  readonly texts: string[];
}

// Any script, not only Latin, and one slip per word: agents type while they listen.
const matcher = new uFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraMode: 1,
});

/** More words than this are found in the typed order only: each further word multiplies the orders to try. */
const WORDS_IN_ANY_ORDER = 3;

/**
 * Longer queries, in characters, have to be written without a slip: the matcher's pattern grows with the square of
 * a word's length, and a pasted page would stop the browser.
 */
const FORGIVING_UP_TO = 40;

const haystacks = new WeakMap<Picklist, Map<string, Haystack>>();

/**
 * The first `limit` choosable options whose name, synonyms or path match, best first: the name itself, then names
 * that start with the query, then names with a word that does, then names that hold it, then all others; catalog
 * order within each.
 * An empty query matches everything. `offers`: what rules leave of the options.
 */
export function searchOptions(
  picklist: Picklist,
  view: PicklistView,
  query: string,
  limit: number,
  offers: Offers = null,
): SearchResult {
  const options = picklistIndex(picklist).choosable(view.levels);
  // The matcher would take `-word` and `"word"` for a search language that nobody here knows of.
  const needle = plain(query)
    .replace(/(^|\s)-+/g, '$1')
    .replace(/"/g, ' ')
    .trim();
  if (needle === '') {
    const offered = offers ? options.filter(({ code }) => offers.has(code)) : options;
    return { hits: offered.slice(0, limit), more: Math.max(0, offered.length - limit) };
  }

  const haystack = haystackOf(picklist, options, view);
  // The haystack is made once for all; what rules take away is taken from what is found.
  const found = matchingIndexes(haystack.texts, needle).filter(
    (i) => offers === null || offers.has(options[i]?.code ?? ''),
  );
  const ranked: Record<ReturnType<typeof rank>, Option[]> = { 0: [], 1: [], 2: [], 3: [], 4: [] };
  for (const i of found) {
    const option = options[i];
    if (option) ranked[rank(haystack.names[i] ?? '', needle)].push(option);
  }
  return {
    hits: Object.values(ranked).flat().slice(0, limit),
    more: Math.max(0, found.length - limit),
  };
}

const plain = (text: string): string => uFuzzy.latinize(text).toLowerCase();

function haystackOf(picklist: Picklist, options: readonly Option[], view: PicklistView): Haystack {
  const { levels, language, fallback } = view;
  const kept = haystacks.get(picklist) ?? new Map<string, Haystack>();
  haystacks.set(picklist, kept);
  const key = `${levels} ${language} ${fallback}`;
  const known = kept.get(key);
  if (known) return known;

  const names = options.map((option) => plain(textIn(option.name, language, fallback)));
  const texts = options.map((option, i) => {
    const path = optionPath(picklist, option, view);
    return `${names[i]} ${plain([...synonymsOf(option, view), path].join(' '))}`;
  });
  const made = { names, texts };
  kept.set(key, made);
  return made;
}

const synonymsOf = ({ synonyms = {} }: Option, { language, fallback }: PicklistView) =>
  inLanguage(synonyms, language, fallback) ?? [];

function matchingIndexes(texts: string[], needle: string): readonly number[] {
  const [found] =
    needle.length <= FORGIVING_UP_TO ? matcher.search(texts, needle, WORDS_IN_ANY_ORDER, 0) : [];
  if (found) return [...found].sort((a, b) => a - b);
  // Pasted text, or a query without any word in it, for example `§`.
  const words = needle.split(/\s+/);
  return texts.flatMap((text, i) => (words.every((word) => text.includes(word)) ? [i] : []));
}

function rank(name: string, needle: string): 0 | 1 | 2 | 3 | 4 {
  if (name === needle) return 0;
  if (name.startsWith(needle)) return 1;
  if (name.includes(` ${needle}`)) return 2;
  return name.includes(needle) ? 3 : 4;
}
