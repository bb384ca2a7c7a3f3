import type { Option, Picklist } from '../../../core/catalog/types';
import { picklistTree } from './picklistTree';

/** One line of the tree as it is shown. */
export interface TreeRow {
  readonly option: Option;
  /** From 1. */
  readonly level: number;
  /** Among its siblings, from 1. */
  readonly position: number;
  readonly siblings: number;
  /** Null: nothing is below it. */
  readonly expanded: boolean | null;
}

/**
 * The lines that are seen: with `found` those options and what is above them, else what `expanded` opens.
 */
export function treeRows(
  picklist: Picklist,
  expanded: ReadonlySet<string>,
  found: ReadonlySet<string> | null,
): readonly TreeRow[] {
  const tree = picklistTree(picklist);
  const shown = found && new Set([...found].flatMap((code) => [code, ...tree.above(code)]));
  const rows: TreeRow[] = [];
  const add = (options: readonly Option[], level: number): void => {
    const seen = shown ? options.filter(({ code }) => shown.has(code)) : options;
    seen.forEach((option, index) => {
      const below = tree.childrenOf(option.code);
      const isOpen = shown
        ? below.some(({ code }) => shown.has(code))
        : below.length > 0 && expanded.has(option.code);
      rows.push({
        option,
        level,
        position: index + 1,
        siblings: seen.length,
        expanded: below.length > 0 ? isOpen : null,
      });
      if (isOpen) add(below, level + 1);
    });
  };
  add(tree.roots, 1);
  return rows;
}
