import type { OptionPlace } from '../../../core/edit/options';
import type { PicklistTree } from './picklistTree';

export type Direction = 'up' | 'down' | 'in' | 'out';

/** Where an option is dropped: beside another one or below it. */
export type DropSide = 'before' | 'inside' | 'after';

const parentOf = (tree: PicklistTree, code: string): string | null => tree.above(code)[0] ?? null;

const siblingsOf = (tree: PicklistTree, code: string) => {
  const parent = parentOf(tree, code);
  return parent === null ? tree.roots : tree.childrenOf(parent);
};

/** The place right after an option. */
export function placeAfter(tree: PicklistTree, code: string): OptionPlace {
  const siblings = siblingsOf(tree, code);
  const next = siblings[siblings.findIndex((option) => option.code === code) + 1];
  return { parent: parentOf(tree, code), before: next?.code ?? null };
}

/** One step in the tree; null where there is none. */
export function stepPlace(
  tree: PicklistTree,
  code: string,
  direction: Direction,
): OptionPlace | null {
  const parent = parentOf(tree, code);
  const siblings = siblingsOf(tree, code);
  const at = siblings.findIndex((option) => option.code === code);
  const previous = siblings[at - 1];
  switch (direction) {
    case 'up':
      return previous ? { parent, before: previous.code } : null;
    case 'down':
      return siblings[at + 1] ? { parent, before: siblings[at + 2]?.code ?? null } : null;
    case 'in':
      return previous ? { parent: previous.code, before: null } : null;
    case 'out':
      return parent === null ? null : placeAfter(tree, parent);
  }
}

/** Where a dropped option goes; null where it may not: onto itself or below itself. */
export function dropPlace(
  tree: PicklistTree,
  code: string,
  target: string,
  side: DropSide,
  isOpen: boolean,
): OptionPlace | null {
  if (tree.branch(code).has(target)) return null;
  if (side === 'inside') return { parent: target, before: null };
  if (side === 'before') return { parent: parentOf(tree, target), before: target };
  // Below an open option the line is drawn above its first child.
  const first = isOpen ? tree.childrenOf(target).find((option) => option.code !== code) : undefined;
  if (first) return { parent: target, before: first.code };
  const place = placeAfter(tree, target);
  return place.before === code ? placeAfter(tree, code) : place;
}
