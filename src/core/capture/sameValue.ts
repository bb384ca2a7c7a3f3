import type { AnswerValue } from './types';

export const sameValue = (a: AnswerValue | null, b: AnswerValue | null): boolean =>
  JSON.stringify(a) === JSON.stringify(b);
