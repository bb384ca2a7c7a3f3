import { isLacking } from '../core/capture/isLacking';
import { draftIsIn } from './openSession';
import { problemsOf, problemsToShow } from './problems';
import { hasWayOut, saveSession } from './saveSession';
import { changeSession, memoryOf, sessionOf, type AppState } from './sessions';

export type Verdict =
  { readonly go: true } | { readonly go: false; readonly because: 'answers' | 'save' };

const GO: Verdict = { go: true };

let focusRequests = 0;

/** Stops a completion for its answers, as the task is known now: marks them and asks for the first. Null: nothing stops it. */
const stopForAnswers = (app: AppState, reservationSid: string): Verdict | null => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return null;
  const { enforcement } = app.catalog.policies;
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
 * A reservation without a form is let through.
 */
export const prepareCompletion = async (
  app: AppState,
  reservationSid: string,
): Promise<Verdict> => {
  const memory = memoryOf(app, reservationSid);
  if (memory.wayOut === 'taken') memory.wayOut = 'none';
  if (takesWayOut(app, reservationSid)) return GO;
  await draftIsIn(app, reservationSid);
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return GO;

  const stop = stopForAnswers(app, reservationSid);
  if (stop) return stop;
  const lacking = problemsOf(app, session).map(({ field }) => field);
  if (app.catalog.policies.enforcement === 'observe' && lacking.length > 0) {
    app.ports.journal.record('would-have-stopped', { reservationSid, fields: lacking });
  }
  return confirmCompletion(app, reservationSid);
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
): Promise<Verdict> => {
  if (takesWayOut(app, reservationSid)) return GO;
  await draftIsIn(app, reservationSid);
  const stop = stopForAnswers(app, reservationSid);
  if (stop) return stop;
  const outcome = await saveSession(app, reservationSid);
  if (!outcome.ok) return { go: false, because: 'save' };
  return stopForAnswers(app, reservationSid) ?? GO;
};

/** The way out after a failed save, where an admin left it open; the completion it lets through is logged. */
export const bypassSave = (app: AppState, reservationSid: string): void => {
  const session = sessionOf(app, reservationSid);
  if (session?.save.status !== 'failed' || !session.save.wayOut) return;
  memoryOf(app, reservationSid).wayOut = 'wanted';
};

/**
 * The same way out after an error of ours, which no panel can offer: pressing Complete once more takes it.
 * Answers whether it is open.
 */
export const offerWayOut = (app: AppState, reservationSid: string): boolean => {
  if (!hasWayOut(app)) return false;
  memoryOf(app, reservationSid).wayOut = 'wanted';
  return true;
};
