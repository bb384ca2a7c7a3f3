import type { Page } from '@playwright/test';

/**
 * Whether a person sees where the focus is: something at or around the focused element looks other than without it, and
 * that is in sight: neither scrolled out nor under something else. Null for an element outside `root`, and for one that
 * was asked about last: a date box has several stops, and leaving it would go back to the first.
 */
export const focusShows = (
  page: Page,
  root: string,
): Promise<'shown' | 'looks the same' | 'out of sight' | null> =>
  page.evaluate((selector) => {
    const focused = document.activeElement as HTMLElement | null;
    const panel = focused?.closest(selector);
    const last = window as { askedAboutLast?: Element };
    if (!focused || !panel || focused === panel || focused === last.askedAboutLast) return null;
    last.askedAboutLast = focused;
    // Paste draws the ring of a box around it, and that of a radio button beside it.
    const around = [focused.parentElement, focused.parentElement?.parentElement].filter(
      (element): element is HTMLElement =>
        element instanceof HTMLElement && panel.contains(element),
    );
    const drawn = [focused, ...around, ...(around[0]?.querySelectorAll('*') ?? [])];
    const look = () => {
      for (const animation of document.getAnimations()) animation.finish();
      return JSON.stringify(
        drawn.map((element) => {
          const {
            outlineStyle,
            outlineColor,
            outlineWidth,
            boxShadow,
            borderColor,
            textDecoration,
          } = getComputedStyle(element);
          return [outlineStyle, outlineColor, outlineWidth, boxShadow, borderColor, textDecoration];
        }),
      );
    };
    /** What is left of the box in all that cuts it. */
    const seenPart = (element: Element) => {
      const box = element.getBoundingClientRect();
      let [left, top, right, bottom] = [box.left, box.top, box.right, box.bottom];
      const cutBy = (by: { left: number; top: number; right: number; bottom: number }): void => {
        [left, top] = [Math.max(left, by.left), Math.max(top, by.top)];
        [right, bottom] = [Math.min(right, by.right), Math.min(bottom, by.bottom)];
      };
      cutBy({ left: 0, top: 0, right: innerWidth, bottom: innerHeight });
      for (let up = element.parentElement; up; up = up.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(up);
        if (overflowX !== 'visible' || overflowY !== 'visible') cutBy(up.getBoundingClientRect());
      }
      return { left, top, right, bottom, all: box.height };
    };
    const isInSight = (): boolean => {
      // Paste draws a box of its own over a radio button or a check box, whose own one is next to nothing.
      const tiny = focused.matches('input[type="radio"], input[type="checkbox"]');
      const shownAs = tiny ? (focused.parentElement ?? focused) : focused;
      const { left, top, right, bottom, all } = seenPart(shownAs);
      if (right - left < 1 || bottom - top < Math.min(all, 16)) return false;
      const there = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return there !== null && (shownAs.contains(there) || there.contains(shownAs));
    };
    const inSight = isInSight();
    const withFocus = look();
    // `blur` leaves the calendar button of a date box where it is.
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus({ preventScroll: true });
    const without = look();
    focused.focus({ preventScroll: true });
    elsewhere.remove();
    if (withFocus === without) return 'looks the same';
    return inSight ? 'shown' : 'out of sight';
  }, root);
