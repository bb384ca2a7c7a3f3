/** Where the page sends a call to a Twilio host: `/emulator/<host>/<path>` at its own origin. */
export const EMULATOR_PREFIX = '/emulator/';

/** The Twilio host and path behind such an address; null for the page's own addresses. */
export const rerouted = (pathname: string): { host: string; path: string } | null => {
  if (!pathname.startsWith(EMULATOR_PREFIX)) return null;
  const rest = pathname.slice(EMULATOR_PREFIX.length);
  const slash = rest.indexOf('/');
  return slash < 0
    ? { host: rest, path: '/' }
    : { host: rest.slice(0, slash), path: rest.slice(slash) };
};
