import { isGiven } from './isGiven';
import type { Answer, Capture, Prefill } from './types';

/**
 * The capture over what the task says now: fields that the agent has not touched follow the task. What a save of this
 * reservation has put there was not there before the agent.
 */
export function refreshPrefill(capture: Capture, prefill: Prefill): Capture {
  const answers: Record<string, Answer> = Object.fromEntries(
    Object.entries(prefill.answers).filter(([id]) => !capture.saved.includes(id)),
  );
  for (const [id, answer] of Object.entries(capture.answers)) {
    if (isGiven(answer)) answers[id] = answer;
  }
  return { ...capture, answers };
}
