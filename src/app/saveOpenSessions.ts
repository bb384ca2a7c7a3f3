import { agentAnswers } from '../core/capture/agentAnswers';
import { answersAreHere, draftIsIn } from './openSession';
import { fitAnswers } from './problems';
import { filledIn, isSaid, saveSession } from './saveSession';
import type { Session } from './session';
import { sessionOf, type AppState } from './sessions';

interface SavedOpen {
  /** Reservations with answers that are all on their tasks now. */
  readonly saved: readonly string[];
  /** Those with answers that may not be. */
  readonly unsaved: readonly string[];
}

const waitsForSave = (session: Session): boolean =>
  !session.readOnly &&
  session.save.status !== 'saved' &&
  (Object.keys(agentAnswers(session.capture.answers)).length > 0 || filledIn(session).length > 0);

/**
 * Whether the task says all that the agent means. A save may have left out what cannot be stored, or written nothing
 * beside another leg.
 */
const isAllSaved = (app: AppState, reservationSid: string): boolean => {
  const session = sessionOf(app, reservationSid);
  const saved = app.memory.get(reservationSid)?.lastSaved;
  return !session || (saved != null && isSaid(session.capture.answers, saved));
};

/**
 * Puts what there is on every open task before the agent goes away: others may complete it meanwhile. What another tab
 * writes is written here from now on. Waits no longer than `patienceMs`; what is under way then goes on.
 */
export const saveOpenSessions = async (app: AppState, patienceMs: number): Promise<SavedOpen> => {
  const { clock } = app.ports;
  const began = clock.now();
  const sessions = () => Object.values(app.store.getState().sessions);
  // A page that was just loaded has to know first what was answered in the one before.
  await Promise.all(sessions().map(({ reservationSid }) => draftIsIn(app, reservationSid)));
  const open = sessions().filter(waitsForSave);
  const sids = open.map(({ reservationSid }) => reservationSid);
  const done = new Set<string>();
  const save = async (reservationSid: string): Promise<void> => {
    await answersAreHere(app, reservationSid);
    const session = sessionOf(app, reservationSid);
    const answers = session && fitAnswers(app, session);
    const outcome = await saveSession(app, reservationSid, { purpose: 'flush', answers });
    if (outcome.ok && isAllSaved(app, reservationSid)) done.add(reservationSid);
  };
  if (open.length > 0) {
    const patience = patienceMs - (clock.now() - began);
    await Promise.race([Promise.all(sids.map(save)), clock.wait(patience)]);
  }
  const unsaved = sids.filter((sid) => !done.has(sid));
  for (const reservationSid of unsaved) {
    app.ports.journal.record('left-unsaved', { reservationSid });
  }
  return { saved: sids.filter((sid) => done.has(sid)), unsaved };
};
