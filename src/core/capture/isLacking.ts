import type { FieldProblem } from './types';

const LACKING: readonly FieldProblem['code'][] = ['missing', 'too-few'];

/** True when the agent has not given an answer; false when the answer given cannot be stored. */
export const isLacking = (problem: Pick<FieldProblem, 'code'>): boolean =>
  LACKING.includes(problem.code);
