import { isLacking } from '../../core/capture/isLacking';
import { fieldsOf } from '../../core/catalog/fieldsOf';
import { textIn } from '../../core/catalog/textIn';
import { problemsOf } from '../problems';
import { sessionOf, type AppState } from '../sessions';

/** Whether the end of its time completes a task here, and the names of the required fields that lack an answer then. */
export const endsByTimeout = (
  app: AppState,
  reservationSid: string,
  language: string,
): { readonly lacking: readonly string[] } | null => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.follows || session.wrapUp?.state !== 'completing') return null;
  const lacking = problemsOf(app, session).flatMap((one) => (isLacking(one) ? [one.field] : []));
  const fields = fieldsOf(session.form).filter(({ id }) => lacking.includes(id));
  const { reportedLanguage } = session.catalog;
  return { lacking: fields.map(({ name }) => textIn(name, language, reportedLanguage)) };
};
