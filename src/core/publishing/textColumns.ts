import { isJsonObject } from '../json';

/** What an option says per language. */
const TEXT_KEYS = ['description', 'name', 'synonyms'] as const;

type Members = Readonly<Record<string, unknown>>;

/** One option's texts in one language: its name alone, all there are by key, or 0: none. */
type Cell = unknown;

export interface SplitOption {
  readonly rest: Members;
  /** By language. */
  readonly cells: ReadonlyMap<string, Cell>;
}

const NONE = 0;

/** Parts an option into what is the same in all languages, and each language’s own. */
export function splitOption(option: Members): SplitOption {
  const byLanguage = new Map<string, [key: string, text: unknown][]>();
  const rest = Object.entries(option).filter(([key, texts]) => {
    // Empty, there would be no cell to bring it back; and a draft may hold anything.
    if (!TEXT_KEYS.some((known) => known === key) || !isJsonObject(texts)) return true;
    const entries = Object.entries(texts);
    for (const [language, text] of entries) {
      const cell = byLanguage.get(language) ?? [];
      byLanguage.set(language, cell);
      cell.push([key, text]);
    }
    return entries.length === 0;
  });
  const cells = [...byLanguage].map(([language, entries]): [string, Cell] => {
    const [first] = entries;
    const isPlain = entries.length === 1 && first?.[0] === 'name' && typeof first[1] === 'string';
    return [language, isPlain ? first[1] : Object.fromEntries(entries)];
  });
  return { rest: Object.fromEntries(rest), cells: new Map(cells) };
}

/** The cells of one language, in the order of the options. */
export const columnOf = (options: readonly SplitOption[], language: string): readonly Cell[] =>
  options.map(({ cells }) => cells.get(language) ?? NONE);

/** As `splitOption`, back; null where the cells are none of its making. */
export function joinOption(rest: Members, cells: ReadonlyMap<string, Cell>): Members | null {
  const texts = new Map<string, [language: string, text: unknown][]>();
  for (const [language, cell] of cells) {
    if (cell === NONE) continue;
    if (typeof cell !== 'string' && !isJsonObject(cell)) return null;
    const members = typeof cell === 'string' ? { name: cell } : cell;
    for (const [key, text] of Object.entries(members)) {
      const entries = texts.get(key) ?? [];
      texts.set(key, entries);
      entries.push([language, text]);
    }
  }
  const joined = [...texts].map(([key, entries]) => [key, Object.fromEntries(entries)] as const);
  // From entries, so that a language `__proto__` is a key like any other.
  return Object.fromEntries([...Object.entries(rest), ...joined]);
}
