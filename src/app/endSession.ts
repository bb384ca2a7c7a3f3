import { mergePatch } from '../core/attributes/mergePatch';
import { agentAnswers } from '../core/capture/agentAnswers';
import { ownedPaths } from '../core/capture/ownedPaths';
import { toPatch } from '../core/capture/toPatch';
import { legView } from '../core/legs/legView';
import { unsavedFields } from '../core/capture/unsavedFields';
import { asideOfDraft, setAside } from './aside';
import { draftOf } from './changeAnswers';
import { journalEnd } from './journalEnd';
import { unfitFields } from './problems';
import type { Session } from './session';
import { dropSession, memoryOf, sessionOf, type AppState } from './sessions';
import { isLeftBehind } from './wayOutWish';

/** How a reservation ended, as far as its event tells. */
export type Ending = 'completed' | 'canceled' | 'timeout' | 'rescinded' | 'rejected' | 'vanished';

/** Who or what has ended it: a completion that was let through here tells of itself. */
const howEnded = (app: AppState, reservationSid: string, ending: Ending): string => {
  const memory = app.memory.get(reservationSid);
  if (ending !== 'completed') return ending;
  if (isLeftBehind(app, reservationSid)) return 'way-out';
  return memory?.letGo ? 'let-through' : 'elsewhere';
};

const recordEnd = (
  app: AppState,
  reservationSid: string,
  ending: Ending,
  session: Session | null,
  unsaved: readonly string[] = [],
): void =>
  journalEnd(
    app.ports.journal,
    reservationSid,
    howEnded(app, reservationSid, ending),
    session && { form: session.form.id, version: session.catalog.version, unsaved },
  );

/** The tab that writes sees to it; as long as the turn goes over, the one that had it last. */
const isForAnotherTab = (app: AppState, { reservationSid, follows }: Session): boolean =>
  follows && !memoryOf(app, reservationSid).seat?.isLast();

/**
 * Forgets a reservation that ended. Answers that never reached the task can't be brought there any more
 * (Insights has read it): that is said, not hidden. Returns whether there were any that the agent did not leave behind
 * on purpose.
 */
export const endSession = (
  app: AppState,
  reservationSid: string,
  attributes: unknown,
  ending: Ending = 'completed',
): boolean => {
  const session = sessionOf(app, reservationSid);
  if (!session || isForAnotherTab(app, session) || session.readOnly) {
    if (!session) recordEnd(app, reservationSid, ending, null);
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
  const isLeft = isLeftBehind(app, reservationSid);
  const unsaved = (merged.ok ? merged.value.changed : patch.length > 0) || unfit.length > 0;
  const lost = new Set([...(unsaved ? unsavedFields(form, patch, own) : []), ...unfit]);
  recordEnd(app, reservationSid, ending, session, [...lost]);
  if (unsaved) {
    const draft = draftOf(app, reservationSid);
    const reason = isLeft ? 'way-out' : 'ended';
    const aside = asideOfDraft(draft, reservationSid, reason, (id) => lost.has(id));
    if (aside) void setAside(app, aside, session);
  }
  dropSession(app, reservationSid);
  void app.ports.drafts.remove(reservationSid);
  app.ports.serviceDrafts?.drop(reservationSid);
  return unsaved && !isLeft;
};

/**
 * Forgets a reservation that is gone without a word of how it ended. Returns whether answers may not have reached the
 * task. The draft stays: a reservation that comes back finds it.
 */
export const loseSession = (app: AppState, reservationSid: string): boolean => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return false;
  if (isForAnotherTab(app, session)) {
    dropSession(app, reservationSid);
    return false;
  }
  const answered = Object.keys(agentAnswers(session.capture.answers));
  const isSafe = session.save.status === 'saved' || isLeftBehind(app, reservationSid);
  const unsaved = isSafe ? [] : answered;
  recordEnd(app, reservationSid, 'vanished', session, unsaved);
  dropSession(app, reservationSid);
  return unsaved.length > 0;
};
