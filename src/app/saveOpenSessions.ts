import { agentAnswers } from '../core/capture/agentAnswers';
import { fitAnswers, saveSession } from './saveSession';
import type { Session } from './session';
import type { AppState } from './sessions';

interface SavedOpen {
  /** Reservations with answers that are on their tasks now. */
  readonly saved: readonly string[];
  /** Those with answers that may not be. */
  readonly unsaved: readonly string[];
}

const waitsForSave = ({ readOnly, follows, save, capture }: Session): boolean =>
  !readOnly &&
  !follows &&
  save.status !== 'saved' &&
  Object.keys(agentAnswers(capture.answers)).length > 0;

/**
 * Puts what there is on every open task before the agent goes away: others may complete it meanwhile. Waits no longer
 * than `patienceMs`; what is under way then goes on.
 */
export const saveOpenSessions = async (app: AppState, patienceMs: number): Promise<SavedOpen> => {
  const open = Object.values(app.store.getState().sessions).filter(waitsForSave);
  const done = new Set<string>();
  const saves = open.map(async (session) => {
    const { reservationSid } = session;
    const answers = fitAnswers(app, session);
    const outcome = await saveSession(app, reservationSid, { purpose: 'flush', answers });
    if (outcome.ok) done.add(reservationSid);
  });
  if (open.length > 0) await Promise.race([Promise.all(saves), app.ports.clock.wait(patienceMs)]);
  const sids = open.map(({ reservationSid }) => reservationSid);
  const unsaved = sids.filter((sid) => !done.has(sid));
  for (const reservationSid of unsaved) {
    app.ports.journal.record('left-unsaved', { reservationSid });
  }
  return { saved: sids.filter((sid) => done.has(sid)), unsaved };
};
