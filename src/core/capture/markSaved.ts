import type { Capture } from './types';

/** The capture after a save: the agent's answers of that moment are on the task. */
export function markSaved(capture: Capture): Capture {
  const answered = Object.entries(capture.answers).flatMap(([id, { origin }]) =>
    origin === 'agent' ? [id] : [],
  );
  return { ...capture, saved: [...new Set([...capture.saved, ...answered])].sort() };
}
