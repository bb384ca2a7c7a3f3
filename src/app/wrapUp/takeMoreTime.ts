import { REASON_LIMIT } from '../../core/wrapUp/wrapUpMark';
import { cleanText } from '../../core/capture/storedText';
import { storeDraft } from '../changeAnswers';
import { draftIsIn } from '../openSession';
import { changeSession, memoryOf, sessionOf, type AppState } from '../sessions';

/**
 * The agent takes more time, as often as the form lets them. In a page that has just been opened only once it is known
 * which tab writes: what another one took, or that its time runs, would else go over it.
 */
export const takeMoreTime = async (
  app: AppState,
  reservationSid: string,
  reason: string,
): Promise<void> => {
  await draftIsIn(app, reservationSid);
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
