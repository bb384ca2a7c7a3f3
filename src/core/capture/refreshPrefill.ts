import type { Answer, Capture, Prefill } from './types';

/** The capture over what the task says now: fields that the agent has not touched follow the task. */
export function refreshPrefill(capture: Capture, prefill: Prefill): Capture {
  const answers: Record<string, Answer> = { ...prefill.answers };
  for (const [id, answer] of Object.entries(capture.answers)) {
    if (answer.origin === 'agent') answers[id] = answer;
  }
  return { ...capture, answers };
}
