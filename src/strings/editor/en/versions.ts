export const versions = {
  'versions.title': 'Versions',
} as const;
