import { isLacking } from '../core/capture/isLacking';
import { answersAreHere } from './openSession';
import { problemsOf, problemsToShow } from './problems';
import { hasWayOut, isSaid, saveSession, type SaveWish } from './saveSession';
import { changeSession, memoryOf, sessionOf, type AppState, type SaveOutcome } from './sessions';

export type Verdict =
  | { readonly go: true }
  /** `queue`: the save waits for a busy Twilio, and goes on by itself. */
  | { readonly go: false; readonly because: 'answers' | 'save' | 'queue' };

const GO: Verdict = { go: true };

let focusRequests = 0;

/** Stops a completion for its answers, as the task is known now: marks them and asks for the first. Null: nothing stops it. */
const stopForAnswers = (app: AppState, reservationSid: string): Verdict | null => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return null;
  const { enforcement } = session.catalog.policies;
  const problems = problemsOf(app, session);
  // An answer that cannot be stored would be lost without a word: it stops in every mode.
  const stopping =
    enforcement === 'required' ? problems : problems.filter((problem) => !isLacking(problem));
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

/** Whether the agent's wish to complete without saving is under way; it counts for one completion. */
const takesWayOut = (app: AppState, reservationSid: string): boolean => {
  const memory = memoryOf(app, reservationSid);
  if (memory.wayOut === 'wanted') {
    memory.wayOut = 'taken';
    app.ports.journal.record('completed-without-saving', { reservationSid });
  }
  return memory.wayOut === 'taken';
};

/**
 * What stands between Complete and completion: the answers are checked, saved and read back.
 * A reservation without a form is let through. `completesLater`: a save that has to queue completes the task once it is
 * through; false where the agent wants something else, to leave a conversation for example.
 */
export const prepareCompletion = async (
  app: AppState,
  reservationSid: string,
  completesLater = true,
): Promise<Verdict> => {
  const memory = memoryOf(app, reservationSid);
  if (memory.wayOut === 'taken') memory.wayOut = 'none';
  if (takesWayOut(app, reservationSid)) return GO;
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

/** Resolves once the save has to wait for a busy Twilio; `stop` when nobody asks any more. */
const whenQueued = (
  app: AppState,
  reservationSid: string,
): { readonly queued: Promise<'queued'>; readonly stop: () => void } => {
  const isQueued = () => sessionOf(app, reservationSid)?.save.status === 'waiting';
  let stop = (): void => undefined;
  const queued = new Promise<'queued'>((resolve) => {
    if (isQueued()) return resolve('queued');
    stop = app.store.subscribe(() => {
      if (isQueued()) resolve('queued');
    });
  });
  return { queued, stop: () => stop() };
};

/**
 * The save, as long as it is a matter of seconds. One that has to queue goes on by itself: Flex would hold the action
 * open for minutes, and the agent could do nothing about this task.
 */
const saveUnlessQueued = async (
  app: AppState,
  reservationSid: string,
  wish: SaveWish,
  completesLater: boolean,
): Promise<SaveOutcome | 'queued'> => {
  const { queued, stop } = whenQueued(app, reservationSid);
  const save =
    sessionOf(app, reservationSid)?.save.status === 'waiting'
      ? queued
      : saveSession(app, reservationSid, wish);
  const outcome = await Promise.race([save, queued]).finally(stop);
  if (outcome === 'queued' && completesLater) {
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
    const outcome = await saveUnlessQueued(app, reservationSid, wish, completesLater);
    if (outcome === 'queued') return { go: false, because: 'queue' };
    if (!outcome.ok) return { go: false, because: 'save' };
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
export const confirmCompletion = async (
  app: AppState,
  reservationSid: string,
  completesLater = true,
): Promise<Verdict> => {
  if (takesWayOut(app, reservationSid)) return GO;
  await answersAreHere(app, reservationSid);
  const stop = stopForAnswers(app, reservationSid);
  if (stop) return stop;
  return saveAndJudge(app, reservationSid, { purpose: 'complete' }, completesLater);
};

/** The way out after a save that failed or has to wait, where an admin left it open; the completion it lets through is logged. */
export const bypassSave = (app: AppState, reservationSid: string): void => {
  const save = sessionOf(app, reservationSid)?.save;
  if ((save?.status !== 'failed' && save?.status !== 'waiting') || !save.wayOut) return;
  const memory = memoryOf(app, reservationSid);
  memory.wayOut = 'wanted';
  memory.completesWhenSaved = false;
};

/**
 * The same way out after an error of ours, which no panel can offer: pressing Complete once more takes it.
 * Answers whether it is open.
 */
export const offerWayOut = (app: AppState, reservationSid: string): boolean => {
  if (!hasWayOut(app, reservationSid)) return false;
  memoryOf(app, reservationSid).wayOut = 'wanted';
  return true;
};
