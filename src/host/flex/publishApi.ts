import type { DebriefApiV1 } from '../../../public/debrief-api';

/** For other plugins in the page, which can neither change nor replace it by mistake. */
export const publishApi = (v1: DebriefApiV1): void => {
  Object.defineProperty(globalThis, 'debrief', {
    value: Object.freeze({ v1 }),
    configurable: true,
  });
};
