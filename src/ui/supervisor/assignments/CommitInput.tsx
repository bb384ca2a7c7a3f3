import { useEffect, useState } from 'react';
import { Input } from '@twilio-paste/core/input';

interface CommitInputProps {
  readonly id: string;
  readonly value: string;
  readonly hasError: boolean;
  readonly readOnly: boolean;
  readonly describedBy?: string;
  readonly onCommit: (value: string) => void;
}

/** A text that counts when it is finished: each letter would be a step of undo. */
export function CommitInput({ value, onCommit, describedBy, ...control }: CommitInputProps) {
  const [typed, setTyped] = useState(value);
  useEffect(() => setTyped(value), [value]);
  const commit = () => {
    const next = typed.trim();
    setTyped(next);
    if (next !== value) onCommit(next);
  };
  return (
    <Input
      {...control}
      type="text"
      aria-describedby={describedBy}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => {
        if (event.key === 'Enter') commit();
      }}
    />
  );
}
