export const exchange = {
  'exchange.title': 'Import and export',
} as const;
