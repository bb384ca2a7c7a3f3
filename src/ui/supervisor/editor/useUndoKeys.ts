import { useEffect, type RefObject } from 'react';

/** Where a browser undoes by itself what was typed. */
const TYPED_INTO =
  'textarea, select, [contenteditable="true"], [role="textbox"], input:not([type="checkbox"]):not([type="radio"]):not([type="button"])';

/** Ctrl+Z or Cmd+Z, and the same with Shift, while the editor is at work and nothing is typed into. */
export function useUndoKeys(
  root: RefObject<HTMLElement>,
  undo: () => void,
  redo: () => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const { target } = event;
      if (event.defaultPrevented || event.altKey || !(event.ctrlKey || event.metaKey)) return;
      if (event.key.toLowerCase() !== 'z' || !(target instanceof Element)) return;
      // Nothing has the focus: then the page's body is the target. A dialog stands outside the editor.
      const isHere = root.current?.contains(target) ?? false;
      if (!isHere && (target !== document.body || document.querySelector('[aria-modal="true"]')))
        return;
      if (target.matches(TYPED_INTO)) return;
      event.preventDefault();
      if (event.shiftKey) redo();
      else undo();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [root, undo, redo]);
}
