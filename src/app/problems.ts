import { fillsIn } from '../core/capture/fillsIn';
import { isLacking } from '../core/capture/isLacking';
import type { Answer, Answers, FieldProblem } from '../core/capture/types';
import { validateCapture } from '../core/capture/validateCapture';
import { fieldsOf } from '../core/catalog/fieldsOf';
import { legView } from '../core/legs/legView';
import { memoryOf, type AppState } from './sessions';
import type { Session } from './session';

/** Without what waits for the agent's decision. */
const misfits = (app: AppState, session: Session): readonly FieldProblem[] =>
  validateCapture(
    session.catalog,
    session.form,
    session.capture,
    legView(
      session.form,
      app.ports.attributes.snapshot(session.reservationSid),
      session.reservationSid,
    ),
    session.facts,
  );

export const problemsOf = (app: AppState, session: Session): readonly FieldProblem[] => {
  const problems = misfits(app, session);
  const others = session.conflicts.flatMap(({ field }): FieldProblem[] =>
    problems.some((problem) => problem.field === field) ? [] : [{ field, code: 'conflict' }],
  );
  return others.length > 0 ? [...problems, ...others] : problems;
};

/** Fields whose answers cannot be stored as they are: Insights would cut or misread them. */
export const unfitFields = (app: AppState, session: Session): readonly string[] =>
  misfits(app, session).flatMap((problem) => (isLacking(problem) ? [] : [problem.field]));

/** Without what the gate would stop: Insights would cut or misread it, and nobody could mend that. */
export const fitAnswers = (app: AppState, session: Session): Answers => {
  const unfit = new Set(unfitFields(app, session));
  const filledAgain = new Set(
    fieldsOf(session.form)
      .filter(fillsIn)
      .map(({ id }) => id),
  );
  return Object.fromEntries(
    Object.entries(session.capture.answers).flatMap(([field, answer]): [string, Answer][] => {
      if (!unfit.has(field)) return [[field, answer]];
      // Left out, what the agent has replaced would be filled in again.
      return filledAgain.has(field) ? [[field, { value: null, origin: 'agent' }]] : [];
    }),
  );
};

/** A missing answer is no mistake before the agent tried to complete, and none at all where nothing asks for it. */
export const problemsToShow = (app: AppState, session: Session): readonly FieldProblem[] => {
  const problems = problemsOf(app, session);
  const asked = session.catalog.policies.enforcement !== 'optional';
  return asked && memoryOf(app, session.reservationSid).attempted
    ? problems
    : problems.filter((problem) => !isLacking(problem));
};
