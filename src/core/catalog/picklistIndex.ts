import { isHierarchy, LEVEL_SEPARATOR } from '../insights/dictionary';
import type { Catalog, ChoosableLevels, Option, Picklist } from './types';

/** What fields ask about a picklist, answered without going through its options each time. */
export interface PicklistIndex {
  readonly byCode: ReadonlyMap<string, Option>;
  readonly byReported: ReadonlyMap<string, Option>;
  /** What of an option is reported at a path: in a hierarchy the texts from the root down to it (rule 16). */
  reportedAt(path: string, option: Option): string;
  /** The option that is reported by a text at a path. */
  optionAt(path: string, reported: string): Option | undefined;
  /** From the root to the option itself; empty for an unknown code. */
  pathOf(code: string): readonly Option[];
  /** Whether the option has no children. Archived children count: archiving never turns a heading into a choice. */
  isLeaf(code: string): boolean;
  /** Options that may be chosen: neither they nor an ancestor archived, in catalog order. */
  choosable(levels: ChoosableLevels): readonly Option[];
  isChoosable(code: string, levels: ChoosableLevels): boolean;
  /** Position in the catalog; unknown codes come last. */
  orderOf(code: string): number;
}

function createPicklistIndex(picklist: Picklist): PicklistIndex {
  const byCode = new Map(picklist.options.map((option) => [option.code, option]));
  const byReported = new Map(picklist.options.map((option) => [option.reported, option]));
  const order = new Map(picklist.options.map((option, position) => [option.code, position]));
  const parents = new Set(picklist.options.map((option) => option.parent));

  const pathOf = (code: string): readonly Option[] => {
    const path: Option[] = [];
    let option = byCode.get(code);
    while (option) {
      path.push(option);
      option = option.parent === undefined ? undefined : byCode.get(option.parent);
    }
    return path.reverse();
  };
  // Kept on the way, as verdicts are below; parents that go round in a circle end here too.
  const hierarchies = new Map<Option, string>();
  const hierarchyOf = (option: Option): string => {
    const open: Option[] = [];
    let at: Option | undefined = option;
    while (at && !hierarchies.has(at)) {
      open.push(at);
      hierarchies.set(at, at.reported);
      at = at.parent === undefined ? undefined : byCode.get(at.parent);
    }
    let above = at && hierarchies.get(at);
    for (const below of open.reverse()) {
      above = above === undefined ? below.reported : above + LEVEL_SEPARATOR + below.reported;
      hierarchies.set(below, above);
    }
    return hierarchies.get(option) ?? option.reported;
  };
  const reportedAt = (path: string, option: Option): string =>
    isHierarchy(path) ? hierarchyOf(option) : option.reported;
  let byHierarchy: ReadonlyMap<string, Option> | undefined;
  const optionAt = (path: string, reported: string): Option | undefined => {
    if (!isHierarchy(path)) return byReported.get(reported);
    byHierarchy ??= new Map(picklist.options.map((option) => [hierarchyOf(option), option]));
    return byHierarchy.get(reported);
  };
  const isLeaf = (code: string): boolean => !parents.has(code);

  // Verdicts are kept on the way, so that a deep tree is walked once and not once per option.
  const offered = new Map<string, boolean>();
  const isOffered = (code: string): boolean => {
    const undecided: string[] = [];
    let verdict = true;
    let option = byCode.get(code);
    while (option) {
      verdict = offered.get(option.code) ?? !option.archived;
      if (offered.has(option.code)) break;
      undecided.push(option.code);
      // Until its verdict is known: parents that go round in a circle (which no parsed catalog has) end here.
      offered.set(option.code, false);
      if (!verdict) break;
      option = option.parent === undefined ? undefined : byCode.get(option.parent);
    }
    for (const below of undecided) offered.set(below, verdict);
    return verdict;
  };
  const isChoosable = (code: string, levels: ChoosableLevels): boolean =>
    byCode.has(code) && isOffered(code) && (levels === 'any' || isLeaf(code));

  const lists = new Map<ChoosableLevels, readonly Option[]>();
  const choosable = (levels: ChoosableLevels): readonly Option[] => {
    const list =
      lists.get(levels) ?? picklist.options.filter((option) => isChoosable(option.code, levels));
    lists.set(levels, list);
    return list;
  };
  const orderOf = (code: string): number => order.get(code) ?? picklist.options.length;

  return {
    byCode,
    byReported,
    reportedAt,
    optionAt,
    pathOf,
    isLeaf,
    choosable,
    isChoosable,
    orderOf,
  };
}

const indexes = new WeakMap<Picklist, PicklistIndex>();
const NONE: Picklist = { id: '', name: {}, options: [] };

/** The index of a picklist, made once per picklist object. */
export function picklistIndex(picklist: Picklist): PicklistIndex {
  const index = indexes.get(picklist) ?? createPicklistIndex(picklist);
  indexes.set(picklist, index);
  return index;
}

/** The index of a field's picklist; an empty one when the catalog has none of that id. */
export const fieldIndex = (catalog: Catalog, field: { readonly picklist: string }): PicklistIndex =>
  picklistIndex(catalog.picklists.find(({ id }) => id === field.picklist) ?? NONE);
