/**
 * An agent with three tasks at once, in one tab or two, and another agent to whom tasks are transferred; other writers,
 * calls that fail, get lost, hang and overtake each other, reloads, closed tabs and publications, in any order. The
 * plugin's use cases, the service and its pipeline are the real ones; time, network, TaskRouter, the disks and what tabs
 * know of each other are simulated. Whatever happens:
 *
 * - what each agent meant is on the task when their reservation ends, or they are told that it is not;
 * - what others wrote is as they left it, and what a leg that is still there wrote is not cleared;
 * - nothing is reported a second time that an ended leg left, and no answer of another leg counts as one's own;
 * - no task completes without what is required, but by the way out that an admin left open;
 * - no press on Complete stays without an answer, and with fair weather every reservation comes to its end;
 * - what was answered a second before a reload is back after it;
 * - one tab writes, the other shows the same, and nothing is lost when the turn goes over or a tab is closed;
 * - a save that failed is tried again when that was promised, and nothing is written without a reason;
 * - what the agent is told of, or leaves behind by the way out, is on the list of what is not on the task;
 * - who logs out, or closes the browser, finds their answers on the tasks, or is told which are not;
 * - the way out by a reason opens in time, is marked, names what is missing, and replaces nothing;
 * - a time for wrap-up ends neither early nor late, replaces nothing, and says on the task what it has set or left out;
 * - what another program wrote over an answer is not replaced unasked, where the policies say so, and no answer gives way
 *   without a word;
 *
 *   DEBRIEF_STEPS  how many steps at least (6000; `npm run test:full`: 200 000)
 *   DEBRIEF_SEED   another run of chance (1; `npm run test:full`: one of its own), or one once more, as a failure names it
 */
import * as fc from 'fast-check';
import { livesOf } from './support/lives';
import { liveThrough } from './support/liveThrough';

const STEPS = Number(process.env['DEBRIEF_STEPS'] ?? 6_000);
const SEED = Number(process.env['DEBRIEF_SEED'] ?? 1);
const STEPS_PER_LIFE = 50;

// They compute, and nothing else: a busy machine takes long and is no failure.
jest.setTimeout(1_800_000);

/** Over both ways of saving. */
const totals: Record<string, number> = {};

it.each([
  ['over the page’s SDK', false],
  ['through the Functions', true],
])('nothing is lost without a word, and nobody is stuck: %s', async (_, functions) => {
  await fc.assert(
    fc.asyncProperty(livesOf(functions, STEPS_PER_LIFE), async (life) => {
      const { violations, counts } = await liveThrough(life);
      for (const [what, n] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + n;
      expect(violations).toEqual([]);
    }),
    {
      numRuns: Math.ceil(STEPS / 2 / STEPS_PER_LIFE),
      seed: SEED,
    },
  );
});

/** What never happened would prove nothing. */
it('everything that is judged has happened', () => {
  const never = [
    'ended by gate',
    'ended by elsewhere',
    'told',
    'stopped because of save',
    'published',
    'not offered any more',
    'completed with what a newer form asks for',
    'put aside, and listed',
    'went over to the other tab',
    'pressed in the tab that follows',
    'tabs closed',
    'the other agent’s leg ended by gate',
    'the other agent’s leg ended by elsewhere',
    'ended beside a leg that is still there',
    'another leg showed through',
    'left behind by the way out, and listed',
    'saved by a retry',
    'left, and all is saved',
    'left, and told of what is not saved',
    'went away',
    'ended while the agent was away, and listed',
    'decided: ours',
    'decided: theirs',
    'gave way, and said so',
    'replaced what the agent knows of',
    'more time was taken, and is marked',
    'the time was over: hold',
    'completed by the end of the time: default',
    'completed by the end of the time: partial',
    'set by the end of the time, and marked',
    'taken out at the end, and listed',
    'completed in part, and marked',
    'by a reason, and saved',
    'by a reason, and not saved',
    'given the default of the way out',
  ].filter((what) => !totals[what]);
  expect(never).toEqual([]);
});
