import type { Option, Picklist } from '../../../core/catalog/types';

/** A picklist's options by their place in the tree, each list in reporting order. */
export interface PicklistTree {
  readonly roots: readonly Option[];
  readonly childrenOf: (code: string) => readonly Option[];
  /** Codes of the options above, nearest first. */
  readonly above: (code: string) => readonly string[];
  /** The option's code and those of all below it. */
  readonly branch: (code: string) => ReadonlySet<string>;
}

const NO_OPTIONS: readonly Option[] = [];
const trees = new WeakMap<Picklist, PicklistTree>();

/** Made once per picklist object. A draft need not be sound: what hangs on nothing is shown at the top. */
export function picklistTree(picklist: Picklist): PicklistTree {
  const tree = trees.get(picklist) ?? createTree(picklist);
  trees.set(picklist, tree);
  return tree;
}

function createTree({ options }: Picklist): PicklistTree {
  const byCode = new Map(options.map((option) => [option.code, option]));
  const children = new Map<string, Option[]>();
  const roots: Option[] = [];
  for (const option of options) {
    const { parent } = option;
    if (parent === undefined || !byCode.has(parent) || isInCircle(option, byCode)) {
      roots.push(option);
    } else {
      const siblings = children.get(parent);
      if (siblings) siblings.push(option);
      else children.set(parent, [option]);
    }
  }
  const rootCodes = new Set(roots.map(({ code }) => code));

  const childrenOf = (code: string) => children.get(code) ?? NO_OPTIONS;
  const above = (code: string): readonly string[] => {
    const codes: string[] = [];
    let option = byCode.get(code);
    while (option?.parent !== undefined && !rootCodes.has(option.code)) {
      codes.push(option.parent);
      option = byCode.get(option.parent);
    }
    return codes;
  };
  const branch = (code: string): ReadonlySet<string> => {
    const codes = new Set([code]);
    for (const above of codes) for (const below of childrenOf(above)) codes.add(below.code);
    return codes;
  };
  return { roots, childrenOf, above, branch };
}

function isInCircle(option: Option, byCode: ReadonlyMap<string, Option>): boolean {
  const met = new Set<string>();
  let next = option.parent;
  while (next !== undefined && !met.has(next)) {
    if (next === option.code) return true;
    met.add(next);
    next = byCode.get(next)?.parent;
  }
  return false;
}
