import { changeAnswers } from '../../../src/app/changeAnswers';
import {
  bypassSave,
  confirmCompletion,
  prepareCompletion,
  takeWayOut,
  type Verdict,
} from '../../../src/app/completeTask';
import { endSession } from '../../../src/app/endSession';
import { answersAreHere, openSession, refreshSession } from '../../../src/app/openSession';
import type {
  Aside,
  Clock,
  Journal,
  JournalEvent,
  SaveService,
  TaskAttributes,
} from '../../../src/app/ports';
import { retireLeft, showAside } from '../../../src/app/aside';
import { saveOpenSessions } from '../../../src/app/saveOpenSessions';
import { retrySaves } from '../../../src/app/retrySaves';
import { flushSession } from '../../../src/app/saveSession';
import { decideConflict } from '../../../src/app/decideConflict';
import type { Decision, Session } from '../../../src/app/session';
import type { ServerClock } from '../../../src/app/wrapUp/serverClock';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import { takeMoreTime } from '../../../src/app/wrapUp/takeMoreTime';
import { beginWrapUp } from '../../../src/app/wrapUp/watchWrapUp';
import type { Catalogs } from '../../../src/app/catalogs/ports';
import type { Tabs } from '../../../src/app/tabs/ports';
import type { Intent } from '../../../src/core/capture/types';
import { noFacts } from '../../support/facts';
import { openDisk, type Disk } from './disk';

export type JournalFacts = Parameters<Journal['record']>[1];

export interface DeskParts {
  readonly clock: Clock;
  readonly attributes: TaskAttributes;
  readonly service: SaveService | null;
  readonly catalogs: Catalogs;
  readonly serverClock: ServerClock;
  /** Shared with the browser's other pages. */
  readonly disk: Disk;
  readonly tabs: Tabs | null;
  readonly onJournal: (event: JournalEvent, facts: JournalFacts) => void;
  /** The page completes the task by itself. Resolves when that has come to an end. */
  readonly onCompleteLater: (reservationSid: string) => Promise<void>;
  /** A save that had failed went well when it was tried again by itself; `inherited`: another tab's, that is gone. */
  readonly onRetried: (reservationSid: string, inherited: boolean) => void;
}

/** How long a departure waits. */
const DEPARTURE_MS = 3_000;

/**
 * One page of one agent: the app as the host drives it. Once it is closed nothing reaches it any more, and what it had
 * not sent or written by then never is.
 */
export const openDesk = (parts: DeskParts) => {
  let isOpen = true;
  const never = new Promise<never>(() => undefined);
  const here = async <T>(answer: Promise<T>): Promise<T> => {
    const value = await answer;
    return isOpen ? value : never;
  };
  const { attributes, service, disk, tabs } = parts;
  const clock: Clock = { ...parts.clock, wait: (ms) => here(parts.clock.wait(ms)) };
  const app = createAppState(parts.catalogs, {
    clock,
    attributes: {
      ...attributes,
      read: (sid) => (isOpen ? here(attributes.read(sid)) : never),
      write: (...order) => (isOpen ? here(attributes.write(...order)) : never),
    },
    service: service && {
      ...service,
      save: (request) => (isOpen ? here(service.save(request)) : never),
      check: () => (isOpen ? here(service.check()) : never),
    },
    serviceDrafts: null,
    drafts: openDisk(disk, clock),
    journal: { record: parts.onJournal },
    completeLater: (sid) => here(parts.onCompleteLater(sid)),
    serverClock: parts.serverClock,
    tabs,
  });

  retrySaves(app, (work) => void work());

  /** Saves that failed in another tab, which has gone since. */
  const inherited = new Set<string>();
  const wrapping = new Set<string>();
  app.store.subscribe(({ sessions }, before) => {
    for (const [sid, { save, follows }] of Object.entries(sessions)) {
      const was = before.sessions[sid];
      // As the host does: the tab that wrote when wrap-up began may have gone before it saved.
      if (!follows && was?.follows && wrapping.has(sid)) void flushSession(app, sid);
      if (follows || was?.save.status !== 'failed') continue;
      if (was.follows) inherited.add(sid);
      // Whoever presses sees "saving" in between.
      if (save.status === 'saved') parts.onRetried(sid, inherited.has(sid));
      if (save.status !== 'failed') inherited.delete(sid);
    }
  });

  return {
    isOpen: () => isOpen,
    close: () => {
      isOpen = false;
    },
    session: (sid: string): Session | undefined => sessionOf(app, sid),
    open: (reservationSid: string): Promise<void> =>
      openSession(app, {
        reservationSid,
        facts: noFacts,
        attributes: attributes.snapshot(reservationSid),
        readOnly: false,
      }),
    refresh: (sid: string): void => refreshSession(app, sid, attributes.snapshot(sid)),
    change: (sid: string, intent: Intent): void => changeAnswers(app, sid, intent),
    /** `since` by Twilio's clock; `isNew`: Twilio has said so just now. */
    beginWrapUp: (sid: string, since: number, isNew: boolean): void =>
      void beginWrapUp(app, sid, since, isNew),
    decide: (sid: string, field: string, decision: Decision): void =>
      decideConflict(app, sid, field, decision),
    takeMoreTime: (sid: string): Promise<void> => takeMoreTime(app, sid, 'a long note'),
    wrapUp: (sid: string): void => {
      wrapping.add(sid);
      void flushSession(app, sid);
    },
    /** Whether the form shows what another page writes; undefined: there is no form yet. */
    follows: (sid: string): boolean | undefined => sessionOf(app, sid)?.follows,
    writeHere: (sid: string): Promise<void> => here(answersAreHere(app, sid)),
    /** The two steps of the gate; `between` runs while the listeners of others do. */
    press: async (sid: string, between: () => void): Promise<Verdict> => {
      const prepared = await here(prepareCompletion(app, sid));
      if (!prepared.go) return prepared;
      between();
      return here(confirmCompletion(app, sid));
    },
    takeWayOut: (sid: string): void => bypassSave(app, sid),
    takeWayOutBy: (sid: string, reason: string): boolean => takeWayOut(app, sid, reason),
    /** As before a log-out or a change of activity. */
    leave: (): ReturnType<typeof saveOpenSessions> => here(saveOpenSessions(app, DEPARTURE_MS)),
    /** What a page does at its start about reservations that are over. */
    start: (isOver: (sid: string) => boolean): void => {
      void showAside(app);
      void retireLeft(app, isOver);
    },
    /** What is listed to the agent as not on the task. */
    asides: (sid: string): readonly Aside[] =>
      app.store.getState().aside.filter(({ reservationSid }) => reservationSid === sid),
    /** Whether the agent is told that answers are not on the task. */
    end: (sid: string): boolean => endSession(app, sid, attributes.snapshot(sid)),
  };
};

export type Desk = ReturnType<typeof openDesk>;
