import type { CallFault, EventFault, Fault } from '../control/api';
import { EVENT_NAMES, type EventName } from '../edges/eventNames';
import { OPERATIONS, type OperationName } from '../edges/operations';
import { isAboutATask, placeOf } from '../faults/faultPlaces';
import type { SelectOption } from './SelectField';

interface Amount {
  readonly label: string;
  readonly initial: number;
}

interface Choice {
  readonly value: string;
  readonly name: string;
  readonly amount?: Amount;
}

interface CallChoice extends Choice {
  /** A socket can fail to open like that, too. */
  readonly atSockets?: true;
  /** Its amount is how many calls pass before. */
  readonly passes?: true;
  readonly kind: (amount: number) => CallFault;
}

interface EventChoice extends Choice {
  readonly kind: (amount: number) => EventFault;
}

const MS = 1000;

/** What another program may write onto a task. */
export const OTHER_WRITES = {
  theirs: { 'crm.status': 'set by another program' },
  ours: { 'conversations.outcome': 'Set by another program' },
} as const;

const CALL_CHOICES: readonly CallChoice[] = [
  {
    value: '500',
    name: 'Fails: 500',
    atSockets: true,
    kind: () => ({ type: 'status', status: 500 }),
  },
  {
    value: 'dies',
    name: 'Dies halfway: 500',
    amount: { label: 'Calls that pass before', initial: 10 },
    passes: true,
    kind: () => ({ type: 'status', status: 500 }),
  },
  {
    value: '429',
    name: 'Too many requests: 429',
    amount: { label: 'Retry after (seconds)', initial: 1 },
    kind: (retryAfterSeconds) => ({ type: 'status', status: 429, retryAfterSeconds }),
  },
  { value: '412', name: 'Version is stale: 412', kind: () => ({ type: 'status', status: 412 }) },
  {
    value: '504',
    name: 'Gives up late: 504',
    amount: { label: 'After (seconds)', initial: 10 },
    kind: (seconds) => ({ type: 'status', status: 504, afterMs: seconds * MS }),
  },
  { value: 'hang', name: 'Is never answered', atSockets: true, kind: () => ({ type: 'hang' }) },
  {
    value: 'late-answer',
    name: 'Is done, and answered late',
    amount: { label: 'Late by (seconds)', initial: 5 },
    kind: (seconds) => ({ type: 'delay', ms: seconds * MS, of: 'answer' }),
  },
  {
    value: 'late-call',
    name: 'Is done late',
    amount: { label: 'Late by (seconds)', initial: 5 },
    kind: (seconds) => ({ type: 'delay', ms: seconds * MS, of: 'call' }),
  },
  {
    value: 'lost-answer',
    name: 'Is done, its answer lost',
    kind: () => ({ type: 'lost-answer' }),
  },
  {
    value: 'dropped',
    name: 'Connection breaks first',
    atSockets: true,
    kind: () => ({ type: 'dropped' }),
  },
  { value: 'html-502', name: 'An HTML page: 502', kind: () => ({ type: 'html', status: 502 }) },
  {
    value: 'html-200',
    name: 'An HTML sign-in page: 200',
    kind: () => ({ type: 'html', status: 200 }),
  },
  {
    value: 'other-foreign',
    name: 'Another writer comes first, on a key of theirs',
    kind: () => ({ type: 'other-writer', set: OTHER_WRITES.theirs }),
  },
  {
    value: 'other-own',
    name: 'Another writer comes first, on a key of ours',
    kind: () => ({ type: 'other-writer', set: OTHER_WRITES.ours }),
  },
];

const EVENT_CHOICES: readonly EventChoice[] = [
  { value: 'event-lost', name: 'Is lost', kind: () => ({ type: 'lost' }) },
  { value: 'event-duplicated', name: 'Comes twice', kind: () => ({ type: 'duplicated' }) },
  { value: 'event-reordered', name: 'Comes after the next', kind: () => ({ type: 'reordered' }) },
  {
    value: 'event-late',
    name: 'Comes late',
    amount: { label: 'Late by (seconds)', initial: 5 },
    kind: (seconds) => ({ type: 'delay', ms: seconds * MS }),
  },
  {
    value: 'event-dropped',
    name: 'Is lost with its socket',
    amount: { label: 'New sockets refused for (seconds)', initial: 5 },
    kind: (refuseSeconds) => ({ type: 'dropped', refuseSeconds }),
  },
];

type FaultChoice = CallChoice | EventChoice;

const choices: readonly FaultChoice[] = [...CALL_CHOICES, ...EVENT_CHOICES];
const isEventChoice = (choice: FaultChoice): choice is EventChoice =>
  EVENT_CHOICES.includes(choice as EventChoice);

export const FAULT_OPTIONS: readonly SelectOption<string>[] = [
  ...CALL_CHOICES.map(({ value, name }) => ({ value, name, group: 'A call' })),
  ...EVENT_CHOICES.map(({ value, name }) => ({ value, name, group: "One of TaskRouter's events" })),
];

export const choiceOf = (value: string): FaultChoice =>
  choices.find((choice) => choice.value === value) ?? CALL_CHOICES[0]!;

/** Many calls at once. */
const MANY_NAMES: Readonly<Record<string, string>> = {
  'api.sync.*': 'Every call of Sync over REST',
};

/** The places where most goes wrong, in words; all others by their name in PARITY.md. */
const PLACE_NAMES: Readonly<Partial<Record<OperationName, string>>> = {
  'task.update': 'Write of a task',
  'task.fetch': 'Read of a task',
  'reservation.update': 'Change of a reservation',
  'reservation.list': 'Reservations, at a new connection',
  'functions.call': 'Call of the Function that saves',
  'functions.catalog': 'Call of the Function of the catalog',
  'events.connect': 'Socket of events',
};

const ANY_EVENT = 'any';

/** Where a choice can go wrong: calls by operation, events by their name. */
export const placesOf = (choice: FaultChoice): readonly SelectOption<string>[] => {
  if (isEventChoice(choice)) {
    return [
      { value: ANY_EVENT, name: 'Any event' },
      ...EVENT_NAMES.map((name) => ({ value: name, name })),
    ];
  }
  const isOtherWriter = choice.kind(0).type === 'other-writer';
  const operations = (Object.keys(OPERATIONS) as OperationName[]).filter((operation) => {
    if (isOtherWriter) return isAboutATask(operation);
    const place = placeOf(operation);
    return place === 'call' || (place === 'connection' && choice.atSockets);
  });
  const named = operations.filter((operation) => operation in PLACE_NAMES);
  const others = operations.filter((operation) => !(operation in PLACE_NAMES));
  return [
    ...named.map((value) => ({ value, name: PLACE_NAMES[value] ?? value })),
    ...(isOtherWriter ? [] : Object.entries(MANY_NAMES).map(([value, name]) => ({ value, name }))),
    ...others.map((value) => ({ value, name: value, group: 'Other operations' })),
  ];
};

/** What the sandbox is asked for. */
export const faultAt = (choice: FaultChoice, place: string, amount: number): Fault => {
  if (!isEventChoice(choice)) {
    const passes = choice.passes ? { after: amount } : {};
    return { operation: place, kind: choice.kind(amount), ...passes };
  }
  const kind = choice.kind(amount);
  const event = place === ANY_EVENT ? {} : { event: place as EventName };
  return { operation: 'events.push', kind: { ...kind, ...event } };
};

/** What makes two kinds one choice: all but the amount, and the event it is about. */
const keyOf = (kind: Fault['kind']): string => {
  const { type, status, of, set } = kind as Partial<Record<string, unknown>>;
  return JSON.stringify({ type, status, of, set });
};

const secondsOf = (kind: Fault['kind']): number | undefined => {
  if ('ms' in kind) return kind.ms / MS;
  if ('afterMs' in kind && kind.afterMs !== undefined) return kind.afterMs / MS;
  if ('retryAfterSeconds' in kind) return kind.retryAfterSeconds;
  return 'refuseSeconds' in kind ? kind.refuseSeconds : undefined;
};

/** What goes wrong, in words; what was ordered over HTTP may be none of the choices. */
export const faultName = ({ operation, kind, after = 0 }: Fault): string => {
  const known: readonly FaultChoice[] = operation === 'events.push' ? EVENT_CHOICES : CALL_CHOICES;
  const chosen = known.find(
    (choice) =>
      ('passes' in choice && choice.passes === true) === after > 0 &&
      keyOf(choice.kind(1)) === keyOf(kind),
  );
  const name = chosen?.name ?? kind.type;
  const seconds = secondsOf(kind);
  return seconds === undefined ? name : `${name}, ${seconds} s`;
};

/** Where it goes wrong, in words. */
export const faultPlace = ({ operation, kind }: Fault): string => {
  if (operation === 'events.push') return 'event' in kind && kind.event ? kind.event : 'Any event';
  return PLACE_NAMES[operation as OperationName] ?? MANY_NAMES[operation] ?? operation;
};
