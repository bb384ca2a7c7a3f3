import { useEffect, useRef, useState } from 'react';
import { useConsole } from './ConsoleContext';
import type { Answer, ControlClient, Refusal } from './controlClient';

export interface Operation {
  readonly busy: boolean;
  /** Why the last run was refused; null once another starts. */
  readonly refusal: Refusal | null;
  /** Runs one request and announces `done` when it worked. Resolves to whether it did. */
  readonly run: (
    request: (client: ControlClient) => Answer<unknown>,
    done: string,
  ) => Promise<boolean>;
  readonly dismiss: () => void;
}

/** One thing the operator may ask of the sandbox, with its progress and its refusal. */
export const useOperation = (): Operation => {
  const { client, announce } = useConsole();
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const mounted = useRef(true);
  useEffect(() => () => void (mounted.current = false), []);

  const run: Operation['run'] = async (request, done) => {
    setBusy(true);
    setRefusal(null);
    const answer = await request(client);
    if (answer.ok) announce(done);
    // A card may be gone by now: what it asked for can end the task it shows.
    if (mounted.current) {
      setBusy(false);
      setRefusal(answer.ok ? null : answer.error);
    }
    return answer.ok;
  };
  return { busy, refusal, run, dismiss: () => setRefusal(null) };
};
