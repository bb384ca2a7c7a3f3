import { draftIsIn } from './openSession';
import { isLacking } from '../core/capture/isLacking';
import { mergePatch } from '../core/attributes/mergePatch';
import { agentAnswers } from '../core/capture/agentAnswers';
import { markSaved } from '../core/capture/markSaved';
import type { Answers } from '../core/capture/types';
import { ownedPaths } from '../core/capture/ownedPaths';
import { toPatch } from '../core/capture/toPatch';
import { storeDraft } from './changeAnswers';
import { problemsOf } from './problems';
import { runSave } from './runSave';
import type { Session } from './session';
import { changeSession, memoryOf, sessionOf, type AppState, type SaveOutcome } from './sessions';

/** How long a completion may wait for a save, in milliseconds. */
const SAVE_DEADLINE_MS = 10_000;

const NOTHING_TO_SAVE: SaveOutcome = { ok: true };

interface SaveWish {
  /** These answers and no others; undefined: whatever the agent has answered by the time of each read. */
  readonly answers?: Answers;
  readonly deadline: Promise<void>;
}

/** Whether a task that says `saved` says all that the agent means. */
const isSaid = (answers: Answers, saved: Answers): boolean => {
  const [own, there] = [agentAnswers(answers), agentAnswers(saved)];
  return [...Object.keys(own), ...Object.keys(there)].every((id) => own[id] === there[id]);
};

const save = async (
  app: AppState,
  reservationSid: string,
  { answers, deadline }: SaveWish,
): Promise<SaveOutcome> => {
  const { attributes, clock, journal } = app.ports;
  let merged: Answers = {};
  changeSession(app, reservationSid, () => ({ save: { status: 'saving' } }));
  const outcome = await runSave({
    reservationSid,
    attributes,
    clock,
    deadline,
    // Built anew at every read: slots are judged by what the task holds now.
    merge: (fresh) => {
      const session = sessionOf(app, reservationSid);
      if (!session) return mergePatch(fresh, [], new Set());
      merged = answers ?? session.capture.answers;
      const patch = toPatch(session.catalog, session.form, merged, fresh);
      const result = mergePatch(fresh, patch, ownedPaths(session.form));
      if (result.ok && result.value.changed) {
        // Before it is sent: an undo while it is on its way has to take it off the task again, and so has one
        // after an answer that got lost.
        changeSession(app, reservationSid, ({ capture }) => ({
          capture: markSaved(capture, merged),
        }));
      }
      return result;
    },
  });
  if (outcome.ok) {
    changeSession(app, reservationSid, ({ capture }) => ({
      // What was answered meanwhile is not on the task yet.
      save: isSaid(capture.answers, merged)
        ? { status: 'saved', at: clock.now() }
        : { status: 'idle' },
    }));
  } else {
    journal.record('save-failed', { reservationSid, failure: outcome.failure.kind });
    changeSession(app, reservationSid, () => ({
      save: { status: 'failed', failure: outcome.failure, wayOut: hasWayOut(app) },
    }));
  }
  return outcome;
};

/** Whether an agent may complete although a save failed. */
export const hasWayOut = (app: AppState): boolean =>
  app.catalog.policies.enforcement !== 'required' || app.catalog.policies.wayOut;

/**
 * Puts the answers on the task and proves it: the given ones, or else also what is answered while it runs.
 * A save already running for the reservation is waited for, then this one checks again, all within one deadline.
 */
export const saveSession = async (
  app: AppState,
  reservationSid: string,
  answers?: Answers,
): Promise<SaveOutcome> => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return NOTHING_TO_SAVE;
  const memory = memoryOf(app, reservationSid);
  // A save that is waited for began earlier, so it ends before this deadline.
  const deadline = app.ports.clock.wait(SAVE_DEADLINE_MS);
  while (memory.saving) await memory.saving;
  memory.saving = save(app, reservationSid, { answers, deadline }).finally(() => {
    memory.saving = null;
  });
  return memory.saving;
};

/** Without what the gate would stop: Insights would cut or misread it, and nobody could mend that. */
const fitAnswers = (app: AppState, session: Session): Answers => {
  const unfit = new Set(
    problemsOf(app, session).flatMap((problem) => (isLacking(problem) ? [] : [problem.field])),
  );
  return Object.fromEntries(
    Object.entries(session.capture.answers).filter(([field]) => !unfit.has(field)),
  );
};

/**
 * Saves what there is when wrap-up begins, so that a completion outside this browser still finds it.
 * Once per reservation, and without what is typed while it runs: with the save at Complete that makes at most
 * two writes.
 */
export const flushSession = async (app: AppState, reservationSid: string): Promise<void> => {
  const memory = memoryOf(app, reservationSid);
  await draftIsIn(app, reservationSid);
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly || memory.flushed || memory.flushing) return;
  const answers = fitAnswers(app, session);
  if (Object.keys(agentAnswers(answers)).length === 0) return;
  memory.flushing = true;
  const outcome = await saveSession(app, reservationSid, answers);
  memory.flushing = false;
  // A failed one may be tried again after a reload, or by the agent; the panel says that it failed.
  memory.flushed = outcome.ok;
  storeDraft(app, reservationSid);
};
