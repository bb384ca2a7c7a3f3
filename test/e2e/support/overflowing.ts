import type { FlexPage } from './FlexPage';

/** Whatever of the panel stands out of it to the right or makes it scroll sideways, by its text. */
export const overflowing = (flex: FlexPage): Promise<readonly string[]> =>
  flex.panel.evaluate((panel) => {
    const { right } = panel.getBoundingClientRect();
    const found = [...panel.querySelectorAll('*')].filter((element) => {
      const box = element.getBoundingClientRect();
      // Texts for screen readers are one pixel wide and cut off.
      return box.width > 1 && box.right > right + 0.5;
    });
    for (const element of [panel, panel.parentElement!]) {
      if (element.scrollWidth > element.clientWidth) found.push(element);
    }
    return found.map((element) => `${element.tagName} ${element.textContent?.slice(0, 40)}`);
  });
