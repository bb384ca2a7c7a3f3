import { applyIntent } from '../core/capture/applyIntent';
import { dropUnoffered } from '../core/capture/dropUnoffered';
import { refreshPrefill } from '../core/capture/refreshPrefill';
import type { Capture, Intent } from '../core/capture/types';
import { isTransferred, readTask } from './legs';
import { problemsToShow } from './problems';
import type { Session } from './session';
import { changeSession, memoryOf, sessionOf, type AppState } from './sessions';
import { statesOf } from './statesOf';

/** Applies an agent's gesture and stores the draft. The change is visible when this returns. */
export const changeAnswers = (app: AppState, reservationSid: string, intent: Intent): void => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return;
  const applied = applyIntent(session.catalog, session.form, session.capture, intent);
  if (applied === session.capture) return;
  const { capture, dropped } =
    intent.type === 'undo'
      ? { capture: followTask(app, session, applied), dropped: [] }
      : withoutImpossible(session, applied);
  changeSession(app, reservationSid, () => ({
    capture,
    dropped,
    problems: problemsToShow(app, { ...session, capture }),
    // "Saved" would not be true of the new answer; a failure stays until it is retried.
    ...(session.save.status === 'saved' ? { save: { status: 'idle' as const } } : {}),
  }));
  storeDraft(app, reservationSid);
};

/** An answer may have taken the ground from others; the same step of undo brings them back. */
const withoutImpossible = (session: Session, capture: Capture) => {
  const states = statesOf({ ...session, capture }, session.states);
  return dropUnoffered(session.catalog, session.form, capture, states);
};

/** What undo gives back to the task shows what the task says now, not what it said at the time. */
const followTask = (app: AppState, session: Session, capture: Capture): Capture => {
  const { catalog, form, reservationSid } = session;
  const attributes = app.ports.attributes.snapshot(reservationSid);
  return refreshPrefill(capture, readTask(catalog, form, attributes, reservationSid).prefill);
};

export const storeDraft = (app: AppState, reservationSid: string): void => {
  const session = sessionOf(app, reservationSid);
  if (!session || memoryOf(app, reservationSid).restoring) return;
  const { flushed, turn } = memoryOf(app, reservationSid);
  void app.ports.drafts.save(reservationSid, {
    capture: session.capture,
    flushed,
    transferred: isTransferred(app, reservationSid),
    at: app.ports.clock.now(),
    turn,
  });
};
