import { draftIsIn } from './openSession';
import { mergePatch } from '../core/attributes/mergePatch';
import { markSaved } from '../core/capture/markSaved';
import { ownedPaths } from '../core/capture/ownedPaths';
import { toPatch } from '../core/capture/toPatch';
import { storeDraft } from './changeAnswers';
import { runSave } from './runSave';
import { changeSession, memoryOf, sessionOf, type AppState, type SaveOutcome } from './sessions';

const NOTHING_TO_SAVE: SaveOutcome = { ok: true, wrote: false };

const save = async (app: AppState, reservationSid: string): Promise<SaveOutcome> => {
  const { attributes, clock, journal } = app.ports;
  changeSession(app, reservationSid, () => ({ save: { status: 'saving' } }));
  const outcome = await runSave({
    reservationSid,
    attributes,
    clock,
    // Built anew at every read, from the answers of that moment: what is typed while a save runs is in it,
    // and slots are judged by what the task holds now.
    merge: (fresh) => {
      const session = sessionOf(app, reservationSid);
      if (!session) return mergePatch(fresh, [], new Set());
      const patch = toPatch(session.catalog, session.form, session.capture.answers, fresh);
      return mergePatch(fresh, patch, ownedPaths(session.form));
    },
  });
  if (outcome.ok) {
    changeSession(app, reservationSid, ({ capture }) => ({
      capture: markSaved(capture),
      save: { status: 'saved', at: clock.now() },
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

/** Puts the answers on the task and proves it. A save already running for the reservation is joined, then checked again. */
export const saveSession = async (app: AppState, reservationSid: string): Promise<SaveOutcome> => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return NOTHING_TO_SAVE;
  const memory = memoryOf(app, reservationSid);
  while (memory.saving) await memory.saving;
  memory.saving = save(app, reservationSid).finally(() => {
    memory.saving = null;
  });
  return memory.saving;
};

/**
 * Saves what there is when wrap-up begins, so that a completion outside this browser still finds it.
 * Once per reservation: with the save at Complete that makes at most two writes.
 */
export const flushSession = async (app: AppState, reservationSid: string): Promise<void> => {
  const memory = memoryOf(app, reservationSid);
  await draftIsIn(app, reservationSid);
  const session = sessionOf(app, reservationSid);
  const answered =
    session && Object.values(session.capture.answers).some(({ origin }) => origin === 'agent');
  if (!answered || session.readOnly || memory.flushed) return;
  memory.flushed = true;
  const outcome = await saveSession(app, reservationSid);
  // A failed one may be tried again after a reload, or by the agent; the panel says that it failed.
  memory.flushed = outcome.ok;
  storeDraft(app, reservationSid);
};
