import type { Assignment, CatalogContent } from '../catalog/types';
import { changeById, insertBefore, moveById, removeById, withChanges, type Changes } from './lists';
import { proposeId } from './proposeId';

/** An id for a new assignment, made of the form's id. */
export const proposeAssignmentId = (content: CatalogContent, form: string | null): string =>
  proposeId(
    form ?? 'no-form',
    (id) => content.assignments.some((assignment) => assignment.id === id),
    'assignment',
  );

function withAssignments(
  content: CatalogContent,
  change: (assignments: readonly Assignment[]) => readonly Assignment[],
): CatalogContent {
  const assignments = change(content.assignments);
  return assignments === content.assignments ? content : { ...content, assignments };
}

/** Adds an assignment before another, or with null at the end. */
export const addAssignment = (
  content: CatalogContent,
  assignment: Assignment,
  before: string | null,
): CatalogContent =>
  withAssignments(content, (assignments) =>
    insertBefore(assignments, assignment, ({ id }) => id === before),
  );

export const setAssignment = (
  content: CatalogContent,
  id: string,
  changes: Changes<Omit<Assignment, 'id'>>,
): CatalogContent =>
  withAssignments(content, (assignments) =>
    changeById(assignments, id, (assignment) => withChanges(assignment, changes)),
  );

export const moveAssignment = (
  content: CatalogContent,
  id: string,
  before: string | null,
): CatalogContent => withAssignments(content, (assignments) => moveById(assignments, id, before));

export const removeAssignment = (content: CatalogContent, id: string): CatalogContent =>
  withAssignments(content, (assignments) => removeById(assignments, id));
