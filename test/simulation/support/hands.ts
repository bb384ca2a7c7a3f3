import type { AnswerValue } from '../../../src/core/capture/types';
import type { Desk } from './desk';
import { OWN_KEYS, recordedAs, type FieldId, type Meaning } from './recorded';
import type { SimLeg, SimPage, SimTask } from './stormyTaskRouter';

/** A press on Complete, the last one on its page. */
export interface Press {
  readonly page: Page;
  /** In the order of things, and in milliseconds. */
  readonly since: number;
  readonly at: number;
  isUnderWay: boolean;
  /** What the form on that page had, and asked for, when it was let through. */
  fields: readonly FieldId[];
  required: readonly FieldId[];
  /** Fields that could not be stored as they were then. */
  problems: readonly FieldId[];
  /** When it was let through: in the order of things, and in milliseconds. */
  went: Moment | null;
  tookWayOut: boolean;
  /** The agent wishes to complete by a way out. */
  readonly byWish: boolean;
  /** The page itself has pressed, for the time was over. */
  readonly atTimeout: boolean;
  /** The way out by a reason, as the page has logged it. */
  byReason: { readonly reason: unknown; readonly saved: unknown } | null;
}

export interface Moment {
  readonly order: number;
  readonly at: number;
}

/** One of an agent's tabs. */
export interface Page extends SimPage {
  readonly desk: Desk;
  readonly openedAt: number;
}

/** Who wrote last at a key of ours: a leg through one of its pages, or another program. */
export interface Written {
  readonly leg: Leg | null;
  readonly page: SimPage | null;
  readonly order: number;
  /** Legs that have written since, and found there what they meant. */
  readonly also: Set<Leg>;
}

export interface Task extends SimTask {
  readonly n: number;
  readonly legs: Leg[];
  /** What other programs have written: root keys, and keys of `conversations`. */
  readonly foreign: Map<string, number>;
  /** By key under `conversations`. */
  readonly wrote: Map<string, Written>;
  transferredAt: number;
}

/** One agent's part in a task. */
export interface Leg extends SimLeg {
  readonly task: Task;
  /** By field: what the agent meant last. What undo gave back to the task is not followed. */
  readonly meant: Map<FieldId, { readonly value: Meaning; readonly at: number }>;
  /** Fields answered in two tabs that did not know of each other yet: which answer counts is seen afterwards. */
  readonly doubtful: Set<FieldId>;
  /** All that the agent has ever meant, as keys under `conversations` with their values. */
  readonly everMeant: Set<string>;
  readonly presses: Map<Page, Press>;
  /** When it was opened in a page last. */
  takenUpAt: number;
  /** Its page was loaded anew right after the transfer, of which Flex then tells no more. */
  mayNotKnow: boolean;
  /** So it wrote without saying that it did, for over the SDK nobody else could tell it. */
  mayBeUnmarked: boolean;
  /** When the agent logged out or changed their activity last. */
  leftAt: number;
  /** How often Complete was refused, by the page that it was pressed in. */
  readonly refused: Map<Page, number>;
  /** Outcomes of other programs that the agent has answered over, or decided about. */
  readonly knows: Set<unknown>;
  /** When wrap-up began, by Twilio's clock. */
  wrappedAt: number;
  /** When more time was taken, and it is known that this is kept. */
  moreTime: readonly number[];
  /** How often it was taken. */
  moreTimes: number;
  /** What a page has logged of the end of its time. */
  timeOver: { readonly did: unknown; readonly at: number } | null;
  /** It ended while the agent was away: what the task said then. */
  unseen: string | null;
  /** How often it has replaced the attributes, and how many reasons it had for it. */
  wrote: number;
  reasons: number;
  /** The last gesture. */
  changed: (Moment & { readonly page: Page }) | null;
  /** `overSdk`: through the gate, and nothing of it went through the Functions. */
  ended: { readonly order: number; readonly overSdk: boolean } | null;
}

const sid = (prefix: string, n: number): string => prefix + n.toString(16).padStart(32, '0');

export const workerSidOf = (agent: number): string => sid('WK', agent + 1);

export const addLeg = (task: Task, agent: number): Leg => {
  const leg: Leg = {
    task,
    reservationSid: sid('WR', 16 * agent + task.n),
    workerSid: workerSidOf(agent),
    status: 'accepted',
    meant: new Map(),
    doubtful: new Set(),
    everMeant: new Set(),
    presses: new Map(),
    takenUpAt: -Infinity,
    mayNotKnow: false,
    mayBeUnmarked: false,
    leftAt: -Infinity,
    refused: new Map(),
    knows: new Set(),
    wrappedAt: 0,
    moreTime: [],
    moreTimes: 0,
    timeOver: null,
    unseen: null,
    wrote: 0,
    reasons: 0,
    changed: null,
    ended: null,
  };
  task.legs.push(leg);
  return leg;
};

export const createTask = (n: number): Task => {
  const before =
    n === 1 ? { conversation_id: 'c1', outcome: 'Sale' } : { conversation_id: `c${n}` };
  const task: Task = {
    n,
    taskSid: sid('WT', n),
    text: JSON.stringify({ call_sid: `CA${n}`, conversations: before, gone: null }),
    version: 1,
    legs: [],
    foreign: new Map(),
    wrote: new Map(),
    transferredAt: -Infinity,
  };
  addLeg(task, 0);
  return task;
};

export const isOver = (leg: Leg): boolean => leg.status === 'ended';

const meaningOf = (value: AnswerValue | null): Meaning | undefined => {
  switch (value?.kind) {
    case undefined:
      return null;
    case 'choice':
      return value.code;
    case 'choices':
      return value.codes;
    case 'text':
    case 'number':
      return value.text;
    default:
      return undefined;
  }
};

/** What the agent sees as their own answer; undefined: none of theirs. */
export const shownAt = (page: Page, leg: Leg, field: FieldId): Meaning | undefined => {
  const answer = page.desk.session(leg.reservationSid)?.capture.answers[field];
  return answer?.origin === 'agent' ? meaningOf(answer.value) : undefined;
};

const fieldsOn = (page: Page, leg: Leg) =>
  page.desk.session(leg.reservationSid)?.form.sections.flatMap(({ fields }) => fields) ?? [];

export const fieldIdsOn = (page: Page, leg: Leg): readonly FieldId[] =>
  fieldsOn(page, leg).map(({ id }) => id as FieldId);

export const requiredOn = (page: Page, leg: Leg): readonly FieldId[] =>
  fieldsOn(page, leg).flatMap((field) =>
    'required' in field && field.required ? [field.id as FieldId] : [],
  );

export const problemsOn = (page: Page, leg: Leg): readonly FieldId[] =>
  page.desk.session(leg.reservationSid)?.problems.map(({ field }) => field as FieldId) ?? [];

/** Whether the form in front has a field for this answer, and offers it. */
export const isOffered = (page: Page, leg: Leg, field: FieldId, value: Meaning): boolean => {
  const session = page.desk.session(leg.reservationSid);
  if (!session || !fieldsOn(page, leg).some(({ id }) => id === field)) return false;
  const isArchived = session.catalog.picklists.some(({ options }) =>
    options.some(({ code, archived = false }) => archived && code === value),
  );
  return field !== 'outcome' || !isArchived;
};

/** Whether the agent is named this answer as one that is not on the task. */
export const isNamed = (
  pages: readonly Page[],
  { reservationSid }: Leg,
  field: FieldId,
  value: Meaning,
): boolean =>
  pages.some(({ desk }) =>
    desk
      .asides(reservationSid)
      .some(
        ({ values }) =>
          field in values && isSame(meaningOf(values[field] as AnswerValue | null), value),
      ),
  );

export const isSame = (shown: Meaning | undefined, meant: Meaning): boolean =>
  shown !== undefined && JSON.stringify(shown) === JSON.stringify(meant);

export const mean = (leg: Leg, field: FieldId, value: Meaning, at: number): void => {
  leg.meant.set(field, { value, at });
  leg.doubtful.delete(field);
  for (const [key, want] of Object.entries(recordedAs(field, value))) {
    leg.everMeant.add(`${key}=${String(want)}`);
  }
};

/** The agent looks, and means what is there. */
export const follow = (page: Page, leg: Leg, field: FieldId, at: number): void => {
  const shown = shownAt(page, leg, field);
  if (shown === undefined) leg.meant.delete(field);
  else mean(leg, field, shown, at);
};

/** Whether the task says that its outcome was set in the place of this leg's answer, which it has none of. */
export const isSetInPlace = ({ reservationSid, meant }: Leg, text: string): boolean => {
  const all = JSON.parse(text) as {
    debrief_way_out?: Record<string, { readonly default?: string } | undefined>;
  };
  const isLacking = (meant.get('outcome')?.value ?? null) === null;
  return isLacking && all.debrief_way_out?.[reservationSid]?.default === 'outcome';
};

/** By key under `conversations`: what the agent means to stand there; keys of no answer are absent. */
export const meantKeys = (leg: Leg): ReadonlyMap<string, unknown> =>
  new Map([...leg.meant].flatMap(([field, { value }]) => Object.entries(recordedAs(field, value))));

/** Keys under `conversations` at which the agent means nothing to stand. */
export const emptyKeys = (leg: Leg): readonly string[] => {
  const meant = meantKeys(leg);
  const doubtful = [...leg.doubtful].flatMap((field) => Object.keys(recordedAs(field, null)));
  return OWN_KEYS.filter((key) => meant.get(key) === undefined && !doubtful.includes(key));
};
