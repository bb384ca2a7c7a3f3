import { applyIntent } from '../core/capture/applyIntent';
import { agentAnswers } from '../core/capture/agentAnswers';
import { dropUnoffered } from '../core/capture/dropUnoffered';
import { refreshPrefill } from '../core/capture/refreshPrefill';
import { sameValue } from '../core/capture/sameValue';
import type { Answers, Capture, Intent } from '../core/capture/types';
import { withoutFields } from '../core/capture/withoutFields';
import { personalFields } from '../core/catalog/personalFields';
import { meetConflicts, withBases } from './conflicts';
import { isTransferred, readTask } from './legs';
import type { Draft } from './ports';
import { problemsToShow } from './problems';
import type { Session } from './session';
import { changeSession, memoryOf, sessionOf, type AppState } from './sessions';
import { statesOf } from './statesOf';

/** Applies an agent's gesture and stores the draft. The change is visible when this returns. */
export const changeAnswers = (app: AppState, reservationSid: string, intent: Intent): void => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly || session.follows) return;
  const applied = applyIntent(session.catalog, session.form, session.capture, intent);
  if (applied === session.capture) return;
  const { capture: changed, dropped } =
    intent.type === 'undo'
      ? { capture: followTask(app, session, applied), dropped: [] }
      : withoutImpossible(session, applied);
  const capture = withBases(app, session, changed);
  const { answers: before } = session.capture;
  changeSession(app, reservationSid, () => ({
    capture,
    dropped,
    taken: session.taken.filter((id) => capture.answers[id] === before[id]),
    problems: problemsToShow(app, { ...session, capture }),
    // "Saved" would not be true of the new answer; a failure stays until it is retried.
    ...(session.save.status === 'saved' ? { save: { status: 'idle' as const } } : {}),
  }));
  meetConflicts(app, reservationSid, app.ports.attributes.snapshot(reservationSid));
  const memory = memoryOf(app, reservationSid);
  if (memory.restoring || memory.seat?.role() === 'joining') {
    memory.early = { ...memory.early, ...changedIn(capture.answers, session.capture.answers) };
  }
  storeDraft(app, reservationSid);
};

const changedIn = (answers: Answers, before: Answers): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([id, answer]) => before[id] !== answer));

/** An answer may have taken the ground from others; the same step of undo brings them back. */
const withoutImpossible = (session: Session, capture: Capture) => {
  const states = statesOf({ ...session, capture }, session.states);
  return dropUnoffered(session.catalog, session.form, capture, states);
};

/** What undo gives back to the task shows what the task says now, not what it said at the time. */
const followTask = (app: AppState, session: Session, capture: Capture): Capture => {
  const { catalog, form, reservationSid } = session;
  const attributes = app.ports.attributes.snapshot(reservationSid);
  return refreshPrefill(capture, readTask(catalog, form, attributes, reservationSid).prefill);
};

/** A session as it is now, to be stored. */
export const draftOf = (app: AppState, reservationSid: string): Draft | null => {
  const session = sessionOf(app, reservationSid);
  if (!session) return null;
  const { flushed, lastSaved, refusals, turn, wrapUp } = memoryOf(app, reservationSid);
  const { extensions, state } = wrapUp;
  const unsaved = Object.entries(agentAnswers(session.capture.answers)).flatMap(([id, answer]) => {
    const there = lastSaved?.[id];
    return there && sameValue(there.value, answer.value) ? [] : [id];
  });
  return {
    capture: session.capture,
    flushed,
    refusals,
    transferred: isTransferred(app, reservationSid),
    at: app.ports.clock.now(),
    turn,
    unsaved,
    ...(session.wrapUp === null
      ? {}
      : {
          wrapUp: {
            extensions,
            held: state === 'held',
            ahead: app.ports.serverClock.ahead(),
          },
        }),
  };
};

export const storeDraft = (app: AppState, reservationSid: string): void => {
  const session = sessionOf(app, reservationSid);
  if (!session || memoryOf(app, reservationSid).restoring) return;
  const draft = draftOf(app, reservationSid);
  // What another tab writes is stored by that one.
  if (!draft || session.follows) return;
  const personal = personalFields(session.form);
  const capture =
    session.catalog.policies.personalDrafts === 'omit'
      ? withoutFields(draft.capture, personal)
      : draft.capture;
  void app.ports.drafts.save(reservationSid, { ...draft, capture }, personal);
  if (session.catalog.policies.serviceDrafts) {
    app.ports.serviceDrafts?.keep({ ...draft, capture: withoutFields(draft.capture, personal) });
  }
};
