import type { SaveFailure } from './types';

const PASSING: readonly SaveFailure['kind'][] = [
  'network',
  'timeout',
  'server',
  'rate-limited',
  'deadline',
  'conflict',
];

/** Whether the reason why a save failed may pass without anybody's doing. */
export const mayPass = ({ kind }: SaveFailure): boolean => PASSING.includes(kind);
