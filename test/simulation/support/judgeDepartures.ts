import type { Agent } from './agent';
import type { Court } from './court';
import { isNamed, isOver, isSetInPlace, type Leg, type Moment, type Page } from './hands';
import { BETWEEN_TABS_MS } from './judgeEnd';
import { isLateGiven } from './judgeTabs';
import { isOverwritten } from './judgeWrites';
import { conversationsOf, recordedAs, type FieldId } from './recorded';

/** Fields of which the task says something else than the agent meant, and for which nobody else is to blame. */
const missingOn = (
  leg: Leg,
  text: string,
  isOthers: (key: string) => boolean,
): readonly FieldId[] => {
  const isSet = isSetInPlace(leg, text);
  const recorded = conversationsOf(text);
  // docs/guarantees.md: what a leg leaves empty on a task of several may show what others put there.
  const isEmptyBeside = (want: unknown): boolean => want === undefined && leg.task.legs.length > 1;
  return [...leg.meant].flatMap(([field, { value }]) =>
    Object.entries(recordedAs(field, value)).some(
      ([key, want]) =>
        recorded[key] !== want &&
        !isEmptyBeside(want) &&
        !isOthers(key) &&
        !(isSet && field === 'outcome'),
    )
      ? [field]
      : [],
  );
};

/** The agent has logged out or changed their activity: what is not on a task by now, they were told. */
export const judgeLeave = (
  agent: Agent,
  page: Page,
  /** When it began, and when Debrief had looked at each task last. */
  { since, looked }: { since: Moment; looked: ReadonlyMap<string, number> },
  unsaved: readonly string[],
  court: Court,
): void => {
  for (const leg of agent.legs) {
    const { task, reservationSid, changed } = leg;
    const isOnTheWay =
      changed !== null && changed.page !== page && changed.at > since.at - BETWEEN_TABS_MS;
    if (isOver(leg) || isOnTheWay || (changed && changed.order > since.order)) continue;
    if (unsaved.includes(reservationSid)) {
      court.count('left, and told of what is not saved');
      continue;
    }
    const lookedAt = looked.get(reservationSid) ?? 0;
    const isOthers = (key: string): boolean => {
      const written = task.wrote.get(key);
      const { leg: other = null } = written ?? {};
      // What was there when this departure began, another one may have found out since.
      return isOverwritten(task, key, page, lookedAt) || (other !== null && other !== leg);
    };
    const isExcused = (field: FieldId): boolean => {
      const { value, at } = leg.meant.get(field)!;
      // Listed where a form, this one or another tab's, has no field for it.
      return isLateGiven(agent, at) || isNamed(agent.pages(), leg, field, value);
    };
    const missing = missingOn(leg, task.text, isOthers).filter((field) => !isExcused(field));
    if (missing.length > 0) {
      court.complain(task, `left without a word of ${missing.join()}: ${task.text}`);
    } else if (leg.meant.size > 0) court.count('left, and all is saved');
  }
};

/** The agent is back for some seconds: what was not on a task that ended meanwhile is listed. */
export const judgeComeBack = (agent: Agent, court: Court): void => {
  for (const leg of agent.legs) {
    const { task, unseen } = leg;
    if (unseen === null) continue;
    leg.unseen = null;
    // What others have written over what a save has found there is listed nowhere.
    const isOthers = (key: string): boolean => {
      const written = task.wrote.get(key);
      return written !== undefined && written.leg !== leg;
    };
    for (const field of missingOn(leg, unseen, isOthers)) {
      const { value, at } = leg.meant.get(field)!;
      if (isLateGiven(agent, at)) continue;
      if (isNamed(agent.pages(), leg, field, value)) {
        court.count('ended while the agent was away, and listed');
      } else court.complain(task, `${field} was lost while the agent was away: ${unseen}`);
    }
  }
};
