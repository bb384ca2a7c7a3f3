import type { JsonValue } from '../json';

/**
 * Where a change is: names of properties and, after the name of a list, the identity of an item, e.g.
 * `['picklists', 'outcomes', 'options', 'sale', 'name', 'en']`. The fields of a form are a list beside its sections,
 * each with its section's id as `section`; a whole form has them so, too.
 */
export type ChangePath = readonly string[];

export type Change =
  /** An item is new; it stands behind another one, or with null first. */
  | {
      readonly type: 'added';
      readonly path: ChangePath;
      readonly after: JsonValue;
      readonly behind: string | null;
    }
  | { readonly type: 'removed'; readonly path: ChangePath; readonly before: JsonValue }
  /** A property, or an item that became another kind of thing. What is undefined is not there. */
  | {
      readonly type: 'changed';
      readonly path: ChangePath;
      readonly before: JsonValue | undefined;
      readonly after: JsonValue | undefined;
    }
  /** An item has the same neighbours no more. */
  | { readonly type: 'moved'; readonly path: ChangePath; readonly behind: string | null };

export type Side = 'mine' | 'theirs';

/** What an item is in on the side that has removed what it is in on the other side; null: nothing. */
export interface Elsewhere {
  readonly path: ChangePath;
  readonly within: string | null;
}

/** Something that both have changed, each in another way. What is undefined is not there. */
export interface Clash {
  readonly path: ChangePath;
  readonly base: JsonValue | undefined;
  readonly mine: JsonValue | undefined;
  readonly theirs: JsonValue | undefined;
  /** Which of them the merged content holds: mine, but for an item that the other one has put something into. */
  readonly holds: Side;
  /** The item that this one stood behind, for an item that comes back. */
  readonly behind: string | null;
  /** Of an item that one has removed: what the other has in it, and the remover in something else or in nothing. */
  readonly elsewhere: readonly Elsewhere[];
}
