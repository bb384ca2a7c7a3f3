import type { Journal } from '../../app/ports';

/** The browser console: where admins look until the back end keeps a journal. Codes and SIDs only. */
export const consoleJournal: Journal = {
  record: (event, facts) => console.warn(`[debrief] ${event}`, JSON.stringify(facts)),
};
