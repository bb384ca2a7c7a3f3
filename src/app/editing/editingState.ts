import type { CatalogContent, CatalogProblem } from '../../core/catalog/types';
import type { Clash } from '../../core/diff/types';
import type { DraftHeader, VersionHeader } from '../../core/publishing/types';
import type { CatalogRefused, Progress, Rights } from './ports';
import type { History } from './history';

/** How the draft on this page stands to the one that the service keeps. */
export type SaveState =
  /** They are the same; null: nothing has been saved since this page was opened. */
  | { readonly status: 'saved'; readonly at: number | null }
  /** Changed: it will be saved in a moment. */
  | { readonly status: 'changed' }
  | { readonly status: 'saving'; readonly progress: Progress | null }
  /** `again`: when it will be tried again by itself, in epoch milliseconds. */
  | { readonly status: 'failed'; readonly refused: CatalogRefused; readonly again: number | null }
  /** Not before somebody has decided the clashes. */
  | { readonly status: 'clashing' };

/** Why nothing can be edited. */
export type ReadOnly =
  | { readonly because: 'no-service' | 'role' }
  | { readonly because: 'unloaded'; readonly refused: CatalogRefused };

export interface PublishedVersion {
  readonly header: VersionHeader;
  readonly content: CatalogContent;
}

export interface Findings {
  /** With any of these, nothing is published. */
  readonly refusals: readonly CatalogProblem[];
  readonly warnings: readonly CatalogProblem[];
  /** What they were found in. */
  readonly of: CatalogContent;
}

export interface EditingState {
  readonly phase: 'loading' | 'ready';
  /** Of loading. */
  readonly progress: Progress | null;
  readonly readOnly: ReadOnly | null;
  /** What the service lets this person do; null: not known. */
  readonly rights: Rights | null;
  /** The version in force; null where none has been published. */
  readonly published: PublishedVersion | null;
  /** The draft as it is on this page. */
  readonly content: CatalogContent;
  /** The draft as the service keeps it; null: there is none. */
  readonly draft: DraftHeader | null;
  /** The last save by somebody else, or by another page, since this one was opened. */
  readonly others: DraftHeader | null;
  readonly history: History;
  readonly save: SaveState;
  readonly clashes: readonly Clash[];
  readonly findings: Findings;
}
