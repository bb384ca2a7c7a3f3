import { agentAnswers } from '../../core/capture/agentAnswers';
import { sameValue } from '../../core/capture/sameValue';
import type { Answer, Answers, Capture } from '../../core/capture/types';
import { isJsonObject } from '../../core/json';
import { mayPass } from '../../core/sync/mayPass';
import type { SaveStatus } from '../session';
import { changeSession, memoryOf, sessionOf, type AppState } from '../sessions';
import { takeSeat, type Role } from './takeSeat';

interface JoinParts {
  readonly app: AppState;
  readonly reservationSid: string;
  /** The draft that is in. */
  readonly opened: unknown;
  /** This session as a draft. */
  readonly draft: () => unknown;
  /** The capture that a stored one makes here; null when it fits nothing here. Takes in what the draft says besides. */
  readonly read: (draft: unknown) => Promise<Capture | null>;
  /** Shows a capture, as another tab has it. */
  readonly show: (capture: Capture) => void;
  readonly store: () => void;
  /** Lists what another tab's draft says and this session's form has no field for. */
  readonly listUnplaced: (draft: unknown) => void;
}

/** Seats taken in this page. */
let seats = 0;

const isSame = (one: Answer | undefined, other: Answer | undefined): boolean =>
  one === other || (one !== undefined && other !== undefined && sameValue(one.value, other.value));

/** What came in late of the tab that wrote before, where nothing has been answered here since. */
const withLate = (now: Answers, base: Answers, late: Answers): Answers => {
  const missed = Object.entries(agentAnswers(late)).filter(
    ([id, answer]) => !isSame(answer, base[id]) && isSame(now[id], base[id]),
  );
  return missed.length > 0 ? { ...now, ...Object.fromEntries(missed) } : now;
};

/** A capture as one gesture more makes it. */
const withOwn = (capture: Capture, own: Answers): Capture => ({
  ...capture,
  answers: { ...capture.answers, ...own },
  past: [...capture.past, capture.answers],
});

const isUnderWay = ({ status }: SaveStatus): boolean => status === 'waiting' || status === 'saving';

const whenOf = (draft: unknown): readonly [number, number] =>
  isJsonObject(draft) ? [Number(draft['turn']) || 0, Number(draft['at']) || 0] : [-1, 0];

const isNewer = (draft: unknown, than: unknown): boolean => {
  const [[turn, at], [otherTurn, otherAt]] = [whenOf(draft), whenOf(than)];
  return turn > otherTurn || (turn === otherTurn && at > otherAt);
};

/**
 * Lets one of this browser's tabs write a reservation's answers, and the others show what it has. Where the browser
 * cannot tell tabs of each other, nothing happens.
 */
export const joinTabs = (parts: JoinParts): void => {
  const { app, reservationSid, opened, draft, read, show, store, listUnplaced } = parts;
  const { tabs: port, clock, drafts } = app.ports;
  if (!port) return;
  const memory = memoryOf(app, reservationSid);
  /** What the tab that wrote before had when this one took over. */
  let base: Answers = {};
  let newest = opened;

  /** What comes of another tab's save in this one. */
  const inherited = (save: SaveStatus): SaveStatus => {
    // What that tab has begun comes to no end here, and Complete would wait for it.
    if (isUnderWay(save)) return { status: 'idle' };
    if (save.status !== 'failed') return save;
    memory.trouble ??= { since: save.since, failed: 1 };
    if (!mayPass(save.failure)) return save;
    // It was being tried there, or failed here while that tab wrote.
    return { ...save, retryAt: Math.max(save.retryAt ?? 0, clock.now() + 1) };
  };
  const takeIn = async (next: unknown, save?: SaveStatus): Promise<void> => {
    newest = next;
    const capture = await read(next);
    // Something newer may have come, or this tab writes meanwhile.
    if (newest !== next || seat.role() === 'writes' || !capture) return;
    show(memory.early ? withOwn(capture, memory.early) : capture);
    // A save of this tab's own that is not at its end yet tells of itself.
    if (save && !memory.saving) changeSession(app, reservationSid, () => ({ save }));
  };
  const takeInLate = async (late: unknown): Promise<void> => {
    listUnplaced(late);
    const capture = await read(late);
    const session = sessionOf(app, reservationSid);
    if (!capture || !session) return;
    const answers = withLate(session.capture.answers, base, capture.answers);
    if (answers === session.capture.answers) return;
    show(withOwn(session.capture, answers));
    store();
  };

  const onRole = (role: Role): void => {
    const session = sessionOf(app, reservationSid);
    if (!session) return;
    changeSession(app, reservationSid, ({ save }) => ({
      follows: role === 'follows',
      save: role === 'writes' && !memory.saving ? inherited(save) : save,
    }));
    const { early } = memory;
    if (role === 'follows') {
      // The agent goes on in the other tab, and completes there.
      memory.completesWhenSaved = false;
      // Answered in the moment before it was known that another tab writes: the agent is here.
      if (early) void seat.takeOver();
      return;
    }
    memory.turn += 1;
    base = session.capture.answers;
    memory.early = null;
    if (!session.follows) return;
    if (early) {
      show(withOwn(session.capture, early));
      // That was said of what the other tab had.
      changeSession(app, reservationSid, ({ save }) =>
        save.status === 'saved' ? { save: { status: 'idle' } } : {},
      );
    }
    // What the tab that wrote before has told may not have come to the disk before it was closed.
    store();
    // That tab may be on a version that this one could not have: from now on only this form's answers are written.
    listUnplaced(newest);
  };

  seats += 1;
  const seat = takeSeat({
    tabs: port,
    clock,
    reservationSid,
    id: `${clock.now().toString(36)}-${clock.random().toString(36).slice(2)}-${seats}`,
    onRole,
    current: () => ({ draft: draft(), save: sessionOf(app, reservationSid)?.save }),
    onNews: (news) => {
      if (!isJsonObject(news)) return;
      if (seat.role() === 'writes') void takeInLate(news['draft']);
      else void takeIn(news['draft'], news['save'] as SaveStatus | undefined);
    },
    catchUp: async () => {
      const stored = await drafts.load(reservationSid);
      if (isNewer(stored, newest)) await takeIn(stored);
    },
  });

  let told = sessionOf(app, reservationSid);
  const stop = app.store.subscribe(() => {
    const session = sessionOf(app, reservationSid);
    if (!session) return;
    if (session.capture !== told?.capture || session.save !== told.save) seat.tell();
    told = session;
  });
  memory.seat = {
    ...seat,
    leave: () => {
      stop();
      seat.leave();
    },
  };
};
