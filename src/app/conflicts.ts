import { agentAnswers } from '../core/capture/agentAnswers';
import { applyIntent } from '../core/capture/applyIntent';
import type { Answer, Answers, Capture } from '../core/capture/types';
import { findConflicts, looksForConflicts, type Conflict } from '../core/conflicts/findConflicts';
import { alsoKnown, firstSeen, stillSeen } from '../core/conflicts/seen';
import { legView } from '../core/legs/legView';
import { fitAnswers, problemsToShow } from './problems';
import type { Session } from './session';
import { changeSession, sessionOf, type AppState } from './sessions';

interface Met {
  /** Fields about which the agent has to decide. */
  readonly undecided: readonly string[];
  /** Fields whose answers gave way to what is on the task. */
  readonly replaced: readonly string[];
}

const NONE: Met = { undecided: [], replaced: [] };

/** The capture with what its answers go over, where the policies look for conflicts. */
export const withBases = (app: AppState, session: Session, capture: Capture): Capture => {
  const { catalog, form, reservationSid } = session;
  if (!looksForConflicts(catalog)) return capture;
  const task = legView(form, app.ports.attributes.snapshot(reservationSid), reservationSid);
  return stillSeen(firstSeen(capture, form, Object.keys(agentAnswers(capture.answers)), task));
};

/** Of what a save would write: where an answer does not fit, what was saved before it comes off. */
export const conflictsOf = (
  app: AppState,
  session: Session,
  attributes: unknown,
  answers: Answers = fitAnswers(app, session),
): readonly Conflict[] => {
  const { catalog, form, capture, facts, reservationSid } = session;
  if (!looksForConflicts(catalog)) return [];
  const { seen = {} } = capture;
  const given = { ...capture, answers };
  return findConflicts({ catalog, form, given, seen, facts, reservationSid }, attributes);
};

/** What stands on the task takes the answers' places: as the agent's own, or where it is no answer, alone. */
const withTheirs = ({ catalog, form, capture }: Session, found: readonly Conflict[]): Capture => {
  const gone = found.flatMap(({ field, theirs }) => (theirs ? [] : [field]));
  const taken = applyIntent(catalog, form, capture, {
    type: 'together',
    intents: found.flatMap(({ field, theirs }) =>
      theirs ? [{ type: 'accept' as const, field, value: theirs }] : [],
    ),
  });
  const answers = Object.entries(taken.answers).filter(([id]): boolean => !gone.includes(id));
  return {
    ...taken,
    answers: Object.fromEntries<Answer>(answers),
    saved: taken.saved.filter((id) => !gone.includes(id)),
    // One step, whatever it changed.
    past: taken === capture ? [...capture.past, capture.answers] : taken.past,
  };
};

/**
 * Looks for values that somebody else has written where answers of the agent are to go. By the policy they take the
 * answers' places at once, or are shown beside them until the agent decides.
 */
export const meetConflicts = (app: AppState, reservationSid: string, attributes: unknown): Met => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly || !looksForConflicts(session.catalog)) return NONE;
  const found = conflictsOf(app, session, attributes);
  const fields = found.map(({ field }) => field);
  // The tab that writes shows them; a save that began before it took over must not go over them either.
  if (session.follows) return { undecided: fields, replaced: [] };
  const known = session.conflicts.map(({ field }) => field);
  const decides = session.catalog.policies.conflicts ?? 'ours';
  if (fields.some((field) => !known.includes(field))) {
    app.ports.journal.record('conflict', { reservationSid, fields, decides });
  }
  if (decides === 'theirs') {
    if (found.length === 0) return NONE;
    const capture = found.reduce(alsoKnown, withTheirs(session, found));
    changeSession(app, reservationSid, ({ taken }) => ({
      capture,
      taken: [...new Set([...taken, ...fields])],
      problems: problemsToShow(app, { ...session, capture }),
    }));
    return { undecided: [], replaced: fields };
  }
  if (JSON.stringify(found) !== JSON.stringify(session.conflicts)) {
    changeSession(app, reservationSid, () => ({
      conflicts: found,
      problems: problemsToShow(app, { ...session, conflicts: found }),
    }));
  }
  return { undecided: fields, replaced: [] };
};

/** From now on the agent's answers go over what they have seen there. */
export const keepOurs = (
  app: AppState,
  reservationSid: string,
  decided: readonly Conflict[],
): void =>
  changeSession(app, reservationSid, (session) => {
    const capture = decided.reduce(alsoKnown, session.capture);
    const conflicts = session.conflicts.filter((conflict) => !decided.includes(conflict));
    return {
      capture,
      conflicts,
      problems: problemsToShow(app, { ...session, capture, conflicts }),
    };
  });
