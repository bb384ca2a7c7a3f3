import { draftIsIn } from './openSession';
import type { AttributesError } from '../core/attributes/types';
import { agentAnswers } from '../core/capture/agentAnswers';
import { markSaved } from '../core/capture/markSaved';
import { sameValue } from '../core/capture/sameValue';
import type { Answer, Answers, Origin } from '../core/capture/types';
import { mergeAnswers, type MergedAnswers, type SavePurpose } from '../core/capture/mergeAnswers';
import { looksForConflicts } from '../core/conflicts/findConflicts';
import { alsoSeen } from '../core/conflicts/seen';
import { showsOthers } from '../core/legs/legView';
import type { WayOutTaken } from '../core/wayOut/wayOutMarks';
import { fail, ok, type Result } from '../core/result';
import { mayPass } from '../core/sync/mayPass';
import { retryDelayMs } from '../core/sync/retryDelayMs';
import type { SaveFailure, SaveRoute } from '../core/sync/types';
import { storeDraft } from './changeAnswers';
import { conflictsOf, meetConflicts } from './conflicts';
import { mergeOf } from './legs';
import { fitAnswers } from './problems';
import { runSave } from './runSave';
import { sendAnswers } from './sendAnswers';
import type { SaveStatus, Session } from './session';
import { changeSession, memoryOf, sessionOf, type AppState, type SaveOutcome } from './sessions';

/** How long a completion may wait for a save, in milliseconds. */
const SAVE_DEADLINE_MS = 10_000;

const NOTHING_TO_SAVE: SaveOutcome = { ok: true };

export interface SaveWish {
  readonly purpose: SavePurpose;
  /** Nothing is done where the last save has put on the task all that is answered by now. */
  readonly unlessSaved?: true;
  /** These answers and no others; undefined: whatever the agent has answered by the time of each read, as far as it fits. */
  readonly answers?: Answers;
  /** The agent completes by the way out. */
  readonly wayOut?: WayOutTaken;
  /** Tried again by itself: the reason why it failed before stays in sight. */
  readonly again?: true;
}

/** Whether a task that says `saved` says all that the agent means. */
export const isSaid = (answers: Answers, saved: Answers): boolean => {
  const [own, there] = [agentAnswers(answers), agentAnswers(saved)];
  return [...Object.keys(own), ...Object.keys(there)].every((id) => own[id] === there[id]);
};

/** What a task that says `saved` surely still says while `sent` is on its way to it. */
const stillSaid = (saved: Answers, sent: Answers): Answers => {
  const isStill = ([id, { value }]: [string, Answer]): boolean =>
    sent[id] !== undefined && sameValue(sent[id].value, value);
  const entries = Object.entries(saved);
  return entries.every(isStill) ? saved : Object.fromEntries(entries.filter(isStill));
};

/** Who else than the agent or the task itself has filled a field in: that is written as well. */
const WRITTEN: readonly Origin[] = ['proposed', 'rule', 'default'];

export const filledIn = ({ states }: Session): readonly string[] =>
  Object.entries(states).flatMap(([id, { answer }]) =>
    answer && WRITTEN.includes(answer.origin) ? [id] : [],
  );

/** Whether the agent has to choose first, between their answer and what somebody else has written. */
export const isUndecided = (outcome: SaveOutcome): boolean =>
  !outcome.ok &&
  outcome.failure.kind === 'attributes' &&
  outcome.failure.error.code === 'undecided';

const show = (app: AppState, reservationSid: string, save: SaveStatus): void =>
  changeSession(app, reservationSid, () => ({ save }));

/** The first is after some 15 to 30 seconds: whoever is there decides sooner. */
const AGAIN_AFTER = 7;
const LONGEST_MS = 240_000;

const trouble = (
  app: AppState,
  reservationSid: string,
  failure: SaveFailure,
): { readonly since: number; readonly retryAt: number | null } => {
  const { clock } = app.ports;
  const now = clock.now();
  const memory = app.memory.get(reservationSid);
  const since = memory?.trouble?.since ?? now;
  const failed = (memory?.trouble?.failed ?? 0) + 1;
  if (memory) memory.trouble = { since, failed };
  const delay = retryDelayMs(failed + AGAIN_AFTER, null, clock.random(), LONGEST_MS);
  // A tab that follows by now tries nothing.
  const isTried = mayPass(failure) && !sessionOf(app, reservationSid)?.follows;
  return { since, retryAt: isTried ? now + delay : null };
};

const save = async (
  app: AppState,
  reservationSid: string,
  { answers, purpose, wayOut, again }: SaveWish,
  deadline: Promise<void>,
): Promise<SaveOutcome> => {
  const { attributes, clock, journal, service } = app.ports;
  let merged: Answers = {};
  let isWhole = true;
  /** Fields whose answers gave way meanwhile to what somebody else has written. */
  const replaced = new Set<string>();
  const answersNow = (session: Session): Answers => {
    const { capture, follows } = session;
    const gaveWay = ([id]: [string, unknown]): boolean => replaced.has(id);
    const isMeant = ([id, { origin }]: [string, Answer]): boolean =>
      !replaced.has(id) && (origin !== 'agent' || capture.answers[id]?.origin === 'agent');
    // Where this tab follows, the one that writes by now may have saved newer ones.
    if (!answers || follows) merged = fitAnswers(app, session);
    else {
      // What was taken back meanwhile is not written any more.
      merged = Object.fromEntries([
        ...Object.entries(answers).filter(isMeant),
        ...Object.entries(capture.answers).filter(gaveWay),
      ]);
    }
    return merged;
  };
  /**
   * Before they are sent: an undo while they are on their way has to take them off again, and so has one after an
   * answer that got lost.
   */
  const markSent = (sent: unknown): void => {
    const before = sessionOf(app, reservationSid)?.capture;
    const memory = app.memory.get(reservationSid);
    const known = memory?.lastSaved;
    if (memory && known) memory.lastSaved = stillSaid(known, merged);
    changeSession(app, reservationSid, (session) => {
      const ids = Object.keys(agentAnswers(merged));
      const capture = markSaved(session.capture, [...ids, ...filledIn(session)]);
      return {
        capture: looksForConflicts(session.catalog)
          ? alsoSeen(capture, session.form, ids, sent)
          : capture,
      };
    });
    // A page that is loaded anew while the answer is on its way has to know it too.
    const isNews = memory?.lastSaved !== known;
    if (isNews || sessionOf(app, reservationSid)?.capture !== before) {
      storeDraft(app, reservationSid);
    }
  };
  // Built anew at every read: slots are judged by what the task holds now.
  const merge = (fresh: unknown, route: SaveRoute): Result<MergedAnswers, AttributesError> => {
    const met = meetConflicts(app, reservationSid, fresh);
    if (met.undecided.length > 0) return fail({ code: 'undecided', fields: met.undecided });
    met.replaced.forEach((id) => replaced.add(id));
    const session = sessionOf(app, reservationSid);
    if (!session) return ok({ attributes: {}, size: 0, changed: false, whole: true });
    const sending = answersNow(session);
    // Another answer may have been given meanwhile, and only that one was looked at. The way out waits for nobody.
    const unseen = answers && !wayOut ? conflictsOf(app, session, fresh, sending) : [];
    if (unseen.length > 0) {
      return fail({ code: 'undecided', fields: unseen.map(({ field }) => field) });
    }
    const result = mergeAnswers(mergeOf(app, session, sending, purpose, route, wayOut), fresh);
    if (!result.ok) return result;
    isWhole = result.value.whole;
    // Whether the leg that left it there is gone, only the service can find out.
    const asks =
      route === 'service' &&
      purpose === 'complete' &&
      showsOthers(session.form, result.value.attributes, reservationSid);
    return asks ? ok({ ...result.value, changed: true }) : result;
  };

  if (!again) show(app, reservationSid, { status: 'saving' });
  const isNew = (): boolean => {
    const session = sessionOf(app, reservationSid);
    const { lastSaved } = memoryOf(app, reservationSid);
    // What this browser knows of the task may be older than its own last save.
    if (!session || (lastSaved && isSaid(answersNow(session), lastSaved))) return false;
    const known = merge(attributes.snapshot(reservationSid), 'service');
    return known.ok && known.value.changed;
  };
  let waitsSince: number | null = null;
  const outcome = await runSave({
    reservationSid,
    attributes,
    clock,
    deadline,
    route: service ? 'service' : 'sdk',
    isNew: service !== null && isNew(),
    merge: (fresh, route) => {
      const result = merge(fresh, route);
      if (result.ok && result.value.changed) markSent(result.value.attributes);
      return result;
    },
    send: async () => {
      const session = sessionOf(app, reservationSid);
      if (!service || !session) return { type: 'sent', shown: true };
      const there = looksForConflicts(session.catalog)
        ? merge(attributes.snapshot(reservationSid), 'service')
        : null;
      if (there?.ok === false && there.error.code === 'undecided') {
        return { type: 'send-failed', failure: { kind: 'changed' } };
      }
      const asked = sessionOf(app, reservationSid) ?? session;
      answersNow(asked);
      markSent(there?.ok ? there.value.attributes : {});
      const sent = await sendAnswers(app, service, asked, { answers: merged, purpose, wayOut });
      if (sent.event.type === 'sent') isWhole = sent.isWhole;
      return sent.event;
    },
    onQueued: (until, reason) => {
      const { completesWhenSaved: completes, trouble: earlier } = memoryOf(app, reservationSid);
      waitsSince ??= earlier?.since ?? clock.now();
      const isOpen = hasWayOut(app, reservationSid);
      show(app, reservationSid, {
        status: 'waiting',
        reason,
        since: waitsSince,
        until,
        completes,
        wayOut: isOpen,
      });
    },
    onGoingOn: () => show(app, reservationSid, { status: 'saving' }),
  });
  if (outcome.ok) {
    // What ended meanwhile is remembered no more.
    const memory = app.memory.get(reservationSid);
    if (memory) memory.trouble = null;
    if (memory && isWhole) memory.lastSaved = merged;
    changeSession(app, reservationSid, ({ capture }) => ({
      // What was answered meanwhile, or held back, is not on the task yet.
      save:
        isWhole && isSaid(capture.answers, merged)
          ? { status: 'saved', at: clock.now() }
          : { status: 'idle' },
    }));
    storeDraft(app, reservationSid);
  } else if (isUndecided(outcome)) {
    // The fields say it, with both values.
    show(app, reservationSid, { status: 'idle' });
  } else {
    journal.record('save-failed', { reservationSid, failure: outcome.failure.kind });
    show(app, reservationSid, {
      status: 'failed',
      failure: outcome.failure,
      wayOut: hasWayOut(app, reservationSid),
      ...trouble(app, reservationSid, outcome.failure),
    });
  }
  return outcome;
};

/** Whether an agent may complete although a save failed, without being asked why. */
export const hasWayOut = (app: AppState, reservationSid: string): boolean => {
  const catalog = sessionOf(app, reservationSid)?.catalog ?? app.catalogs.inForce();
  if (catalog?.policies.enforcement !== 'required') return true;
  return catalog.policies.wayOut && !catalog.policies.wayOutByReason;
};

/**
 * Puts the answers on the task and proves it: the given ones, or else also what is answered while it runs.
 * A save already running for the reservation is waited for, then this one checks again, all within one deadline.
 */
export const saveSession = async (
  app: AppState,
  reservationSid: string,
  wish: SaveWish,
): Promise<SaveOutcome> => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly) return NOTHING_TO_SAVE;
  const memory = memoryOf(app, reservationSid);
  // A save that is waited for began earlier, so it ends before this deadline.
  const deadline = app.ports.clock.wait(SAVE_DEADLINE_MS);
  while (memory.saving) await memory.saving;
  if (wish.unlessSaved && sessionOf(app, reservationSid)?.save.status === 'saved') {
    return NOTHING_TO_SAVE;
  }
  memory.saving = save(app, reservationSid, wish, deadline).finally(() => {
    memory.saving = null;
  });
  const outcome = await memory.saving;
  if (memory.completesWhenSaved) {
    memory.completesWhenSaved = false;
    // After a failure the panel asks the agent, and a retry completes.
    if (outcome.ok && sessionOf(app, reservationSid)) void app.ports.completeLater(reservationSid);
  }
  return outcome;
};

/**
 * Saves what there is when wrap-up begins, so that a completion outside this browser still finds it.
 * Once per reservation, and without what is typed while it runs: with the save at Complete that makes at most
 * two writes.
 */
export const flushSession = async (app: AppState, reservationSid: string): Promise<void> => {
  const memory = memoryOf(app, reservationSid);
  await draftIsIn(app, reservationSid);
  const session = sessionOf(app, reservationSid);
  if (session?.follows) return;
  if (!session || session.readOnly || memory.flushed || memory.flushing) return;
  const answers = fitAnswers(app, session);
  if (Object.keys(agentAnswers(answers)).length === 0 && filledIn(session).length === 0) return;
  memory.flushing = true;
  const outcome = await saveSession(app, reservationSid, { purpose: 'flush', answers });
  memory.flushing = false;
  // A failed one may be tried again after a reload, or by the agent; the panel says that it failed.
  memory.flushed = outcome.ok;
  memory.flushWaits = isUndecided(outcome);
  storeDraft(app, reservationSid);
};
