export const picklists = {
  'picklists.title': 'Picklists',
} as const;
