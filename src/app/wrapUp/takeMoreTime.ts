import { REASON_LIMIT } from '../../core/wrapUp/wrapUpMark';
import { cleanText } from '../../core/capture/storedText';
import { storeDraft } from '../changeAnswers';
import { changeSession, memoryOf, sessionOf, type AppState } from '../sessions';

/** The agent takes more time, as often as the form lets them. */
export const takeMoreTime = (app: AppState, reservationSid: string, reason: string): void => {
  const session = sessionOf(app, reservationSid);
  if (!session?.wrapUp || session.follows) return;
  const { extensionsLeft, state } = session.wrapUp;
  if (state !== 'running' || extensionsLeft === 0) return;
  const memory = memoryOf(app, reservationSid);
  const given = cleanText(cleanText(reason).slice(0, REASON_LIMIT));
  memory.wrapUp.extensions = [...memory.wrapUp.extensions, given];
  // The mark has yet to say so.
  const { save } = session;
  changeSession(app, reservationSid, () =>
    save.status === 'saved' ? { save: { status: 'idle' } } : {},
  );
  storeDraft(app, reservationSid);
  memory.seat?.tell();
  app.ports.journal.record('more-time', {
    reservationSid,
    extension: memory.wrapUp.extensions.length,
    reason: given === '' ? 'none' : 'given',
  });
};
