import type { Comparison } from './types';

/** Whether JsonLogic says that no value at all compares so with `than`: to it null is 0. */
export function comparesEmpty(test: Comparison, than: number | string): boolean {
  const number = Number(than);
  switch (test) {
    case '<':
      return number > 0;
    case '<=':
      return number >= 0;
    case '>':
      return number < 0;
    case '>=':
      return number <= 0;
  }
}
