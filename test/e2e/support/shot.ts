import type { Page } from '@playwright/test';

/** Keeps a picture of a state; the best of them are chosen for docs/ by hand. */
export const shot = async (page: Page, name: string): Promise<void> => {
  await page.screenshot({ path: `test-results/screens/${name}.png`, animations: 'disabled' });
};
