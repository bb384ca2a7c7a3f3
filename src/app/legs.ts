import type { AnswersToMerge, SavePurpose } from '../core/capture/mergeAnswers';
import { readPrefill } from '../core/capture/readPrefill';
import type { Answers, Prefill } from '../core/capture/types';
import type { Catalog, Form } from '../core/catalog/types';
import { legView, othersView } from '../core/legs/legView';
import type { SaveRoute } from '../core/sync/types';
import type { WayOutTaken } from '../core/wayOut/wayOutMarks';
import { mergeNow } from './mergeNow';
import type { Session } from './session';
import { memoryOf, type AppState } from './sessions';
import { wrapUpMarkOf } from './wrapUp/wrapUpNow';

/** Whether the task has other reservations: as the browser says now, or has ever said. */
export const isTransferred = (app: AppState, reservationSid: string): boolean => {
  const memory = memoryOf(app, reservationSid);
  memory.transferred ||= app.ports.attributes.isTransferred(reservationSid);
  return memory.transferred;
};

/** How a session's answers go onto its task. */
export const mergeOf = (
  app: AppState,
  session: Session,
  answers: Answers,
  purpose: SavePurpose,
  route: SaveRoute,
  wayOut?: WayOutTaken,
): AnswersToMerge => ({
  ...mergeNow({ ...session, transferred: isTransferred(app, session.reservationSid) }),
  given: { answers, saved: session.capture.saved, suggested: session.capture.suggested },
  purpose,
  wrapUp: wrapUpMarkOf(memoryOf(app, session.reservationSid).wrapUp),
  // The service asks TaskRouter who is still there.
  marksCompletion: route === 'sdk',
  ...(wayOut ? { wayOut } : {}),
});

interface OnTask {
  /** What the task brought, for this reservation. */
  readonly prefill: Prefill;
  /** What another reservation on it answered. */
  readonly previous: Prefill;
}

export const readTask = (
  catalog: Catalog,
  form: Form,
  attributes: unknown,
  reservationSid: string,
): OnTask => ({
  prefill: readPrefill(catalog, form, legView(form, attributes, reservationSid)),
  previous: readPrefill(catalog, form, othersView(form, attributes, reservationSid)),
});
