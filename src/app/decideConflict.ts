import { changeAnswers, storeDraft } from './changeAnswers';
import { keepOurs, meetConflicts } from './conflicts';
import { flushSession } from './saveSession';
import type { Decision } from './session';
import { memoryOf, sessionOf, type AppState } from './sessions';

/** The agent has seen both values, and says which one counts. It holds over a reload. */
export const decideConflict = (
  app: AppState,
  reservationSid: string,
  field: string,
  decision: Decision,
): void => {
  const session = sessionOf(app, reservationSid);
  const conflict = session?.conflicts.find((known) => known.field === field);
  if (!session || !conflict || session.follows) return;
  const { theirs } = conflict;
  if (decision === 'theirs' && !theirs) return;
  keepOurs(app, reservationSid, [conflict]);
  if (decision === 'theirs' && theirs) {
    const accept = { type: 'accept' as const, field, value: theirs };
    // Together: what the agent has typed before stays a step of undo of its own.
    changeAnswers(app, reservationSid, { type: 'together', intents: [accept] });
  }
  storeDraft(app, reservationSid);
  // Somebody may have changed it once more meanwhile.
  const { undecided } = meetConflicts(
    app,
    reservationSid,
    app.ports.attributes.snapshot(reservationSid),
  );
  const memory = memoryOf(app, reservationSid);
  if (undecided.length > 0 || !memory.flushWaits) return;
  memory.flushWaits = false;
  void flushSession(app, reservationSid);
};
