export const forms = {
  'forms.title': 'Forms',
} as const;
