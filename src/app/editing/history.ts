import type { CatalogContent } from '../../core/catalog/types';
import { mergeContent } from '../../core/diff/mergeContent';
import { resolveClash } from '../../core/diff/resolveClash';

/** One step of undo. */
export interface Step {
  /** Its name for people. */
  readonly what: string;
  readonly before: CatalogContent;
  readonly after: CatalogContent;
}

export interface History {
  /** The last one is undone first. */
  readonly past: readonly Step[];
  /** The last one is redone first. */
  readonly future: readonly Step[];
}

interface Moved {
  readonly history: History;
  readonly content: CatalogContent;
}

/** Contents share what they have in common, yet each holds what it alone had. */
const LONGEST = 200;

export const NO_HISTORY: History = { past: [], future: [] };

export const withStep = ({ past }: History, step: Step): History => ({
  past: [...past, step].slice(-LONGEST),
  future: [],
});

/**
 * Takes one change back or makes it again, and no other: what others have done to `content` since stays, also where
 * they changed the same thing.
 */
const carryOver = (
  from: CatalogContent,
  to: CatalogContent,
  content: CatalogContent,
): CatalogContent => {
  if (content === from) return to;
  const merged = mergeContent(from, to, content);
  return merged.clashes.reduce((so, clash) => resolveClash(so, clash, 'theirs'), merged.content);
};

export const undone = ({ past, future }: History, content: CatalogContent): Moved | null => {
  const step = past[past.length - 1];
  if (!step) return null;
  return {
    history: { past: past.slice(0, -1), future: [...future, step] },
    content: carryOver(step.after, step.before, content),
  };
};

export const redone = ({ past, future }: History, content: CatalogContent): Moved | null => {
  const step = future[future.length - 1];
  if (!step) return null;
  return {
    history: { past: [...past, step], future: future.slice(0, -1) },
    content: carryOver(step.before, step.after, content),
  };
};
