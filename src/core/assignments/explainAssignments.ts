import { resolveForm } from '../catalog/resolveForm';
import type { Assignment, AssignmentFacts, CatalogContent, Form } from '../catalog/types';
import { judgeMatcher, type Judgement } from './judgeMatcher';

/** What an assignment comes to for a task; `because` are its criteria, all of them or those that are not met. */
export type Verdict =
  | { readonly code: 'won'; readonly because: readonly Judgement[] }
  /** It matches too, and stands behind the one that won. */
  | { readonly code: 'beaten'; readonly by: number; readonly because: readonly Judgement[] }
  | { readonly code: 'no-match'; readonly because: readonly Judgement[] };

export interface ExplainedAssignment {
  readonly assignment: Assignment;
  readonly position: number;
  readonly verdict: Verdict;
}

export interface Explanation {
  readonly form: Form | null;
  /** The position of the assignment that won; null when none matches. */
  readonly winner: number | null;
  readonly assignments: readonly ExplainedAssignment[];
}

/** Why a task gets its form: what becomes of each assignment, in their order. */
export function explainAssignments(
  content: Pick<CatalogContent, 'assignments' | 'forms' | 'policies'>,
  facts: AssignmentFacts,
): Explanation {
  const { form } = resolveForm(content, facts);
  const timeZone = content.policies.timeZone ?? 'UTC';
  let winner: number | null = null;
  const assignments = content.assignments.map((assignment, position): ExplainedAssignment => {
    const judgements = judgeMatcher(assignment.when, facts, timeZone);
    const unmet = judgements.filter(({ met }) => !met);
    if (unmet.length > 0) {
      return { assignment, position, verdict: { code: 'no-match', because: unmet } };
    }
    if (winner !== null) {
      return { assignment, position, verdict: { code: 'beaten', by: winner, because: judgements } };
    }
    winner = position;
    return { assignment, position, verdict: { code: 'won', because: judgements } };
  });
  return { form, winner, assignments };
}
