export const assignments = {
  'assignments.title': 'Assignments',
} as const;
