import type { PageSettings } from '../pageSettings';

/** What the sandbox has put into the page. */
export const readSettings = (): PageSettings =>
  JSON.parse(document.getElementById('sandbox-settings')?.textContent ?? '') as PageSettings;
