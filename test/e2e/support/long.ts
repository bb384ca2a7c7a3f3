/**
 * Tests that `npm test` leaves to `npm run test:e2e` and `npm run test:full`: the further cases of
 * something of which it runs others, so that a change is judged in minutes.
 */
export const LONG = { tag: '@long' } as const;

/** For a list of cases of which some stand for all. */
export const longUnless = (isRepresentative: boolean): { readonly tag?: string } =>
  isRepresentative ? {} : LONG;
