import type { DebriefApiV1, DebriefEvents, DebriefState } from '../../public/debrief-api';
import { asFact } from '../core/capture/asAnswer';
import { isBlank } from '../core/capture/checkValue';
import type { Answers } from '../core/capture/types';
import { fieldsOf } from '../core/catalog/fieldsOf';
import { isPersonal } from '../core/catalog/personalFields';
import { lackingFields } from '../core/form/requiredLeft';
import type { FormState } from '../core/form/types';
import { isJsonObject } from '../core/json';
import type { Session } from './session';
import { isSaid } from './saveSession';
import { sessionOf, type AppState, type SessionsState } from './sessions';
import { suggestAnswers } from './suggestAnswers';

export interface Api {
  readonly v1: DebriefApiV1;
  /** For what sessions alone do not tell. */
  readonly emit: <E extends keyof DebriefEvents>(event: E, details: DebriefEvents[E]) => void;
}

/** Tasks that a supervisor looks at are not the agent's. */
const ownSession = (app: AppState, reservationSid: string): Session | null => {
  const session = sessionOf(app, reservationSid);
  return session && !session.readOnly ? session : null;
};

const stateOf = ({ form, catalog, states, save }: Session): DebriefState => ({
  formId: form.id,
  version: catalog.version,
  answers: Object.fromEntries(
    fieldsOf(form).flatMap((field) => {
      const value = states[field.id]?.answer?.value ?? null;
      const isTold = value?.kind !== 'media' && !isBlank(value) && !isPersonal(field);
      return isTold ? [[field.id, asFact(value)]] : [];
    }),
  ),
  lacking: lackingFields(form, states),
  saveStatus: save.status,
});

const changedFields = (now: FormState, before: FormState): readonly string[] =>
  [...new Set([...Object.keys(now), ...Object.keys(before)])].filter(
    (id) => JSON.stringify(now[id]?.answer) !== JSON.stringify(before[id]?.answer),
  );

const tellOf = (emit: Api['emit'], now: Session, before: Session | undefined): void => {
  const { reservationSid, form, states } = now;
  if (now.readOnly) return;
  if (!before) return emit('opened', { reservationSid, formId: form.id });
  if (states !== before.states) {
    const fields = changedFields(states, before.states);
    if (fields.length > 0) emit('changed', { reservationSid, fields });
  }
};

/** What other plugins may see and do. What they pass is not trusted, and what they throw stays theirs. */
export const createApi = (app: AppState, onError: (error: unknown) => void): Api => {
  const handlers = new Map<string, Set<(details: never) => void>>();
  const emit: Api['emit'] = (event, details) => {
    Object.values(details).forEach(Object.freeze);
    Object.freeze(details);
    // Those that begin to listen meanwhile hear of what comes next.
    for (const handler of [...(handlers.get(event) ?? [])]) {
      try {
        (handler as (told: typeof details) => void)(details);
      } catch (error) {
        onError(error);
      }
    }
  };
  /** A completion looks twice, and both times what is saved is the same. */
  const saved = new Map<string, Answers>();
  const tellSaved = ({ reservationSid, save, capture: { answers } }: Session): void => {
    const known = saved.get(reservationSid);
    if (save.status !== 'saved' || (known && isSaid(answers, known))) return;
    saved.set(reservationSid, answers);
    emit('saved', { reservationSid });
  };
  app.store.subscribe(({ sessions }: SessionsState, { sessions: before }: SessionsState) => {
    for (const [sid, session] of Object.entries(sessions)) {
      if (session === before[sid]) continue;
      tellOf(emit, session, before[sid]);
      tellSaved(session);
    }
    for (const sid of saved.keys()) if (!(sid in sessions)) saved.delete(sid);
  });
  const v1: DebriefApiV1 = {
    state: (reservationSid) => {
      const session = ownSession(app, reservationSid);
      return session && stateOf(session);
    },
    suggest: (reservationSid, answers, source) =>
      isJsonObject(answers) ? suggestAnswers(app, reservationSid, answers, String(source)) : {},
    on: (event, handler) => {
      const known = handlers.get(event) ?? new Set();
      handlers.set(event, known);
      // Of its own, so that listening twice is stopped twice.
      const own = (details: never): void => handler(details);
      known.add(own);
      return () => void known.delete(own);
    },
  };
  return { v1: Object.freeze(v1), emit };
};
