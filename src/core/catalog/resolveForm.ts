import { judgeMatcher } from '../assignments/judgeMatcher';
import type { AssignmentFacts, CatalogContent, Resolution } from './types';

/** Which form a task gets, and why. The first assignment that matches wins; no assignment means no form. */
export function resolveForm(
  { assignments, forms, policies }: Pick<CatalogContent, 'assignments' | 'forms' | 'policies'>,
  facts: AssignmentFacts,
): Resolution {
  const timeZone = policies.timeZone ?? 'UTC';
  for (const assignment of assignments) {
    const judgements = judgeMatcher(assignment.when, facts, timeZone);
    if (!judgements.every(({ met }) => met)) continue;
    const on = [...new Set(judgements.map(({ criterion }) => criterion))];
    return {
      form: forms.find((form) => form.id === assignment.form) ?? null,
      reason:
        on.length > 0
          ? { code: 'matched', assignment: assignment.id, on }
          : { code: 'fallback', assignment: assignment.id },
    };
  }
  return { form: null, reason: { code: 'no-assignment' } };
}
