import { mergePatch } from '../core/attributes/mergePatch';
import { agentAnswers } from '../core/capture/agentAnswers';
import { ownedPaths } from '../core/capture/ownedPaths';
import { toPatch } from '../core/capture/toPatch';
import { legView } from '../core/legs/legView';
import { unsavedFields } from '../core/capture/unsavedFields';
import { personalFields } from '../core/catalog/personalFields';
import { asideOfDraft, setAside } from './aside';
import { draftOf } from './changeAnswers';
import { unfitFields } from './problems';
import { dropSession, memoryOf, sessionOf, type AppState } from './sessions';

/**
 * Forgets a reservation that ended. Answers that never reached the task can't be brought there any more
 * (Insights has read it): that is said, not hidden. Returns whether there were
 * any that the agent did not leave behind on purpose.
 */
export const endSession = (app: AppState, reservationSid: string, attributes: unknown): boolean => {
  const session = sessionOf(app, reservationSid);
  // The tab that writes sees to it.
  if (!session || session.follows) {
    dropSession(app, reservationSid);
    return false;
  }
  // Another leg's values are neither what is missing here nor in the way.
  const own = legView(session.form, attributes, reservationSid);
  const { catalog, form, capture, facts } = session;
  const patch = toPatch(catalog, form, capture, own, { facts });
  const merged = mergePatch(own, patch, ownedPaths(session.form));
  // What cannot be stored is in no patch.
  const unfit = unfitFields(app, session);
  const { wayOut, wayOutBecause } = memoryOf(app, reservationSid);
  const isTaken = wayOut === 'taken';
  const unsaved =
    !session.readOnly &&
    !(isTaken && !wayOutBecause) &&
    ((merged.ok ? merged.value.changed : patch.length > 0) || unfit.length > 0);
  if (unsaved) {
    if (!isTaken) app.ports.journal.record('ended-unsaved', { reservationSid });
    const lost = new Set([...unsavedFields(form, patch, own), ...unfit]);
    const draft = draftOf(app, reservationSid);
    const reason = isTaken ? 'way-out' : 'ended';
    const aside = asideOfDraft(draft, reservationSid, reason, (id) => lost.has(id));
    if (aside) void setAside(app, aside, personalFields(form));
  }
  dropSession(app, reservationSid);
  void app.ports.drafts.remove(reservationSid);
  return unsaved && !isTaken;
};

/**
 * Forgets a reservation that is gone without a word of how it ended. Returns whether answers may not have reached the
 * task. The draft stays: a reservation that comes back finds it.
 */
export const loseSession = (app: AppState, reservationSid: string): boolean => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return false;
  if (session.follows) {
    dropSession(app, reservationSid);
    return false;
  }
  const unsaved =
    session.save.status !== 'saved' &&
    memoryOf(app, reservationSid).wayOut !== 'taken' &&
    Object.keys(agentAnswers(session.capture.answers)).length > 0;
  if (unsaved) app.ports.journal.record('ended-unsaved', { reservationSid });
  dropSession(app, reservationSid);
  return unsaved;
};
