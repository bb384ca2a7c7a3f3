import { expect, type Locator, type Page } from '@playwright/test';

/** Goes on with the Tab key until `target` has the focus. `onStop` is told of each stop on the way. */
export const tabTo = async (
  page: Page,
  target: Locator,
  key: 'Tab' | 'Shift+Tab' = 'Tab',
  onStop: () => Promise<void> = () => Promise.resolve(),
): Promise<void> => {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let presses = 0; presses < 60; presses++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
    await onStop();
  }
  await expect(target).toBeFocused();
};
