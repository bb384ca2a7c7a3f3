import type { CatalogProblem } from '../../../core/catalog/types';

/** A finding with the rest of its pointer below its assignment, e.g. `/when/queues`. */
export interface PlacedProblem extends CatalogProblem {
  readonly place: string;
}

/** The findings of assignments, by their positions. */
export function problemsByPosition(
  findings: readonly CatalogProblem[],
): ReadonlyMap<number, readonly PlacedProblem[]> {
  const found = new Map<number, readonly PlacedProblem[]>();
  for (const finding of findings) {
    const [, digits, place = ''] = /^\/assignments\/(\d+)(.*)$/.exec(finding.path) ?? [];
    if (digits === undefined) continue;
    const position = Number(digits);
    found.set(position, [...(found.get(position) ?? []), { ...finding, place }]);
  }
  return found;
}
