import * as fc from 'fast-check';
import { TASKS, type Content, type Life, type Step } from './life';
import type { FieldId } from './recorded';

const task = fc.nat({ max: TASKS - 1 });
const who = fc.constantFrom('first' as const, 'second' as const);
const pause = fc.constantFrom(0, 0, 5, 60, 300, 300, 1_500, 12_000, 70_000);
const content = fc.constantFrom<Content>(
  'same',
  'same',
  'sale-archived',
  'no-amount',
  'note-required',
);
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
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('publish' as const), content, pause }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('leave' as const), who, pause }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('decide' as const),
      task,
      who,
      decision: fc.constantFrom('ours' as const, 'theirs' as const),
      pause,
    }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('moreTime' as const), task, who, pause }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('goAway' as const), who, pause }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('comeBack' as const), who, pause }) },
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

interface Of {
  readonly task: number;
  readonly who: 'first' | 'second';
}
const of: fc.Arbitrary<Of> = fc.record({ task, who });
const answers = fc.array(answerStep, { minLength: 1, maxLength: 3 });
const by = (whose: Of, steps: readonly Step[]): Step[] =>
  steps.map((one) => ({ ...one, ...whose }));
const fair = (ms: number): Step => ({ do: 'weather', offline: false, trouble: 0, pause: ms });
const offline = (ms: number): Step => ({ do: 'weather', offline: true, trouble: 0, pause: ms });
const press = (whose: Of, ms: number): Step => ({
  do: 'press',
  ...whose,
  meanwhile: 'nobody',
  pause: ms,
});

/** Longer than a save goes on trying. */
const FAILS_MS = 30_000;

/** What chance alone brings too seldom: one leg from its first answer to Complete, of a task just transferred or not. */
const toComplete = fc
  .record({
    of,
    transferred: fc.boolean(),
    answers,
    presses: fc.boolean(),
    pauses: fc.tuple(pause, pause, pause),
  })
  .map(({ of: whose, transferred, answers: given, presses, pauses }): Step[] => {
    const [atFirst, meanwhile, atEnd] = pauses;
    return [
      ...(transferred
        ? [{ do: 'transfer' as const, task: whose.task, how: 'warm' as const, pause: atFirst }]
        : []),
      ...by(whose, given),
      { do: 'wrapUp', ...whose, pause: meanwhile },
      ...(presses ? [press(whose, atEnd)] : []),
    ];
  });

/** A save fails, and is tried again when the agent has gone on, in the same tab or in the one that is left. */
const retried = fc
  .record({ of, answers, tabs: fc.boolean(), late: fc.constantFrom(1_500, FAILS_MS), pause })
  .map(({ of: whose, answers: given, tabs, late, pause: atEnd }): Step[] => [
    ...(tabs ? [{ do: 'openTab' as const, who: whose.who, pause: 1_500 }] : []),
    ...by(whose, given),
    { do: 'writeHere', ...whose, pause: 1_500 },
    offline(0),
    { do: 'wrapUp', ...whose, pause: late },
    ...(tabs
      ? [{ do: 'closeTab' as const, which: 'front' as const, who: whose.who, pause: atEnd }]
      : []),
    fair(70_000),
  ]);

/** A save fails, and the agent completes without it, if they may. */
const without = fc
  .record({ of, answers, pause })
  .map(({ of: whose, answers: given, pause: atEnd }) => [
    ...by(whose, given),
    { do: 'answer' as const, ...whose, field: 'outcome' as const, with: 'sale', pause: 0 },
    offline(0),
    { do: 'wrapUp' as const, ...whose, pause: FAILS_MS },
    { do: 'wayOut' as const, ...whose, pause: 60 },
    fair(atEnd),
  ]);

/** The browser is closed, be it after a departure, and what it had is found when it is opened again. */
const away = fc
  .record({
    of,
    answers,
    late: pause,
    leaves: fc.boolean(),
    isBad: fc.boolean(),
    ends: fc.boolean(),
  })
  .map(({ of: { task: n, who: whose }, answers: given, late, leaves, isBad, ends }): Step[] => [
    ...by({ task: n, who: whose }, given),
    isBad ? offline(1_500) : fair(1_500),
    ...(leaves ? [{ do: 'leave' as const, who: whose, pause: late }] : []),
    { do: 'goAway', who: whose, pause: late },
    ...(ends ? [{ do: 'endsElsewhere' as const, task: n, who: whose, pause: late }] : []),
    { do: 'comeBack', who: whose, pause: 5_000 },
    fair(0),
  ]);

/** Complete is refused until there is a way out. */
const byReason = fc
  .record({ of, answers, isBad: fc.boolean(), pause })
  .map(({ of: whose, answers: given, isBad, pause: atEnd }): Step[] => [
    ...by(whose, given),
    { do: 'wrapUp', ...whose, pause: 1_500 },
    { do: 'answer', ...whose, field: 'outcome', with: null, pause: 0 },
    press(whose, 1_500),
    press(whose, 1_500),
    ...(isBad ? [offline(0)] : []),
    { do: 'wayOut', ...whose, pause: FAILS_MS },
    fair(atEnd),
  ]);

/** The time for wrap-up runs out, if there is one. */
const inTime = fc
  .record({
    of,
    answers,
    given: fc.boolean(),
    more: fc.nat({ max: 2 }),
    isBad: fc.boolean(),
    pause,
  })
  .map(({ of: whose, answers: all, given, more, isBad, pause: late }): Step[] => [
    ...(given ? by(whose, all) : []),
    { do: 'wrapUp', ...whose, pause: 1_500 },
    ...Array.from({ length: more }, () => ({
      do: 'moreTime' as const,
      ...whose,
      pause: 1_500,
    })),
    ...(isBad ? [offline(70_000)] : [fair(late), fair(70_000)]),
    fair(late),
  ]);

/** Another program writes where the agent has answered, and they decide, if they are asked. */
const disputed = fc
  .record({
    of,
    answered: fc.constantFrom('sale', 'no-sale'),
    wraps: fc.boolean(),
    decision: fc.constantFrom('ours' as const, 'theirs' as const),
    pause,
  })
  .map(({ of: whose, answered: code, wraps, decision, pause: late }): Step[] => [
    { do: 'answer', ...whose, field: 'outcome', with: code, pause: 1_500 },
    ...(wraps ? [{ do: 'wrapUp' as const, ...whose, pause: late }] : []),
    { do: 'write', task: whose.task, where: 'ours', pause: 300 },
    { do: 'wrapUp', ...whose, pause: 1_500 },
    { do: 'decide', ...whose, decision, pause: late },
    press(whose, late),
  ]);

/** Others are published while it is answered, and the page is loaded anew. */
const published = fc
  .record({
    of,
    answers,
    contents: fc.array(content, { minLength: 1, maxLength: 3 }),
    tabs: fc.boolean(),
    pause,
  })
  .map(({ of: whose, answers: given, contents, tabs, pause: late }): Step[] => [
    ...by(whose, given),
    fair(1_500),
    ...contents.map((one) => ({ do: 'publish' as const, content: one, pause: late })),
    { do: tabs ? 'openTab' : 'reload', who: whose.who, pause: 1_500 },
    { do: 'wrapUp', ...whose, pause: late },
    press(whose, late),
  ]);

const course: fc.Arbitrary<Step[]> = fc.oneof(
  { weight: 2, arbitrary: published },
  { weight: 6, arbitrary: toComplete },
  { weight: 1, arbitrary: retried },
  { weight: 1, arbitrary: without },
  { weight: 1, arbitrary: away },
  { weight: 2, arbitrary: byReason },
  { weight: 3, arbitrary: inTime },
  { weight: 3, arbitrary: disputed },
);

/** Lives of about so many steps. */
export const livesOf = (functions: boolean, length: number): fc.Arbitrary<Life> =>
  fc.record({
    seed: fc.integer(),
    functions: fc.constant(functions),
    wayOut: fc.boolean(),
    byReason: fc.constantFrom('default' as const, 'bare' as const, undefined, undefined),
    conflicts: fc.constantFrom('agent' as const, 'agent' as const, 'theirs' as const, undefined),
    forgets: fc.boolean(),
    wrapUp: fc.constantFrom(
      'default' as const,
      'partial' as const,
      'hold' as const,
      undefined,
      undefined,
    ),
    steps: fc
      .array(
        fc.oneof(
          { weight: 6, arbitrary: step.map((one) => [one]) },
          { weight: 1, arbitrary: course },
        ),
        { minLength: length, maxLength: length },
      )
      .map((parts) => parts.flat()),
  });
