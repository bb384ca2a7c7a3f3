import type { Locator } from '@playwright/test';

/**
 * Whatever stands out of an element to the right or makes it scroll sideways, by its text. `mayScroll`: a selector of
 * what is made to scroll sideways by itself, a table for example.
 */
export const overflowing = (root: Locator, mayScroll = ':not(*)'): Promise<readonly string[]> =>
  root.evaluate((element, scrolled) => {
    const { right } = element.getBoundingClientRect();
    const found = [...element.querySelectorAll('*')].filter((part) => {
      const box = part.getBoundingClientRect();
      // Texts for screen readers are one pixel wide and cut off.
      return box.width > 1 && box.right > right + 0.5 && !part.closest(scrolled);
    });
    for (const around of [element, element.parentElement!]) {
      if (around.scrollWidth > around.clientWidth) found.push(around);
    }
    return found.map((part) => `${part.tagName} ${part.textContent?.slice(0, 40)}`);
  }, mayScroll);
