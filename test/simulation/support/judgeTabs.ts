import type { Agent } from './agent';
import type { Court } from './court';
import { fieldIdsOn, follow, isNamed, isOver, isSame, shownAt, type Leg, type Page } from './hands';
import type { FieldId } from './recorded';
import type { VirtualClock } from './VirtualClock';

/** What was answered longer ago than that is on the disk. */
export const DISK_LIMIT_MS = 1_000;
/** What a tab tells the others is there by then. */
const NEWS_MS = 20;
/** Two tabs may both write, or show different answers, for as long as one asks the other for the turn. */
const TURN_LIMIT_MS = 1_200;
/** A tab that asked for the turn and was closed holds the other up for no longer. */
const NOBODY_LIMIT_MS = 4_000;

/** Given right before the browser was closed, an answer may not have come to the disk. */
export const isLateGiven = (agent: Agent, at: number): boolean =>
  agent.closings().some((closedAt) => at <= closedAt && at > closedAt - DISK_LIMIT_MS);

/** What an agent sees in their tabs. */
export const createTabsJudge = ({
  court,
  clock,
}: {
  readonly court: Court;
  readonly clock: VirtualClock;
}) => {
  const isThere = (agent: Agent, page: Page): boolean => agent.pages().includes(page);
  /** What was answered before and not since is shown here; what was given so late that it may be lost is looked at anew. */
  const survives = (
    agent: Agent,
    page: Page,
    leg: Leg,
    before: Leg['meant'],
    mayBeLostSince: number,
    what: string,
  ): void => {
    for (const [field, { value, at }] of before) {
      if (leg.meant.get(field)?.at !== at) continue;
      const shown = shownAt(page, leg, field);
      if (isSame(shown, value)) continue;
      if (isNamed(agent.pages(), leg, field, value)) court.count('put aside, and listed');
      else if (at < mayBeLostSince && !isLateGiven(agent, at)) {
        court.complain(
          leg.task,
          `${field} ${what}: ${JSON.stringify(shown)}, not ${JSON.stringify(value)}`,
        );
      }
      follow(page, leg, field, clock.now());
    }
  };

  return {
    /** As after a start of the page: what was on the disk is back. */
    restored: (agent: Agent, page: Page, leg: Leg, before: Leg['meant']): void => {
      const lastThere = Number.isFinite(agent.closedAt()) ? agent.closedAt() : page.openedAt;
      survives(agent, page, leg, before, lastThere - DISK_LIMIT_MS, 'was not restored');
      if (agent.pages().length > 1) return;
      for (const field of leg.doubtful) {
        leg.doubtful.delete(field);
        follow(page, leg, field, clock.now());
      }
    },
    /** What was answered before tabs knew of each other is what they show now that they do. */
    joined: async (agent: Agent, leg: Leg, field: FieldId): Promise<void> => {
      await clock.wait(TURN_LIMIT_MS);
      const front = agent.front();
      if (isOver(leg) || !front) return;
      if (leg.doubtful.delete(field)) follow(front, leg, field, clock.now());
    },
    /** Another tab was closed: this one goes on with what that one had. */
    outlived: async (agent: Agent, page: Page): Promise<void> => {
      const closedAt = clock.now();
      /** In its first moments neither tab may know of the other one. */
      const mayBeLostSince = ({ takenUpAt }: Leg): number =>
        closedAt - (closedAt - takenUpAt > DISK_LIMIT_MS ? NEWS_MS : DISK_LIMIT_MS);
      const befores = agent.legs.map((leg) => ({
        leg,
        before: new Map(leg.meant),
        since: mayBeLostSince(leg),
      }));
      const look = (mayBeLost: boolean): void => {
        for (const { leg, before, since } of befores) {
          if (isOver(leg) || !isThere(agent, page)) continue;
          const those = [...before].filter(([, { at }]) => mayBeLost === at >= since);
          survives(agent, page, leg, new Map(those), since, 'was lost with another tab');
        }
      };
      await clock.wait(NEWS_MS);
      look(true);
      await clock.wait(TURN_LIMIT_MS);
      look(false);
    },
    /** One tab writes, and they all show the same. */
    look: (agent: Agent): void => {
      const [one, other] = agent.pages();
      if (!one || !other) return;
      for (const leg of agent.legs) {
        if (isOver(leg)) continue;
        const roles = (): readonly (boolean | undefined)[] =>
          [one, other].map((page) =>
            isThere(agent, page) ? page.desk.follows(leg.reservationSid) : undefined,
          );
        const [first, second] = roles();
        if (first === false && second === false) {
          void court.insist(leg, TURN_LIMIT_MS, 'two tabs write', () =>
            roles().every((follows) => follows === false),
          );
        }
        if (first === true && second === true) {
          void court.insist(leg, NOBODY_LIMIT_MS, 'no tab writes', () =>
            roles().every((follows) => follows === true),
          );
        }
        if (first === undefined || second === undefined) continue;
        for (const [field, { value, at }] of [...leg.meant]) {
          const isUnplaced = [one, other].some((page) => !fieldIdsOn(page, leg).includes(field));
          if (isUnplaced && isNamed([one, other], leg, field, value)) {
            court.count('put aside, and listed');
            leg.meant.delete(field);
            continue;
          }
          const differs = (): boolean =>
            leg.meant.get(field)?.at === at &&
            [one, other].some(
              (page) =>
                isThere(agent, page) &&
                fieldIdsOn(page, leg).includes(field) &&
                !isSame(shownAt(page, leg, field), value),
            );
          if (!differs()) continue;
          void court.insist(leg, TURN_LIMIT_MS, `${field} is not the same in two tabs`, differs);
        }
      }
    },
  };
};
