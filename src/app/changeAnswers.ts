import { applyIntent } from '../core/capture/applyIntent';
import type { Intent } from '../core/capture/types';
import { problemsToShow } from './problems';
import { changeSession, memoryOf, sessionOf, type AppState } from './sessions';

/** Applies an agent's gesture and stores the draft. The change is visible when this returns. */
export const changeAnswers = (app: AppState, reservationSid: string, intent: Intent): void => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return;
  const capture = applyIntent(session.catalog, session.form, session.capture, intent);
  if (capture === session.capture) return;
  changeSession(app, reservationSid, () => ({
    capture,
    problems: problemsToShow(app, { ...session, capture }),
    // "Saved" would not be true of the new answer; a failure stays until it is retried.
    ...(session.save.status === 'saved' ? { save: { status: 'idle' as const } } : {}),
  }));
  storeDraft(app, reservationSid);
};

export const storeDraft = (app: AppState, reservationSid: string): void => {
  const session = sessionOf(app, reservationSid);
  if (!session) return;
  void app.ports.drafts.save(reservationSid, {
    capture: session.capture,
    flushed: memoryOf(app, reservationSid).flushed,
  });
};
