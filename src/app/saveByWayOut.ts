import type { WayOutTaken } from '../core/wayOut/wayOutMarks';
import { keepOurs } from './conflicts';
import { answersAreHere } from './openSession';
import { fitAnswers, problemsOf } from './problems';
import { isUndecided, saveSession, type SaveWish } from './saveSession';
import { memoryOf, sessionOf, type AppState, type SaveOutcome } from './sessions';
import { unlessQueued } from './unlessQueued';

const isRefused = (outcome: SaveOutcome | 'queued'): boolean =>
  outcome !== 'queued' && !outcome.ok && outcome.failure.kind === 'refused';

/**
 * What can be put on the task before it completes by the way out: what fits, the policy's default, and the mark. Once,
 * and again at the second look if that went well; a save that fails or has to queue holds nobody.
 */
export const saveByWayOut = async (
  app: AppState,
  reservationSid: string,
  wayOut: WayOutTaken,
): Promise<void> => {
  await answersAreHere(app, reservationSid);
  const session = sessionOf(app, reservationSid);
  const memory = memoryOf(app, reservationSid);
  if (!session || session.readOnly || memory.wayOutSave === 'failed') return;
  const missing = problemsOf(app, session).map(({ field }) => field);
  const wish: SaveWish = { purpose: 'complete', answers: fitAnswers(app, session) };
  const save = (wanted: SaveWish): Promise<SaveOutcome | 'queued'> =>
    unlessQueued(app, reservationSid, saveSession(app, reservationSid, wanted));
  let outcome = await save({ ...wish, wayOut });
  // Who did not decide has meant what they answered.
  if (outcome !== 'queued' && isUndecided(outcome)) {
    keepOurs(app, reservationSid, sessionOf(app, reservationSid)?.conflicts ?? []);
    outcome = await save({ ...wish, wayOut });
  }
  // An older service knows no way out, and a catalog that was published since may not know the reason.
  if (isRefused(outcome)) outcome = await save(wish);
  const isSaved = outcome !== 'queued' && outcome.ok;
  if (memory.wayOutSave === null) {
    app.ports.journal.record('completed-by-way-out', {
      reservationSid,
      reason: wayOut.reason,
      saved: isSaved ? 'yes' : 'no',
      missing,
    });
  }
  memory.wayOutSave = isSaved ? 'done' : 'failed';
};
