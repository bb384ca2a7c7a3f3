/** What those who run Flex should hear of, wherever it happened: the journal of a browser has more. */
export const INCIDENTS = [
  'held-up',
  'stopped-by-bug',
  'ended-unsaved',
  'left-unsaved',
  'completed-by-way-out',
  'completed-without-saving',
] as const;
export type Incident = (typeof INCIDENTS)[number];
