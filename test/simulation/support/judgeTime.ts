import type { Agent } from './agent';
import type { Court } from './court';
import { isNamed, isOver, isSame, shownAt, type Leg, type Page, type Press } from './hands';
import { DISK_LIMIT_MS } from './judgeTabs';
import { conversationsOf } from './recorded';
import type { VirtualClock } from './VirtualClock';
import { WRAP_UP } from './world';

/** Twilio's dates are whole seconds, and an event takes its time. */
const WITHIN_MS = 3_000;
/** A look each five seconds, and the service is asked for its time before. */
const LATE_MS = 30_000;

/** Where another tab was about to complete. */
const TURNS_MS = 10_000;

interface WrapUpMark {
  readonly timeout?: string;
  readonly lacking?: readonly string[];
  readonly extensions?: number;
}

const markOf = (leg: Leg): WrapUpMark | undefined =>
  (JSON.parse(leg.task.text) as { debrief_wrap_up?: WrapUpMark }).debrief_wrap_up;

const endOf = ({ wrappedAt, moreTime }: Leg): number =>
  wrappedAt + 1_000 * (WRAP_UP.time + WRAP_UP.more * moreTime.length);

/** Completed with less than is required, because the time was over, which the task says. */
export const isPartial = (leg: Leg, without: string): boolean => {
  // Another leg that completes at the same time says of its own wrap-up what it says.
  if (leg.task.legs.length > 1 && leg.timeOver?.did === 'partial') return true;
  const mark = markOf(leg);
  return mark?.timeout === 'partial' && mark.lacking?.includes(without) === true;
};

/** A page is closed: of time that was taken right before nobody knows. */
export const forgetNewTime = (agent: Agent, now: number): void => {
  for (const leg of agent.legs) {
    leg.moreTime = leg.moreTime.filter((at) => at < now - DISK_LIMIT_MS);
  }
};

interface TimeOver {
  readonly leg: Leg;
  readonly page: Page;
  readonly agent: Agent;
  readonly did: unknown;
  /** Two tabs do not know of each other yet: what was answered in one may not be in this one. */
  readonly isJoining: boolean;
}

/** The time is over on a page, by its own word, which is about to do `did`. */
export const judgeTimeOver = async (
  { leg, page, agent, did, isJoining }: TimeOver,
  { court, clock, policy }: { court: Court; clock: VirtualClock; policy: string | undefined },
): Promise<void> => {
  const { task, reservationSid } = leg;
  court.count(`the time was over: ${String(did)}`);
  leg.timeOver = { did, at: clock.now() };
  leg.reasons += 1;
  if (did === 'default') leg.everMeant.add('outcome=No sale');
  if (did !== 'hold' && did !== policy)
    court.complain(task, `the end of the time did ${String(did)}`);
  // Another computer's clock is an hour ahead, and nobody may have said so yet.
  const knows = agent.now() === clock.now();
  if (knows && clock.now() < endOf(leg) - WITHIN_MS) court.complain(task, 'the time ended early');
  const before = [...leg.meant];
  await clock.wait(0);
  if (!page.desk.isOpen() || !page.desk.session(reservationSid)) return;
  for (const [field, { value, at }] of before) {
    if (leg.meant.get(field)?.at !== at || isSame(shownAt(page, leg, field), value)) continue;
    const isGiven = value !== null || field !== 'outcome';
    if (isNamed([page], leg, field, value)) court.count('taken out at the end, and listed');
    else if (isGiven && isJoining) continue;
    else if (isGiven) {
      court.complain(task, `the end of the time replaced ${field}: ${JSON.stringify(value)}`);
    }
    leg.meant.delete(field);
  }
};

/** While nothing else is to be done, the end of the time comes. */
export const lookAtTime = (agent: Agent, now: number, court: Court): void => {
  if (agent.now() !== now) return;
  for (const leg of agent.legs) {
    if (isOver(leg) || leg.status !== 'wrapping' || now < endOf(leg) + LATE_MS) continue;
    for (const { desk, openedAt } of agent.pages()) {
      if (now < openedAt + LATE_MS) continue;
      const isRunning = (): boolean => {
        const session = desk.isOpen() ? desk.session(leg.reservationSid) : undefined;
        return session?.follows === false && session.wrapUp?.state === 'running';
      };
      // A tab that has the turn since just now looks within five seconds.
      void court.insist(leg, TURNS_MS, 'the time did not end', isRunning);
    }
  }
};

/** What the task says of the wrap-up of a leg that was alone with it. */
export const judgeMark = (leg: Leg, { atTimeout, at }: Press, court: Court): void => {
  const { task, timeOver, moreTime, moreTimes } = leg;
  if (task.legs.length > 1) return;
  const mark = markOf(leg);
  const what = `${JSON.stringify(mark)} on ${task.text}`;
  if (!timeOver && mark?.timeout) court.complain(task, `marked as over, and was not: ${what}`);
  if (atTimeout && timeOver) {
    court.count(`completed by the end of the time: ${String(timeOver.did)}`);
    if (mark?.timeout !== timeOver.did) court.complain(task, `not marked as over: ${what}`);
    const isSet = !leg.meant.has('outcome') && conversationsOf(task.text)['outcome'] === 'No sale';
    if (isSet) court.count('set by the end of the time, and marked');
  }
  const extensions = mark?.extensions ?? 0;
  // Taken while a completion is under way, it has given nobody more time.
  const before = moreTime.filter((takenAt) => takenAt < at);
  if (extensions < before.length || extensions > moreTimes) {
    court.complain(task, `more time was taken ${before.length} times: ${what}`);
  }
  if (extensions > 0) court.count('more time was taken, and is marked');
};
