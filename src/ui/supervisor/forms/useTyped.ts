import { useState } from 'react';

/**
 * A text that is taken over as one step of undo: on leaving it, or on Enter. Escape puts back what was there.
 * `take` answers why it does not take a text over; null when it does.
 */
export function useTyped(value: string, take: (text: string) => string | null) {
  const [typed, setTyped] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const commit = () => {
    if (typed === null) return;
    const refusal = typed === value ? null : take(typed);
    setError(refusal);
    if (refusal === null) setTyped(null);
  };
  return {
    error,
    input: {
      value: typed ?? value,
      onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
      onBlur: commit,
      onKeyDown: (event: { key: string; currentTarget: EventTarget }) => {
        if (event.key === 'Escape') {
          setTyped(null);
          setError(null);
        }
        const isLong = event.currentTarget instanceof HTMLTextAreaElement;
        if (event.key === 'Enter' && !isLong) commit();
      },
    },
  };
}
