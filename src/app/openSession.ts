import { createCapture } from '../core/capture/createCapture';
import { parseCapture } from '../core/capture/parseCapture';
import { readPrefill } from '../core/capture/readPrefill';
import { refreshPrefill } from '../core/capture/refreshPrefill';
import type { Answers, Capture } from '../core/capture/types';
import { resolveForm } from '../core/catalog/resolveForm';
import type { Form, TaskContext } from '../core/catalog/types';
import { isJsonObject } from '../core/json';
import { problemsToShow } from './problems';
import { changeSession, memoryOf, putSession, sessionOf, type AppState } from './sessions';

export interface TaskToOpen {
  readonly reservationSid: string;
  readonly context: TaskContext;
  /** As this browser knows them. */
  readonly attributes: unknown;
  /** A task of somebody else, seen by a supervisor. */
  readonly readOnly: boolean;
}

const byAgent = (answers: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([, answer]) => answer.origin === 'agent'));

/**
 * Opens the capture of a reservation, at once with what the task holds, then with its draft.
 * An answer given before the draft arrived wins over the draft. A reservation already open is left alone.
 * Resolves when the draft is in.
 */
export const openSession = (app: AppState, task: TaskToOpen): Promise<void> => {
  const { reservationSid } = task;
  if (sessionOf(app, reservationSid)) return memoryOf(app, reservationSid).opened;
  const { form } = resolveForm(app.catalog, task.context);
  if (!form) return Promise.resolve();

  const prefill = readPrefill(app.catalog, form, task.attributes);
  putSession(app, {
    reservationSid,
    catalog: app.catalog,
    form,
    capture: createCapture({ reservationSid, catalog: app.catalog, form, prefill }),
    foreign: prefill.foreign,
    problems: [],
    save: { status: 'idle' },
    readOnly: task.readOnly,
    focus: null,
  });
  if (task.readOnly) return Promise.resolve();
  const memory = memoryOf(app, reservationSid);
  memory.opened = takeInDraft(app, reservationSid, form);
  return memory.opened;
};

const takeInDraft = async (app: AppState, reservationSid: string, form: Form): Promise<void> => {
  const stored = await app.ports.drafts.load(reservationSid);
  if (!isJsonObject(stored)) return;
  const draft = parseCapture(stored['capture'], { reservationSid, catalog: app.catalog, form });
  if (!draft) return;
  memoryOf(app, reservationSid).flushed ||= stored['flushed'] === true;
  changeSession(app, reservationSid, (session) => {
    const capture: Capture = {
      ...session.capture,
      answers: {
        ...session.capture.answers,
        ...byAgent(draft.answers),
        ...byAgent(session.capture.answers),
      },
      past: session.capture.past.length > 0 ? session.capture.past : draft.past,
    };
    return { capture, problems: problemsToShow(app, { ...session, capture }) };
  });
};

/** Takes in what others changed on the task: answers the agent has not given follow the task. */
export const refreshSession = (app: AppState, reservationSid: string, attributes: unknown): void =>
  changeSession(app, reservationSid, (session) => {
    const prefill = readPrefill(session.catalog, session.form, attributes);
    return { capture: refreshPrefill(session.capture, prefill), foreign: prefill.foreign };
  });

/** How long anything waits for a draft: a browser whose storage never answers must not hold a completion. */
const DRAFT_WAIT_MS = 2_000;

export const draftIsIn = (app: AppState, reservationSid: string): Promise<void> =>
  Promise.race([memoryOf(app, reservationSid).opened, app.ports.clock.wait(DRAFT_WAIT_MS)]);
