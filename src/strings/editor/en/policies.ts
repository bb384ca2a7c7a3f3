export const policies = {
  'policies.title': 'Policies',
} as const;
