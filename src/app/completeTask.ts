import { isLacking } from '../core/capture/isLacking';
import type { FieldProblem } from '../core/capture/types';
import type { WayOutByReason } from '../core/catalog/types';
import { countRefusal, wayOutOpensAt } from '../core/wayOut/wayOutOpens';
import { answersAreHere } from './openSession';
import { storeDraft } from './changeAnswers';
import { problemsOf, problemsToShow, unfitFields } from './problems';
import { saveByWayOut } from './saveByWayOut';
import type { Session } from './session';
import { hasWayOut, isSaid, saveSession, type SaveWish } from './saveSession';
import { forgetOldWish, isWishOfNow, wishWayOut } from './wayOutWish';
import { unlessQueued } from './unlessQueued';
import { changeSession, memoryOf, sessionOf, type AppState, type SaveOutcome } from './sessions';

export type Verdict =
  | { readonly go: true }
  /** `queue`: the save waits for a busy Twilio, and goes on by itself. */
  | { readonly go: false; readonly because: 'answers' | 'save' | 'queue' };

const GO: Verdict = { go: true };

let focusRequests = 0;

/** What of a session's answers keeps it from completing. An answer that cannot be stored would be lost without a word. */
const stoppingProblems = (app: AppState, session: Session): readonly FieldProblem[] => {
  const problems = problemsOf(app, session);
  const { ends } = memoryOf(app, session.reservationSid).wrapUp;
  return session.catalog.policies.enforcement === 'required' && ends !== 'partial'
    ? problems
    : problems.filter((problem) => !isLacking(problem));
};

/**
 * Whether a completion would go through as things are known right now: nothing lacks, and all is on the task. False
 * also where that is still to be found out.
 */
export const isSettled = (app: AppState, reservationSid: string): boolean => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return true;
  if (memoryOf(app, reservationSid).wayOut === 'wanted') return isWishOfNow(app, reservationSid);
  return (
    !session.follows &&
    session.save.status === 'saved' &&
    stoppingProblems(app, session).length === 0
  );
};

/** Stops a completion for its answers, as the task is known now: marks them and asks for the first. Null: nothing stops it. */
const stopForAnswers = (app: AppState, reservationSid: string): Verdict | null => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return null;
  const stopping = stoppingProblems(app, session);
  const [first] = stopping;
  if (!first) return null;
  memoryOf(app, reservationSid).attempted = true;
  const fields = stopping.map(({ field }) => field);
  app.ports.journal.record('stopped', { reservationSid, fields });
  focusRequests += 1;
  changeSession(app, reservationSid, () => ({
    problems: problemsToShow(app, session),
    focus: { field: first.field, request: focusRequests },
  }));
  return { go: false, because: 'answers' };
};

/** Whether the agent's wish to complete all the same is under way; it counts for one completion. */
const takesWayOut = async (app: AppState, reservationSid: string): Promise<boolean> => {
  const memory = app.memory.get(reservationSid);
  if (!memory || memory.wayOut === 'none') return false;
  const { wayOut, wayOutBecause } = memory;
  memory.wayOut = 'taken';
  if (wayOutBecause) await saveByWayOut(app, reservationSid, wayOutBecause);
  else if (wayOut === 'wanted') {
    app.ports.journal.record('completed-without-saving', { reservationSid });
  }
  return true;
};

/** A refused completion counts: so many of them open the way out. */
export const countRefused = (app: AppState, reservationSid: string): void => {
  const memory = memoryOf(app, reservationSid);
  memory.refusals = countRefusal(memory.refusals, app.ports.clock.now());
  const { refusals } = memory;
  changeSession(app, reservationSid, () => ({ refusals }));
  // A reload must not begin the count anew.
  if (sessionOf(app, reservationSid)?.catalog.policies.wayOutByReason) {
    storeDraft(app, reservationSid);
  }
};

const counted = async (
  app: AppState,
  reservationSid: string,
  judging: Promise<Verdict>,
): Promise<Verdict> => {
  const verdict = await judging;
  const memory = app.memory.get(reservationSid);
  // The reservation may have ended meanwhile; nothing of it is kept then.
  if (!memory) return verdict;
  memory.letGo = verdict.go;
  if (!verdict.go) countRefused(app, reservationSid);
  return verdict;
};

/** Longer than the first call of the service may take. */
const CATALOG_WAIT_MS = 12_000;

/** Whether a task needs answers is not known before the catalog is: a page that has just been opened gets it first. */
const catalogIsKnown = async ({ catalogs, ports }: AppState): Promise<void> => {
  if (catalogs.inForce()) return;
  await Promise.race([catalogs.isKnown, ports.clock.wait(CATALOG_WAIT_MS)]);
};

/**
 * What stands between Complete and completion: the answers are checked, saved and read back.
 * A reservation without a form is let through. `completesLater`: a save that has to queue completes the task once it is
 * through; false where the agent wants something else, to leave a conversation for example.
 */
export const prepareCompletion = (
  app: AppState,
  reservationSid: string,
  completesLater = true,
): Promise<Verdict> =>
  counted(app, reservationSid, judgeAnswers(app, reservationSid, completesLater));

const judgeAnswers = async (
  app: AppState,
  reservationSid: string,
  completesLater: boolean,
): Promise<Verdict> => {
  forgetOldWish(app, reservationSid);
  if (await takesWayOut(app, reservationSid)) return GO;
  await catalogIsKnown(app);
  await answersAreHere(app, reservationSid);
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return GO;

  const stop = stopForAnswers(app, reservationSid);
  if (stop) return stop;
  const lacking = problemsOf(app, session).map(({ field }) => field);
  if (session.catalog.policies.enforcement === 'observe' && lacking.length > 0) {
    app.ports.journal.record('would-have-stopped', { reservationSid, fields: lacking });
  }
  // Read again right before the completion (`confirmCompletion`), which is soon enough: one call less for everybody.
  return saveAndJudge(
    app,
    reservationSid,
    { purpose: 'complete', unlessSaved: true },
    completesLater,
  );
};

/**
 * The save, as long as it is a matter of seconds. One that has to queue goes on by itself: Flex would hold the action
 * open for minutes, and the agent could do nothing about this task.
 */
const saveOrQueue = async (
  app: AppState,
  reservationSid: string,
  wish: SaveWish,
  completesLater: boolean,
): Promise<SaveOutcome | 'queued'> => {
  const outcome =
    sessionOf(app, reservationSid)?.save.status === 'waiting'
      ? 'queued'
      : await unlessQueued(app, reservationSid, saveSession(app, reservationSid, wish));
  // Where the agent has gone on in another tab meanwhile, they complete there.
  if (outcome === 'queued' && completesLater && !sessionOf(app, reservationSid)?.follows) {
    memoryOf(app, reservationSid).completesWhenSaved = true;
    changeSession(app, reservationSid, ({ save: shown }) => ({
      save: shown.status === 'waiting' ? { ...shown, completes: true } : shown,
    }));
  }
  return outcome;
};

/** Who goes on typing for longer than that many saves is told, when the task has ended, what is not on it. */
const SAVES_WHILE_TYPING = 10;

const saveAndJudge = async (
  app: AppState,
  reservationSid: string,
  wish: SaveWish,
  completesLater: boolean,
): Promise<Verdict> => {
  for (let saves = 1; ; saves += 1) {
    const meant = sessionOf(app, reservationSid)?.capture.answers;
    const outcome = await saveOrQueue(app, reservationSid, wish, completesLater);
    if (outcome === 'queued') return { go: false, because: 'queue' };
    if (!outcome.ok) {
      return stopForAnswers(app, reservationSid) ?? { go: false, because: 'save' };
    }
    const stop = stopForAnswers(app, reservationSid);
    if (stop) return stop;
    const now = sessionOf(app, reservationSid)?.capture.answers;
    // What was answered while the answers were on their way did not go with them.
    if (!meant || !now || isSaid(now, meant) || saves === SAVES_WHILE_TYPING) return GO;
  }
};

/**
 * Reads the task once more, right before it completes, and saves again if it does not say what the agent meant:
 * other plugins' listeners ran beside ours and may have written meanwhile, or have thrown, which in Flex UI 2.17.1
 * starts the completion without waiting for ours. So the answers are checked before the save, and after it again: what
 * was just read may have no room for them, or not hold any more what was filled in before the agent.
 */
export const confirmCompletion = (
  app: AppState,
  reservationSid: string,
  completesLater = true,
): Promise<Verdict> =>
  counted(app, reservationSid, judgeOnceMore(app, reservationSid, completesLater));

const judgeOnceMore = async (
  app: AppState,
  reservationSid: string,
  completesLater: boolean,
): Promise<Verdict> => {
  if (await takesWayOut(app, reservationSid)) return GO;
  await catalogIsKnown(app);
  await answersAreHere(app, reservationSid);
  const stop = stopForAnswers(app, reservationSid);
  if (stop) return stop;
  return saveAndJudge(app, reservationSid, { purpose: 'complete' }, completesLater);
};

/** The way out after a save that failed or has to wait, where an admin left it open; the completion it lets through is logged. */
export const bypassSave = (app: AppState, reservationSid: string): void => {
  const save = sessionOf(app, reservationSid)?.save;
  if ((save?.status !== 'failed' && save?.status !== 'waiting') || !save.wayOut) return;
  wishWayOut(app, reservationSid).completesWhenSaved = false;
};

/**
 * The way out by a reason, where the policies have it and it is open by now; what is chosen then counts for the next
 * completion. Answers whether it was taken.
 */
export const takeWayOut = (app: AppState, reservationSid: string, reason: string): boolean => {
  const session = sessionOf(app, reservationSid);
  const policy = session?.catalog.policies.wayOutByReason;
  if (!session || session.readOnly || session.follows || !policy) return false;
  const at = app.ports.clock.now();
  if (!isWayOutOpen(app, reservationSid, policy)) return false;
  if (!policy.reasons.some(({ code }) => code === reason)) return false;
  const memory = wishWayOut(app, reservationSid);
  memory.wayOutBecause = { reason, at, lost: unfitFields(app, session) };
  memory.completesWhenSaved = false;
  return true;
};

const isWayOutOpen = (app: AppState, reservationSid: string, policy: WayOutByReason): boolean => {
  const opensAt = wayOutOpensAt(policy, memoryOf(app, reservationSid).refusals);
  return opensAt !== null && opensAt <= app.ports.clock.now();
};

/**
 * The same way out after an error of ours, which no panel can offer: pressing Complete once more takes it.
 * Answers whether it is open.
 */
export const offerWayOut = (app: AppState, reservationSid: string): boolean => {
  const catalog = sessionOf(app, reservationSid)?.catalog ?? app.catalogs.inForce();
  const policy = catalog?.policies.wayOutByReason;
  const isOpen =
    hasWayOut(app, reservationSid) ||
    (policy !== undefined && isWayOutOpen(app, reservationSid, policy));
  if (isOpen) wishWayOut(app, reservationSid);
  return isOpen;
};
