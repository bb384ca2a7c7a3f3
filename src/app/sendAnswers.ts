import { agentAnswers } from '../core/capture/agentAnswers';
import { isStored } from '../core/capture/isStored';
import { looksForConflicts } from '../core/conflicts/findConflicts';
import { factsForRules } from '../core/rules/factsForRules';
import type { SaveRequest } from '../core/service/saveRequest';
import type { SaveEvent } from '../core/sync/types';
import { isTransferred } from './legs';
import type { SaveService } from './ports';
import type { Session } from './session';
import { memoryOf, type AppState } from './sessions';
import { wrapUpMarkOf } from './wrapUp/wrapUpNow';

interface Sent {
  readonly event: SaveEvent;
  /** Whether all the answers are on the task now. */
  readonly isWhole: boolean;
}

/** Hands answers to the service, and looks at what it says is stored. */
export const sendAnswers = async (
  app: AppState,
  service: SaveService,
  session: Session,
  { answers, purpose, wayOut }: Pick<SaveRequest, 'answers' | 'purpose' | 'wayOut'>,
): Promise<Sent> => {
  const { reservationSid, catalog, form, facts, attributes, capture } = session;
  const transferred = isTransferred(app, reservationSid);
  const wrapUp = wrapUpMarkOf(memoryOf(app, reservationSid).wrapUp);
  const answer = await service.save({
    reservationSid,
    purpose,
    catalogVersion: catalog.version,
    formId: form.id,
    answers: agentAnswers(answers),
    saved: capture.saved,
    ...(capture.suggested && catalog.policies.originsKey !== undefined
      ? { suggested: capture.suggested }
      : {}),
    facts: factsForRules(form, facts),
    transferred,
    ...(looksForConflicts(catalog) ? { seen: capture.seen ?? {} } : {}),
    ...(wayOut ? { wayOut } : {}),
    ...(wrapUp ? { wrapUp } : {}),
  });
  if (!answer.ok) {
    const { failure, retryAfterMs, code } = answer.error;
    if (failure.kind === 'unavailable') {
      app.ports.journal.record('service-unavailable', { reservationSid, code });
    }
    return { event: { type: 'send-failed', failure, retryAfterMs }, isWhole: false };
  }
  const isWhole = isStored({
    catalog,
    form,
    given: { answers, saved: capture.saved },
    facts,
    attributes,
    stored: answer.value.stored,
    isShared: transferred,
  });
  // What was held back on purpose can't be shown.
  return { event: { type: 'sent', shown: isWhole || !answer.value.whole }, isWhole };
};
