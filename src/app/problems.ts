import { isLacking } from '../core/capture/isLacking';
import type { FieldProblem } from '../core/capture/types';
import { validateCapture } from '../core/capture/validateCapture';
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

/** A missing answer is no mistake before the agent tried to complete, and none at all where nothing asks for it. */
export const problemsToShow = (app: AppState, session: Session): readonly FieldProblem[] => {
  const problems = problemsOf(app, session);
  const asked = session.catalog.policies.enforcement !== 'optional';
  return asked && memoryOf(app, session.reservationSid).attempted
    ? problems
    : problems.filter((problem) => !isLacking(problem));
};
