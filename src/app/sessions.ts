import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answers } from '../core/capture/types';
import type { SaveFailure } from '../core/sync/types';
import type { WayOutTaken } from '../core/wayOut/wayOutMarks';
import type { Refusals } from '../core/wayOut/wayOutOpens';
import type { Catalogs } from './catalogs/ports';
import type { Aside, Ports } from './ports';
import type { Seat } from './tabs/takeSeat';
import type { Session, SessionWrapUp } from './session';
import { statesOf } from './statesOf';
import { wrapUpNow, type WrapUpMemory } from './wrapUp/wrapUpNow';

export interface SessionsState {
  /** By reservation SID. */
  readonly sessions: Readonly<Record<string, Session>>;
  /** Answers that are applied nowhere, for the agent to look at. */
  readonly aside: readonly Aside[];
}

export type SaveOutcome =
  { readonly ok: true } | { readonly ok: false; readonly failure: SaveFailure };

/** What a session remembers that nobody draws. */
export interface SessionMemory {
  /** A completion was tried: from now on missing answers are shown. */
  attempted: boolean;
  /**
   * The agent chose to complete without saving. `wanted` until a completion is tried, `taken` by that one alone:
   * when it comes to nothing, the next one is saved again.
   */
  wayOut: 'none' | 'wanted' | 'taken';
  /** The answers that the wish was about: it does not count for others. */
  wayOutAnswers: Answers | null;
  /** Why, where the policies ask; null: it is the one after a failed save. */
  wayOutBecause: WayOutTaken | null;
  /** How the save before it went; null: it was not tried yet. */
  wayOutSave: 'done' | 'failed' | null;
  /** The newest completion was let through. */
  letGo: boolean;
  /** How often the completion was stopped; the session shows the same. */
  refusals: Refusals | null;
  /** The answers at the start of wrap-up are on the task. */
  flushed: boolean;
  flushing: boolean;
  /** The flush waits for the agent to decide a conflict. */
  flushWaits: boolean;
  /** The task came from or goes to another reservation; once known, it stays so. */
  transferred: boolean;
  /** The turn in which answers are written here, as drafts count them. */
  turn: number;
  /** This tab's place among those of this browser; null where there is none, or not yet. */
  seat: Seat | null;
  /** The draft is not in yet, or it is not known yet whether another tab writes. */
  restoring: boolean;
  /** What was answered before it was known whether another tab writes. */
  early: Answers | null;
  /** The answers that the last save has put on the task, all of them. */
  lastSaved: Answers | null;
  /** Since when no save went well, and how many have failed by now. */
  trouble: { readonly since: number; readonly failed: number } | null;
  /** The agent has pressed Complete while the save was queued. */
  completesWhenSaved: boolean;
  readonly wrapUp: WrapUpMemory;
  /** Resolves when the draft is in. */
  opened: Promise<void>;
  /** The save under way, so that a second wish joins it. */
  saving: Promise<SaveOutcome> | null;
}

/** Everything the use cases work on. */
export interface AppState {
  readonly catalogs: Catalogs;
  readonly ports: Ports;
  readonly store: StoreApi<SessionsState>;
  readonly memory: Map<string, SessionMemory>;
}

export const createAppState = (catalogs: Catalogs, ports: Ports): AppState => ({
  catalogs,
  ports,
  store: createStore<SessionsState>(() => ({ sessions: {}, aside: [] })),
  memory: new Map(),
});

export const sessionOf = (app: AppState, reservationSid: string): Session | undefined =>
  app.store.getState().sessions[reservationSid];

/** The countdown as it is now. */
export const wrapUpOf = (
  app: AppState,
  session: Pick<Session, 'reservationSid' | 'form' | 'facts' | 'readOnly'>,
): SessionWrapUp | null =>
  session.readOnly
    ? null
    : wrapUpNow(
        session,
        memoryOf(app, session.reservationSid).wrapUp,
        app.ports.serverClock.ahead() ?? 0,
      );

/** The one way into the store, so that what is shown never is older than what was answered. */
export const putSession = (app: AppState, session: Omit<Session, 'states' | 'wrapUp'>): void =>
  app.store.setState(({ sessions }) => {
    const { reservationSid } = session;
    const states = statesOf(session, sessions[reservationSid]?.states);
    const wrapUp = wrapUpOf(app, session);
    return { sessions: { ...sessions, [reservationSid]: { ...session, states, wrapUp } } };
  });

/** Changes a session if it is still there. */
export const changeSession = (
  app: AppState,
  reservationSid: string,
  change: (session: Session) => Partial<Session>,
): void => {
  const session = sessionOf(app, reservationSid);
  if (session) putSession(app, { ...session, ...change(session) });
};

export const dropSession = (app: AppState, reservationSid: string): void => {
  app.memory.get(reservationSid)?.seat?.leave();
  app.memory.delete(reservationSid);
  app.store.setState(({ sessions: { [reservationSid]: _dropped, ...sessions } }) => ({ sessions }));
};

export const memoryOf = (app: AppState, reservationSid: string): SessionMemory => {
  const known = app.memory.get(reservationSid);
  if (known) return known;
  const fresh: SessionMemory = {
    attempted: false,
    wayOut: 'none',
    wayOutAnswers: null,
    wayOutBecause: null,
    wayOutSave: null,
    letGo: false,
    refusals: null,
    flushed: false,
    flushing: false,
    flushWaits: false,
    transferred: false,
    turn: 0,
    seat: null,
    early: null,
    lastSaved: null,
    trouble: null,
    completesWhenSaved: false,
    wrapUp: { since: null, extensions: [], state: 'running', ends: null },
    opened: Promise.resolve(),
    restoring: false,
    saving: null,
  };
  app.memory.set(reservationSid, fresh);
  return fresh;
};
