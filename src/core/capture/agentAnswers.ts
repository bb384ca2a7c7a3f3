import { isGiven } from './isGiven';
import type { Answers } from './types';

/** The answers that the agent gave or withdrew, or that were set in their place, without those that the task brought. */
export const agentAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => isGiven(answer)));
