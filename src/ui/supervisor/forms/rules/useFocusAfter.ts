import { useEffect, useRef } from 'react';
import { focusPlace } from '../places';

/**
 * Takes the keyboard to a place once the page shows it. What adds or removes a rule takes itself out of the page, and
 * would take the keyboard's place with it.
 */
export function useFocusAfter(): (pointer: string) => void {
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current !== null) focusPlace(wanted.current);
    wanted.current = null;
  });
  return (pointer) => {
    wanted.current = pointer;
  };
}
