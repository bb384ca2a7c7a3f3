import { useEffect, useRef, useState } from 'react';
import { Input } from '@twilio-paste/core/input';

interface NameInputProps {
  readonly label: string;
  readonly value: string;
  /** The trimmed text; never empty, never as it was. */
  readonly onCommit: (name: string) => void;
  /** Enter and Escape bring the keyboard back to the tree; whoever leaves by pointer goes elsewhere. */
  readonly onClose: (by: 'keyboard' | 'pointer') => void;
}

/** A name that is typed in its line of the tree: Enter or leaving keeps it, Escape does not. */
export function NameInput({ label, value, onCommit, onClose }: NameInputProps) {
  const [text, setText] = useState(value);
  const ref = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => ref.current?.select(), []);

  const close = (keep: boolean, by: 'keyboard' | 'pointer') => {
    // Taking the focused input away is a blur too.
    if (isOver.current) return;
    isOver.current = true;
    const name = text.trim();
    if (keep && name !== '' && name !== value) onCommit(name);
    onClose(by);
  };
  return (
    <Input
      ref={ref}
      type="text"
      aria-label={label}
      value={text}
      autoFocus
      onChange={(event) => setText(event.target.value)}
      onBlur={() => close(true, 'pointer')}
      onKeyDown={(event) => {
        // The tree must not take letters and arrows for its own.
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        // Else the same Enter would press the button that the keyboard goes back to.
        event.preventDefault();
        close(event.key === 'Enter', 'keyboard');
      }}
    />
  );
}
