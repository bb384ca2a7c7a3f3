export const shell = {
  'editor.title': 'Debrief',
} as const;
