import type { Journal } from '../../app/ports';

/** The browser console: all of it, and without our Functions the only place. Codes and SIDs only. */
export const consoleJournal: Journal = {
  record: (event, facts) => console.warn(`[debrief] ${event}`, JSON.stringify(facts)),
};
