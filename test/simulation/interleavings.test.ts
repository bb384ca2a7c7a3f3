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
 * - one tab writes, the other shows the same, and nothing is lost when the turn goes over or a tab is closed.
 *
 *   DEBRIEF_STEPS  how many steps at least (6000; `npm run test:full`: 200 000)
 *   DEBRIEF_SEED   another run of chance (1; `npm run test:full`: one of its own), or one once more, as a failure names it
 */
import * as fc from 'fast-check';
import { TASKS, type Step } from './support/life';
import { liveThrough } from './support/liveThrough';
import type { FieldId } from './support/recorded';

const STEPS = Number(process.env['DEBRIEF_STEPS'] ?? 6_000);
const SEED = Number(process.env['DEBRIEF_SEED'] ?? 1);
const STEPS_PER_LIFE = 50;

// They compute, and nothing else: a busy machine takes long and is no failure.
jest.setTimeout(1_800_000);

const task = fc.nat({ max: TASKS - 1 });
const who = fc.constantFrom('first' as const, 'second' as const);
const pause = fc.constantFrom(0, 0, 5, 60, 300, 1_500, 12_000);
const answered = fc.oneof(
  fc.record({
    field: fc.constant<FieldId>('outcome'),
    with: fc.constantFrom('sale', 'no-sale', null),
  }),
  fc.record({
    field: fc.constant<FieldId>('topics'),
    with: fc.subarray(['billing', 'billing-dispute', 'delivery'], { minLength: 1, maxLength: 2 }),
  }),
  fc.record({ field: fc.constant<FieldId>('topics'), with: fc.constant(null) }),
  fc.record({
    field: fc.constant<FieldId>('amount'),
    with: fc.constantFrom('0', '12', '7.5', 'a dozen', null),
  }),
  fc.record({
    field: fc.constant<FieldId>('note'),
    with: fc.oneof(
      fc.nat({ max: 99 }).map((n) => `N-${n}`),
      fc.constant(null),
    ),
  }),
);
const answerStep = fc
  .record({ do: fc.constant('answer' as const), task, who, answered, pause })
  .map(({ answered: { field, with: value }, ...rest }): Step => ({ ...rest, field, with: value }));
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: answerStep },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('undo' as const), task, who, pause }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('wrapUp' as const), task, who, pause }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('wayOut' as const), task, who, pause }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('endsElsewhere' as const), task, who, pause }),
  },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('press' as const),
      task,
      who,
      meanwhile: fc.constantFrom('nobody' as const, 'elsewhere' as const, 'ours' as const),
      pause,
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('write' as const),
      task,
      where: fc.constantFrom('elsewhere' as const, 'ours' as const),
      pause,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reload' as const), who, pause }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('transfer' as const),
      task,
      how: fc.constantFrom('warm' as const, 'cold' as const),
      pause,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('openTab' as const), who, pause }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('otherTab' as const), who, pause }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('writeHere' as const), task, who, pause }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('closeTab' as const),
      which: fc.constantFrom('front' as const, 'other' as const),
      who,
      pause,
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('publish' as const), pause }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('weather' as const),
      offline: fc.constantFrom(false, false, false, true),
      trouble: fc.constantFrom(0, 0.2, 0.6, 1),
      pause,
    }),
  },
);

/** What chance alone brings too seldom: one leg from its first answer to Complete, of a task just transferred or not. */
const course = fc
  .record({
    task,
    who,
    transferred: fc.boolean(),
    answers: fc.array(answerStep, { minLength: 1, maxLength: 3 }),
    presses: fc.boolean(),
    pauses: fc.tuple(pause, pause, pause),
  })
  .map(({ transferred, answers, presses, pauses: [atFirst, meanwhile, atEnd], ...of }): Step[] => [
    ...(transferred
      ? [{ do: 'transfer' as const, task: of.task, how: 'warm' as const, pause: atFirst }]
      : []),
    ...answers.map((given) => ({ ...given, ...of })),
    { do: 'wrapUp', ...of, pause: meanwhile },
    ...(presses
      ? [{ do: 'press' as const, ...of, meanwhile: 'nobody' as const, pause: atEnd }]
      : []),
  ]);
const steps = fc
  .array(
    fc.oneof({ weight: 6, arbitrary: step.map((one) => [one]) }, { weight: 1, arbitrary: course }),
    { minLength: STEPS_PER_LIFE, maxLength: STEPS_PER_LIFE },
  )
  .map((parts) => parts.flat());

it.each([
  ['over the page’s SDK', false],
  ['through the Functions', true],
])('nothing is lost without a word, and nobody is stuck: %s', async (_, functions) => {
  const totals: Record<string, number> = {};
  await fc.assert(
    fc.asyncProperty(
      fc.record({
        seed: fc.integer(),
        functions: fc.constant(functions),
        wayOut: fc.boolean(),
        steps,
      }),
      async (life) => {
        const { violations, counts } = await liveThrough(life);
        for (const [what, n] of Object.entries(counts)) totals[what] = (totals[what] ?? 0) + n;
        expect(violations).toEqual([]);
      },
    ),
    {
      numRuns: Math.ceil(STEPS / 2 / STEPS_PER_LIFE),
      seed: SEED,
    },
  );
  // What never happened would prove nothing.
  for (const what of [
    'ended by gate',
    'ended by elsewhere',
    'told',
    'stopped because of save',
    'published',
    'went over to the other tab',
    'pressed in the tab that follows',
    'tabs closed',
    'the other agent’s leg ended by gate',
    'the other agent’s leg ended by elsewhere',
    'ended beside a leg that is still there',
    'another leg showed through',
  ]) {
    expect(totals[what]).toBeGreaterThan(0);
  }
});
