import type { Page } from '@playwright/test';

/**
 * Whether a person sees where the focus is: something at or around the focused element looks other than without it.
 * Null for an element outside `root`, and for one that was asked about last: a date box has several stops, and leaving
 * it would go back to the first.
 */
export const focusShows = (page: Page, root: string): Promise<boolean | null> =>
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
    const withFocus = look();
    // `blur` leaves the calendar button of a date box where it is.
    const elsewhere = document.body.appendChild(document.createElement('button'));
    elsewhere.focus({ preventScroll: true });
    const without = look();
    focused.focus({ preventScroll: true });
    elsewhere.remove();
    return withFocus !== without;
  }, root);
