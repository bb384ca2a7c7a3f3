import type { Court } from './court';
import { emptyKeys, isSetInPlace, type Leg, type Press } from './hands';
import { isPartial, judgeMark } from './judgeTime';
import { isOverwritten } from './judgeWrites';
import { conversationsOf, MEASURE, recordedAs, type FieldId, type Meaning } from './recorded';

export interface End {
  /** The press on Complete that led to it; null: something outside this browser. */
  readonly press: Press | null;
  readonly tookWayOut: boolean;
  /** Whether the agent was told that answers are not on the task. */
  readonly told: boolean;
  /** Whether an answer is on the list of those that are not. */
  readonly isNamed: (field: FieldId, value: Meaning) => boolean;
  /** Whether the page has had the time to bring back what was answered. */
  readonly isSettled: boolean;
}

/** Between two tabs an answer takes a moment. */
export const BETWEEN_TABS_MS = 10;

const changedSince = ({ changed }: Leg, { went, page }: Press): boolean =>
  changed !== null &&
  went !== null &&
  (changed.order > went.order || (changed.page !== page && changed.at > went.at - BETWEEN_TABS_MS));

/** What stands where an agent answered nothing, and is another leg's. */
const judgeOthers = (leg: Leg, press: Press, looked: number, court: Court): void => {
  const { task } = leg;
  const recorded = conversationsOf(task.text);
  for (const key of emptyKeys(leg)) {
    const written = task.wrote.get(key);
    const other = written?.leg;
    // What was there before anybody answered is everybody's (order 0).
    if (!other || other === leg || other.mayBeUnmarked || written.order === 0) continue;
    // The same was set here when the time was over.
    if (leg.timeOver && leg.everMeant.has(`${key}=${String(recorded[key])}`)) continue;
    if (recorded[key] === undefined || written.order > looked) continue;
    const { ended } = other;
    const isLeft =
      ended !== null &&
      ended.order < press.since &&
      written.order < ended.order &&
      // docs/guarantees.md: over the SDK a leg counts as there that did not complete through Debrief and the SDK.
      (!press.page.usesSdk || ended.overSdk);
    const what = `${key} of ${other.reservationSid} is on ${task.text}`;
    if (isLeft) court.complain(task, `completed with what an ended leg had left: ${what}`);
    else if (key === 'outcome' && !isPartial(leg, key)) {
      court.complain(task, `completed without what is required: ${what}`);
    } else if (key === MEASURE && ended === null && other.presses.size === 0) {
      court.complain(task, `completed with a measure of a leg that is still there: ${what}`);
    } else court.count('another leg showed through');
  }
};

/** The way out by a reason is marked, names what is missing, and replaces nothing. */
const judgeWayOut = (leg: Leg, { page, byReason, ...press }: Press, court: Court): void => {
  const { task, reservationSid } = leg;
  if (byReason?.saved !== 'yes') return court.count('by a reason, and not saved');
  court.count('by a reason, and saved');
  const all = JSON.parse(task.text) as { debrief_way_out?: Record<string, WayOutMark> };
  const mark = all.debrief_way_out?.[reservationSid];
  const what = `of ${reservationSid}: ${task.text}`;
  if (!mark || mark.reason !== byReason.reason)
    return court.complain(task, `no mark of the way out ${what}`);
  const { outcome } = conversationsOf(task.text);
  const looked = page.lookedAt.get(reservationSid) ?? 0;
  if (isOverwritten(task, 'outcome', page, looked)) return;
  // What the second look finds is put right if that save gets through: it holds nobody.
  const writer = task.wrote.get('outcome')?.leg;
  if (writer && writer !== leg) return;
  if (outcome === undefined && !mark.missing?.includes('outcome')) {
    court.complain(task, `the mark does not say what is missing ${what}`);
  }
  if (mark.default === undefined) return;
  court.count('given the default of the way out');
  const isNewer = leg.changed !== null && leg.changed.order > press.since;
  // An option that is offered no more may have come from another program.
  const isAnswered =
    (leg.meant.get('outcome')?.value ?? null) !== null && !press.problems.includes('outcome');
  if (outcome !== 'No sale' || (isAnswered && !isNewer)) {
    court.complain(task, `the default of the way out is not what it says ${what}`);
  }
};

interface WayOutMark {
  readonly reason: unknown;
  readonly default?: string;
  readonly missing?: readonly string[];
}

/** What the record of a reservation has to say at its end. */
export const judgeEnd = (
  leg: Leg,
  { press, tookWayOut, told, isNamed, isSettled }: End,
  court: Court,
): void => {
  const { task } = leg;
  const recorded = conversationsOf(task.text);
  const looked = press?.page.lookedAt.get(leg.reservationSid) ?? 0;
  const wasOverwritten = (key: string): boolean =>
    press !== null && isOverwritten(task, key, press.page, looked);
  /** docs/guarantees.md: what a leg that is still there wrote shows through where this one is empty. */
  const showsThrough = (key: string): boolean => {
    const written = task.wrote.get(key);
    // A way out waits for no look at who is still there.
    if (tookWayOut && task.legs.length > 1) return true;
    return [written?.leg, ...(written?.also ?? [])].some((other) => other && other !== leg);
  };
  const isWrong = ([key, want]: [string, unknown]): boolean =>
    recorded[key] !== want && !wasOverwritten(key) && !(want === undefined && showsThrough(key));
  const isSet = isSetInPlace(leg, task.text);
  const wrong = [...leg.meant].flatMap(([field, { value }]) =>
    Object.entries(recordedAs(field, value)).some(isWrong) && !(isSet && field === 'outcome')
      ? [field]
      : [],
  );
  const unnamed = wrong.filter((field) => !isNamed(field, leg.meant.get(field)!.value));
  if (Object.keys(recorded).some(wasOverwritten)) court.count('overwritten after our last look');

  const what = `${wrong.join()} of ${JSON.stringify([...leg.meant])} is not on ${task.text}`;
  if (press && !tookWayOut) {
    const isChanged = changedSince(leg, press);
    const unsaid = wrong.filter((field) =>
      leg.timeOver || !press.fields.includes(field) ? unnamed.includes(field) : true,
    );
    // docs/guarantees.md: a call that has hung may arrive when the task is let through.
    const since = press.went?.order ?? Infinity;
    const isLate = (field: FieldId): boolean =>
      Object.keys(recordedAs(field, null)).some((key) => (task.wrote.get(key)?.order ?? 0) > since);
    const isTold = told && (isChanged || unsaid.every(isLate));
    // What was typed right before the page was loaded anew may have died with it.
    if (unsaid.length > 0 && !isTold && !(isChanged && !isSettled)) {
      court.complain(task, `completed, but ${what}`);
    }
    judgeMark(leg, press, court);
    const isOpen = ([key]: [string, unknown]): boolean =>
      recorded[key] === undefined && !wasOverwritten(key);
    for (const field of press.required) {
      if (!Object.entries(recordedAs(field, null)).some(isOpen)) continue;
      if (isPartial(leg, field)) court.count('completed in part, and marked');
      else court.complain(task, `completed without ${field}, which is required: ${task.text}`);
    }
    if (press.required.includes('note')) court.count('completed with what a newer form asks for');
    if (!isChanged) judgeOthers(leg, press, looked, court);
  }
  if (!press && isSettled && !tookWayOut && wrong.length > 0 && !told) {
    court.complain(task, `ended without a word, but ${what}`);
  }
  if ((told || tookWayOut) && isSettled && unnamed.length > 0) {
    court.complain(task, `${unnamed.join()} is not listed, but ${what}`);
  }
  if (press?.byReason) judgeWayOut(leg, press, court);
  if (tookWayOut && wrong.length > 0) court.count('left behind by the way out, and listed');
};
