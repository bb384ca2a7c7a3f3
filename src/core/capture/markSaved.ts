import { agentAnswers } from './agentAnswers';
import type { Answers, Capture } from './types';

/** The capture once a save puts `answers` on the task: undoing one of the agent's has to take it off again. */
export const markSaved = (capture: Capture, answers: Answers): Capture => ({
  ...capture,
  saved: [...new Set([...capture.saved, ...Object.keys(agentAnswers(answers))])].sort(),
});
