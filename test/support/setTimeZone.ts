/** Sets this browser's clock to a time zone; in a test that has `zonedEnvironment`. */
export const setTimeZone = (timeZone: string): void =>
  (globalThis as unknown as { setTimeZone: (timeZone: string) => void }).setTimeZone(timeZone);
