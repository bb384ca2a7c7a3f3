import type { RefObject } from 'react';

/** Hands an element to a ref that somebody else reads. */
export const assign = <E extends HTMLElement>(ref: RefObject<HTMLElement>, element: E | null) => {
  (ref as { current: HTMLElement | null }).current = element;
};
