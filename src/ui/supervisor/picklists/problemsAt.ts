import { pointer } from '../../../core/catalog/pointer';
import type { CatalogContent, CatalogProblem } from '../../../core/catalog/types';
import { placeOf } from './placeOf';

/** A finding, with the rest of its pointer below its option or its picklist. */
export interface PlacedProblem extends CatalogProblem {
  readonly setting: string;
}

export interface PicklistProblems {
  readonly byOption: ReadonlyMap<string, readonly PlacedProblem[]>;
  /** Of the picklist itself. */
  readonly own: readonly PlacedProblem[];
}

interface Collected {
  readonly byOption: Map<string, readonly PlacedProblem[]>;
  readonly own: PlacedProblem[];
}

/** The findings of each picklist, by its id. */
export function problemsByPicklist(
  content: CatalogContent,
  findings: readonly CatalogProblem[],
): ReadonlyMap<string, PicklistProblems> {
  const found = new Map<string, Collected>();
  for (const finding of findings) {
    const place = placeOf(content, finding.path);
    if (!place) continue;
    const of: Collected = found.get(place.picklist) ?? { byOption: new Map(), own: [] };
    found.set(place.picklist, of);
    // A gap is told at the names as a whole.
    const gap = finding.code === 'name-missing' ? finding.details?.['language'] : undefined;
    const setting = gap === undefined ? place.setting : `${place.setting}/${gap}`;
    const problem = { ...finding, setting };
    if (place.option === null) of.own.push(problem);
    else of.byOption.set(place.option, [...(of.byOption.get(place.option) ?? []), problem]);
  }
  return found;
}

/** Those at a setting or below it: `name` takes those of `name/es` too. */
export const problemsAt = (
  problems: readonly PlacedProblem[],
  ...segments: readonly string[]
): readonly PlacedProblem[] => {
  const at = pointer(segments).slice(1);
  return problems.filter(({ setting }) => setting === at || setting.startsWith(`${at}/`));
};
