import { changeAnswers } from '../../../src/app/changeAnswers';
import {
  bypassSave,
  confirmCompletion,
  prepareCompletion,
  type Verdict,
} from '../../../src/app/completeTask';
import { endSession } from '../../../src/app/endSession';
import { answersAreHere, openSession, refreshSession } from '../../../src/app/openSession';
import type {
  Clock,
  Draft,
  JournalEvent,
  SaveService,
  TaskAttributes,
} from '../../../src/app/ports';
import { flushSession } from '../../../src/app/saveSession';
import type { Session } from '../../../src/app/session';
import { createServerClock } from '../../../src/app/wrapUp/serverClock';
import { createAppState, sessionOf } from '../../../src/app/sessions';
import type { Catalogs } from '../../../src/app/catalogs/ports';
import type { Tabs } from '../../../src/app/tabs/ports';
import type { Intent } from '../../../src/core/capture/types';
import { noFacts } from '../../support/facts';

/** What a browser keeps over a reload: drafts as JSON, by reservation. */
export type Disk = Map<string, string>;

export interface DeskParts {
  readonly clock: Clock;
  readonly attributes: TaskAttributes;
  readonly service: SaveService | null;
  readonly catalogs: Catalogs;
  /** Shared with the browser's other pages. */
  readonly disk: Disk;
  readonly tabs: Tabs | null;
  readonly onJournal: (event: JournalEvent, reservationSid: unknown) => void;
  /** A queued save went through, and the page completes the task by itself. */
  readonly onCompleteLater: (reservationSid: string) => void;
}

/** How long the disk takes to write. */
const DISK_MS = 20;

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
  let written = Promise.resolve();
  const writeToDisk = (work: () => void): Promise<void> => {
    written = written.then(() => clock.wait(DISK_MS)).then(work);
    return written;
  };

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
    },
    serviceDrafts: null,
    drafts: {
      load: async (sid) => {
        await clock.wait(DISK_MS);
        return JSON.parse(disk.get(sid) ?? 'null') as unknown;
      },
      save: (sid, draft: Draft) => {
        const text = JSON.stringify(draft);
        return writeToDisk(() => {
          const stored = JSON.parse(disk.get(sid) ?? '{}') as Partial<Draft>;
          // Another page has had its turn since.
          if ((stored.turn ?? 0) <= draft.turn) disk.set(sid, text);
        });
      },
      remove: (sid) => writeToDisk(() => void disk.delete(sid)),
      left: async () => new Map(),
      retire: async () => undefined,
      setAside: async () => undefined,
      aside: async () => [],
      forgetAside: async () => undefined,
    },
    journal: { record: (event, { reservationSid }) => parts.onJournal(event, reservationSid) },
    completeLater: async (sid) => parts.onCompleteLater(sid),
    serverClock: createServerClock(),
    tabs,
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
    wrapUp: (sid: string): Promise<void> => flushSession(app, sid),
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
    /** Whether the agent is told that answers are not on the task. */
    end: (sid: string): boolean => endSession(app, sid, attributes.snapshot(sid)),
  };
};

export type Desk = ReturnType<typeof openDesk>;
