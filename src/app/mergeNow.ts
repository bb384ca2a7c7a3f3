import type { AnswersToMerge } from '../core/capture/mergeAnswers';
import type { Session } from './session';

/** How a session's answers would go onto its task if it completed now, as far as the browser knows the task. */
export const mergeNow = (
  session: Pick<
    Session,
    'reservationSid' | 'catalog' | 'form' | 'facts' | 'capture' | 'transferred'
  >,
): AnswersToMerge => ({
  catalog: session.catalog,
  form: session.form,
  given: session.capture,
  facts: session.facts,
  purpose: 'complete',
  reservationSid: session.reservationSid,
  transferred: session.transferred,
  marksCompletion: false,
});
