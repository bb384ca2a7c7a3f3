import type { Life, Step, Told, Writer } from '../simulation/support/life';
import type { Fate } from '../simulation/support/stormyTaskRouter';
import type { CellFacts, Ending, Moment } from './cell';
import type { Judgement } from './judge';

/**
 * Cells over the use cases, the service and its pipeline as they are, with time, network, TaskRouter and disk simulated:
 * the other way of saving of what the real Flex UI shows for one of them.
 */
export interface SimulatedCell extends CellFacts {
  readonly layer: 'simulation';
  readonly steps: readonly Step[];
}

const answer = (field: 'outcome' | 'topics' | 'note', value: string | readonly string[]): Step => ({
  do: 'answer',
  task: 0,
  field,
  with: value,
  pause: 0,
});
const pause = (ms: number): Step => ({ do: 'weather', offline: false, trouble: 0, pause: ms });
const FAIR = pause(0);
const BAD = (only: Fate): Step => ({ do: 'weather', offline: false, trouble: 1, only, pause: 0 });
const OFFLINE: Step = { do: 'weather', offline: true, trouble: 0, pause: 0 };
const wrapUp = (ms: number): Step => ({ do: 'wrapUp', task: 0, pause: ms });
const press = (ms: number, meanwhile: Writer = 'nobody'): Step => ({
  do: 'press',
  task: 0,
  meanwhile,
  pause: ms,
});
const reload = (ms: number): Step => ({ do: 'reload', pause: ms });
const ends: Step = { do: 'endsElsewhere', task: 0, pause: 1_000 };
const writes = (where: 'elsewhere' | 'ours', ms = 1_000): Step => ({
  do: 'write',
  task: 0,
  where,
  pause: ms,
});
const ANSWERS: readonly Step[] = [
  answer('outcome', 'no-sale'),
  answer('topics', ['billing', 'delivery']),
  answer('note', 'N-1'),
];
const LONG_MS = 20_000;

const atCapture = (bad: Step): readonly Step[] => [
  bad,
  ...ANSWERS,
  FAIR,
  pause(1_500),
  wrapUp(3_000),
  press(LONG_MS),
];
const atFlush = (bad: Step): readonly Step[] => [
  ...ANSWERS,
  pause(1_500),
  bad,
  wrapUp(LONG_MS),
  FAIR,
  press(60_000),
];
const atRestore = (bad: Step): readonly Step[] => [
  ...ANSWERS,
  pause(1_500),
  bad,
  wrapUp(50),
  reload(LONG_MS),
  FAIR,
  press(60_000),
];

const cell =
  (way: CellFacts['way']) =>
  (fault: string, moment: Moment, ends: Ending, steps: readonly Step[]): SimulatedCell => ({
    fault,
    moment,
    way,
    layer: 'simulation',
    ends,
    steps,
  });
const overSdk = cell('SDK');
const overFunctions = cell('Functions');

export const SIMULATED_CELLS: readonly SimulatedCell[] = [
  overSdk('offline', 'capture', 'saved', atCapture(OFFLINE)),
  overSdk('offline', 'flush at wrap-up', 'told, then saved', atFlush(OFFLINE)),
  overSdk('offline', 'restore', 'told, then saved', atRestore(OFFLINE)),
  overSdk('lost answer', 'restore', 'told, then saved', atRestore(BAD('lost'))),
  overFunctions('lost answer', 'restore', 'told, then saved', atRestore(BAD('lost'))),
  overSdk('hang', 'flush at wrap-up', 'told, then saved', atFlush(BAD('hangs'))),
  overSdk('hang', 'restore', 'told, then saved', atRestore(BAD('hangs'))),
  overSdk('412 storm', 'flush at wrap-up', 'told, then saved', atFlush(BAD('stale'))),
  overSdk('412 storm', 'restore', 'told, then saved', atRestore(BAD('stale'))),
  overSdk('429', 'flush at wrap-up', 'told, then saved', atFlush(BAD('busy'))),
  overSdk('429', 'restore', 'told, then saved', atRestore(BAD('busy'))),
  overSdk('500', 'flush at wrap-up', 'told, then saved', atFlush(BAD('refused'))),
  overSdk('500', 'restore', 'told, then saved', atRestore(BAD('refused'))),
  overSdk('reload', 'capture', 'saved', [
    ...ANSWERS,
    pause(1_500),
    reload(1_000),
    wrapUp(3_000),
    press(LONG_MS),
  ]),
  overSdk('reload', 'flush at wrap-up', 'saved', [
    ...ANSWERS,
    pause(1_500),
    wrapUp(30),
    reload(3_000),
    press(LONG_MS),
  ]),
  overFunctions('reload', 'save at Complete', 'saved', [
    ...ANSWERS,
    pause(1_500),
    wrapUp(3_000),
    press(30),
    reload(3_000),
    press(LONG_MS),
  ]),
  overSdk('foreign key changed', 'capture', 'saved', [
    ...ANSWERS,
    writes('elsewhere', 1_500),
    wrapUp(3_000),
    press(LONG_MS),
  ]),
  overSdk('foreign key changed', 'flush at wrap-up', 'saved', [
    ...ANSWERS,
    pause(1_500),
    wrapUp(40),
    writes('elsewhere', 3_000),
    press(LONG_MS),
  ]),
  overSdk('our key changed', 'capture', 'saved', [
    ...ANSWERS,
    writes('ours', 1_500),
    wrapUp(3_000),
    press(LONG_MS),
  ]),
  overFunctions('our key changed', 'save at Complete', 'saved', [
    ...ANSWERS,
    pause(1_500),
    wrapUp(3_000),
    writes('ours', 20),
    press(LONG_MS),
  ]),
  overSdk('publish during capture', 'save at Complete', 'saved', [
    ...ANSWERS,
    pause(1_500),
    wrapUp(3_000),
    { do: 'publish', content: 'same', pause: 0 },
    press(LONG_MS),
  ]),
  overSdk('publish during capture', 'restore', 'saved', [
    ...ANSWERS,
    pause(1_500),
    { do: 'publish', content: 'same', pause: 0 },
    reload(1_500),
    wrapUp(3_000),
    press(LONG_MS),
  ]),
  overSdk('outside completion', 'capture', 'told', [...ANSWERS, pause(1_500), ends]),
  overSdk('outside completion', 'flush at wrap-up', 'told', [
    ...ANSWERS,
    pause(1_500),
    OFFLINE,
    wrapUp(LONG_MS),
    ends,
  ]),
  overSdk('other plugin writes', 'save at Complete', 'saved', [
    ...ANSWERS,
    pause(1_500),
    wrapUp(3_000),
    press(LONG_MS, 'ours'),
  ]),
  overFunctions('other plugin writes', 'save at Complete', 'saved', [
    ...ANSWERS,
    pause(1_500),
    wrapUp(3_000),
    press(LONG_MS, 'ours'),
  ]),
];

export const lifeOf = ({ way, steps }: SimulatedCell): Life => ({
  seed: 1,
  functions: way === 'Functions',
  wayOut: false,
  steps,
});

/** How it went, in the words of a cell. */
export const endingOf = ({ counts }: Told): Ending => {
  if (counts['told']) return 'told';
  const stops = ['save-failed', 'stopped because of save', 'stopped because of queue'];
  return stops.some((what) => counts[what]) ? 'told, then saved' : 'saved';
};

/** The invariants of the simulation, by the judgements of a cell. */
export const judgeLife = ({ violations }: Told): Judgement => {
  const has = (...texts: readonly string[]): boolean =>
    violations.some((violation) => texts.some((text) => violation.includes(text)));
  return {
    lost: has('completed, but', 'ended without a word', 'was not restored'),
    foreign: has('attributes were changed'),
    silent: has('completed without what is required'),
    stuck: has('stuck', 'got no answer'),
  };
};
