import { suggest, type SuggestResult } from '../core/capture/suggest';
import type { JsonValue } from '../core/json';
import { storeDraft } from './changeAnswers';
import { changeSession, sessionOf, type AppState } from './sessions';

/** `no-form`: the agent has no open form for this reservation. `elsewhere`: another tab of theirs writes it. */
export type SuggestOutcome = SuggestResult | 'no-form' | 'elsewhere';

/** Offers another program's suggestions to the agent. No answer changes by it. */
export const suggestAnswers = (
  app: AppState,
  reservationSid: string,
  said: Readonly<Record<string, JsonValue>>,
  source: string,
): Readonly<Record<string, SuggestOutcome>> => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly || session.follows) {
    const outcome = session?.follows ? 'elsewhere' : 'no-form';
    return Object.fromEntries(Object.keys(said).map((id) => [id, outcome]));
  }
  const { catalog, form } = session;
  const { capture, results } = suggest(catalog, form, session.capture, said, source);
  if (capture !== session.capture) {
    changeSession(app, reservationSid, () => ({ capture }));
    storeDraft(app, reservationSid);
  }
  return results;
};
