import type { Answer, Origin } from './types';

/** Origins of answers that stand for the agent's word: the agent's own, and what was set in their place. */
export const GIVEN_ORIGINS = ['agent', 'timeout'] as const satisfies readonly Origin[];

export type GivenOrigin = (typeof GIVEN_ORIGINS)[number];

/** Whether an answer is the agent's, or was set in their place: then nothing else fills the field in. */
export const isGiven = (
  answer: Answer | undefined,
): answer is Answer & { readonly origin: GivenOrigin } =>
  answer !== undefined && GIVEN_ORIGINS.some((origin) => origin === answer.origin);
