import type { Assignment, CatalogProblem } from '../catalog/types';
import { canMeet, covers } from './compareMatchers';

/** Two assignments by their positions: the later one, and the earlier one that takes tasks from it. */
export interface AssignmentPair {
  readonly position: number;
  readonly by: number;
}

/** The assignments that no task ever gets to, each with the first earlier one that matches all that it matches. */
export const findUnreachable = (assignments: readonly Assignment[]): readonly AssignmentPair[] =>
  assignments.flatMap(({ when }, position) => {
    const by = assignments.slice(0, position).findIndex((earlier) => covers(earlier.when, when));
    return by < 0 ? [] : [{ position, by }];
  });

export const unreachableFinding = ({ position, by }: AssignmentPair): CatalogProblem => ({
  code: 'assignment-unreachable',
  path: `/assignments/${position}`,
  details: { by: by + 1 },
});

/**
 * The pairs with different forms of which the order decides about some tasks, and not about others. A narrow one before
 * a wide one is none: that is how an exception is said.
 */
export function findOverlaps(assignments: readonly Assignment[]): readonly AssignmentPair[] {
  const unreachable = new Set(findUnreachable(assignments).map(({ position }) => position));
  return assignments.flatMap((later, position) =>
    assignments.slice(0, position).flatMap((earlier, by): readonly AssignmentPair[] => {
      if (unreachable.has(position) || unreachable.has(by) || earlier.form === later.form)
        return [];
      return canMeet(earlier.when, later.when) && !covers(later.when, earlier.when)
        ? [{ position, by }]
        : [];
    }),
  );
}
