import { MOMENTS, type CellFacts, type Moment } from './cell';

/** What can go wrong outside of Debrief. */
export const FAULTS = [
  'offline',
  'lost answer',
  'hang',
  '412',
  '412 storm',
  '429',
  '500',
  'duplicate',
  'reordered',
  'socket drop',
  'reload',
  'tab kill',
  'browser kill',
  'second tab',
  'foreign key changed',
  'our key changed',
  'publish during capture',
  'archived option',
  'outside completion',
  'cancel',
  'storage full',
  'clock jump',
  'sleeping tab',
  'other plugin throws',
  'other plugin aborts',
  'other plugin hangs',
  'other plugin writes',
  'other plugin replaces',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Faults that cannot strike at a moment, and why. */
interface LeftOut {
  readonly faults: readonly Fault[];
  readonly moment: Moment;
  readonly because: string;
}

export const LEFT_OUT: readonly LeftOut[] = [
  {
    faults: ['412', '412 storm'],
    moment: 'capture',
    because:
      'What is sent while the agent answers are drafts for another machine, and those carry no version that could be stale.',
  },
  {
    faults: ['other plugin aborts', 'other plugin hangs', 'other plugin replaces'],
    moment: 'capture',
    because:
      'Answering runs none of Flex’s actions, so there is nothing to abort, to hold up or to replace.',
  },
  {
    faults: ['other plugin aborts', 'other plugin replaces'],
    moment: 'flush at wrap-up',
    because:
      'The save follows an event, which cannot be aborted or replaced; what another plugin does to an action is over by then.',
  },
  {
    faults: ['other plugin aborts', 'other plugin hangs', 'other plugin replaces'],
    moment: 'restore',
    because:
      'Answers are brought back from the disk without any of Flex’s actions, and without waiting for an event that others hear.',
  },
];

const pairOf = ({ fault, moment }: Pick<CellFacts, 'fault' | 'moment'>): string =>
  `${fault} · ${moment}`;

/** Pairs of a fault and a moment that have neither a cell nor a reason, or both. */
export const unsettled = (
  cells: readonly CellFacts[],
  leftOut: readonly LeftOut[] = LEFT_OUT,
): readonly string[] => {
  const shown = new Set(cells.map(pairOf));
  const excused = new Set(
    leftOut.flatMap(({ faults, moment }) => faults.map((fault) => pairOf({ fault, moment }))),
  );
  return FAULTS.flatMap((fault) => MOMENTS.map((moment) => pairOf({ fault, moment }))).filter(
    (pair) => shown.has(pair) === excused.has(pair),
  );
};

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

export const leftOutTable = (): string =>
  [
    line(['not among them', 'at', 'for']),
    line(['---', '---', '---']),
    ...LEFT_OUT.map(({ faults, moment, because }) => line([faults.join(', '), moment, because])),
  ].join('\n');
