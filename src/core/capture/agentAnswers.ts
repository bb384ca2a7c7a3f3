import type { Answers } from './types';

/** The answers that the agent gave or withdrew, without those that the task brought. */
export const agentAnswers = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, { origin }]) => origin === 'agent'));
