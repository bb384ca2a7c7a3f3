import type { CatalogContent } from '../../core/catalog/types';

/** What two people have changed in two ways. */
export interface Clash {
  /** JSON pointer. */
  readonly path: string;
  readonly base: unknown;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Merged {
  readonly content: CatalogContent;
  readonly clashes: readonly Clash[];
}

/** The whole catalog at once, until the core merges by item. */
export const mergeContent = (
  base: CatalogContent,
  mine: CatalogContent,
  theirs: CatalogContent,
): Merged => {
  const same = (a: CatalogContent, b: CatalogContent) => JSON.stringify(a) === JSON.stringify(b);
  if (same(base, mine) || same(mine, theirs)) return { content: theirs, clashes: [] };
  if (same(base, theirs)) return { content: mine, clashes: [] };
  return { content: mine, clashes: [{ path: '', base, mine, theirs }] };
};

export const resolveClash = (
  content: CatalogContent,
  { mine, theirs }: Clash,
  side: 'mine' | 'theirs',
): CatalogContent => {
  void content;
  return (side === 'mine' ? mine : theirs) as CatalogContent;
};
