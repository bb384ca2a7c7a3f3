import type { Step } from '../simulation/support/life';

/** Both agents of a transferred task complete it, the first one first. */
export const bothComplete = (task: number): readonly Step[] => [
  { do: 'wrapUp', task, pause: 3_000 },
  { do: 'press', task, meanwhile: 'nobody', pause: 5_000 },
  { do: 'wrapUp', task, who: 'second', pause: 3_000 },
  { do: 'press', task, who: 'second', meanwhile: 'nobody', pause: 5_000 },
];
