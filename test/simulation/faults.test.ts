/** The cells of the fault matrix (`npm run faults`) that need no browser. */
import { idOf } from '../faults/cell';
import { NOTHING_WRONG } from '../faults/judge';
import { endingOf, judgeLife, lifeOf, SIMULATED_CELLS } from '../faults/simulatedCells';
import { liveThrough } from './support/liveThrough';

it.each(SIMULATED_CELLS.map((cell) => [idOf(cell), cell] as const))('%s', async (_, cell) => {
  const told = await liveThrough(lifeOf(cell));
  expect(told.violations).toEqual([]);
  expect(judgeLife(told)).toEqual(NOTHING_WRONG);
  expect(endingOf(told)).toBe(cell.ends);
  expect(told.counts['steps']).toBe(cell.steps.length);
});
