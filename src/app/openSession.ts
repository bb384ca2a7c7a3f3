import { agentAnswers } from '../core/capture/agentAnswers';
import { PAST_LIMIT } from '../core/capture/applyIntent';
import { createCapture } from '../core/capture/createCapture';
import { parseCapture } from '../core/capture/parseCapture';
import { refreshPrefill } from '../core/capture/refreshPrefill';
import type { Answers, Capture } from '../core/capture/types';
import { assignmentFacts, type Workflow } from '../core/assignments/assignmentFacts';
import { catalogAt } from '../core/catalog/catalogAt';
import { resolveForm } from '../core/catalog/resolveForm';
import type { Catalog } from '../core/catalog/types';
import { isJsonObject, type JsonValue } from '../core/json';
import { parseRefusals } from '../core/wayOut/wayOutOpens';
import type { Facts } from '../core/rules/types';
import { draftOf, storeDraft } from './changeAnswers';
import { meetConflicts, withBases } from './conflicts';
import { isTransferred, readTask } from './legs';
import { problemsToShow } from './problems';
import { asideOfDraft, hideUnseen, setAside } from './aside';
import type { Aside } from './ports';
import type { Session } from './session';
import { joinTabs } from './tabs/joinTabs';
import { changeSession, memoryOf, putSession, sessionOf, type AppState } from './sessions';
import type { WrapUpMemory } from './wrapUp/wrapUpNow';

export interface TaskToOpen {
  readonly reservationSid: string;
  readonly facts: Facts;
  /** As this browser knows them. */
  readonly attributes: unknown;
  /** Absent: not known. */
  readonly workflow?: Workflow;
  /** A task of somebody else, seen by a supervisor. */
  readonly readOnly: boolean;
  /** Another plugin stops this task for want of answers of its own: then ours are reported, and stop nothing. */
  readonly isGatedByOthers?: boolean;
}

const asGated = (catalog: Catalog, { isGatedByOthers = false }: TaskToOpen): Catalog =>
  isGatedByOthers && catalog.policies.enforcement === 'required'
    ? { ...catalog, policies: { ...catalog.policies, enforcement: 'observe' } }
    : catalog;

/**
 * Opens the capture of a reservation, at once with what the task holds, then with its draft.
 * An answer given before the draft arrived wins over the draft. A reservation already open is left alone.
 * Resolves when the draft is in.
 */
export const openSession = (app: AppState, task: TaskToOpen): Promise<void> => {
  const { reservationSid } = task;
  if (sessionOf(app, reservationSid)) return memoryOf(app, reservationSid).opened;
  const catalog = app.catalogs.inForce();
  if (!catalog || !startSession(app, task, catalog)) return Promise.resolve();
  if (task.readOnly) return Promise.resolve();
  const memory = memoryOf(app, reservationSid);
  memory.restoring = true;
  memory.opened = takeInDraft(app, task)
    .then(async (draft) => {
      await join(app, task, draft);
      if (draft === null) void takeInFromService(app, task);
    })
    .finally(() => {
      memory.restoring = false;
      // What was answered or became known meanwhile waited: alone it would have been stored over the draft.
      const isNew = sessionOf(app, reservationSid)?.capture.past.length || memory.transferred;
      if (isNew) storeDraft(app, reservationSid);
      if (!memory.seat) memory.early = null;
    });
  return memory.opened;
};

/** Answers whether the catalog has a form for the task. */
const startSession = (app: AppState, task: TaskToOpen, published: Catalog): boolean => {
  const { reservationSid, attributes, facts, readOnly } = task;
  const { form } = resolveForm(published, assignmentFacts(facts, attributes, task.workflow));
  if (!form) return false;
  const catalog = asGated(catalogAt(published, facts.startedAt), task);
  const { prefill, previous } = readTask(catalog, form, attributes, reservationSid);
  putSession(app, {
    reservationSid,
    catalog,
    form,
    capture: createCapture({ reservationSid, catalog, form, prefill }),
    facts,
    attributes,
    transferred: !readOnly && isTransferred(app, reservationSid),
    dropped: [],
    foreign: prefill.foreign,
    previous,
    problems: [],
    conflicts: [],
    taken: [],
    save: { status: 'idle' },
    readOnly,
    follows: sessionOf(app, reservationSid)?.follows ?? false,
    restored: null,
    restoredElsewhere: false,
    refusals: memoryOf(app, reservationSid).refusals,
    focus: null,
  });
  return true;
};

/**
 * A capture stays on the version it began with. Where this browser can't have that one any more, the answers go on
 * under today's, as far as it has fields for them.
 */
const beginAgainBy = async (app: AppState, task: TaskToOpen, version: unknown): Promise<void> => {
  const { reservationSid } = task;
  if (typeof version !== 'number' || sessionOf(app, reservationSid)?.catalog.version === version) {
    return;
  }
  const catalog = await app.catalogs.find(version);
  const session = sessionOf(app, reservationSid);
  // What was answered meanwhile was an answer to today's form.
  if (!catalog || !session || session.capture.past.length > 0) return;
  startSession(app, { ...task, attributes: session.attributes }, catalog);
};

/** What another page has said of a clock counts only while this one knows nothing better. */
const STORED_WITHIN_MS = 10_000;

/** More time that was taken stays taken, and a task that is held stays so. */
const takeInWrapUp = (app: AppState, wrapUp: WrapUpMemory, stored: JsonValue | undefined): void => {
  if (!isJsonObject(stored)) return;
  const { extensions, held, ahead } = stored;
  const taken = Array.isArray(extensions) ? extensions.map(String) : [];
  if (taken.length > wrapUp.extensions.length) wrapUp.extensions = taken;
  if (held === true) {
    wrapUp.state = 'held';
    wrapUp.ends = null;
  }
  const { serverClock } = app.ports;
  if (typeof ahead === 'number' && serverClock.ahead() === null) {
    serverClock.learn({ ahead, within: STORED_WITHIN_MS });
  }
};

/** The capture that a draft makes here; null when it makes none. What else it says is taken in. */
const readDraft = async (
  app: AppState,
  task: TaskToOpen,
  draft: unknown,
): Promise<Capture | null> => {
  const { reservationSid } = task;
  if (!isJsonObject(draft) || !isJsonObject(draft['capture'])) return null;
  await beginAgainBy(app, task, draft['capture']['catalogVersion']);
  const opened = sessionOf(app, reservationSid);
  const capture = opened && parseCapture(draft['capture'], opened);
  if (!capture) return null;
  const memory = memoryOf(app, reservationSid);
  memory.flushed ||= draft['flushed'] === true;
  memory.transferred ||= draft['transferred'] === true;
  const refusals = parseRefusals(draft['refusals']);
  if (refusals && refusals.times > (memory.refusals?.times ?? 0)) {
    memory.refusals = refusals;
    changeSession(app, reservationSid, () => ({ refusals }));
  }
  memory.turn = Math.max(memory.turn, Number(draft['turn']) || 0);
  const { unsaved } = draft;
  if (Array.isArray(unsaved) && memory.seat?.role() !== 'writes') {
    memory.lastSaved = Object.fromEntries(
      Object.entries(agentAnswers(capture.answers)).filter(([id]) => !unsaved.includes(id)),
    );
  }
  takeInWrapUp(app, memory.wrapUp, draft['wrapUp']);
  return capture;
};

/** How long anything waits for a draft: a browser whose storage never answers must not hold a completion. */
const DRAFT_WAIT_MS = 2_000;

const inTime = (app: AppState, work: Promise<void>): Promise<void> =>
  Promise.race([work, app.ports.clock.wait(DRAFT_WAIT_MS)]);

/** One tab of this browser writes, the others follow. */
const join = (app: AppState, task: TaskToOpen, opened: unknown): Promise<void> => {
  const { reservationSid } = task;
  if (!sessionOf(app, reservationSid)) return Promise.resolve();
  joinTabs({
    app,
    reservationSid,
    opened,
    draft: () => draftOf(app, reservationSid),
    read: (draft) => readDraft(app, task, draft),
    show: (shown) =>
      changeSession(app, reservationSid, (session) => {
        // An answer that was given before the other tab's came has had its base in what gives way to them.
        const capture = withBases(app, session, shown);
        return { capture, dropped: [], problems: problemsToShow(app, { ...session, capture }) };
      }),
    store: () => storeDraft(app, reservationSid),
    listUnplaced: (draft) => {
      const session = sessionOf(app, reservationSid);
      if (!session || !isJsonObject(draft)) return;
      const unplaced = unplacedOf(session, draft, parseCapture(draft['capture'], session));
      if (unplaced) void setAside(app, unplaced, session);
    },
  });
  const { seat } = memoryOf(app, reservationSid);
  return seat ? inTime(app, seat.joined) : Promise.resolve();
};

/** What a draft says and this session has no place for. */
const unplacedOf = (
  { reservationSid, form }: Session,
  stored: unknown,
  draft: Capture | null,
): Aside | null => {
  if (draft)
    return asideOfDraft(stored, reservationSid, 'no-field', (id) => !(id in draft.answers));
  const whole = asideOfDraft(stored, reservationSid, 'other-form');
  return whole && { ...whole, reason: whole.formId === form.id ? 'older' : 'other-form' };
};

/** It is kept for the agent to look at, and never applied. */
const putUnplacedAside = async (
  app: AppState,
  session: Session,
  stored: unknown,
  draft: Capture | null,
): Promise<void> => {
  const unplaced = unplacedOf(session, stored, draft);
  if (!unplaced) return;
  await setAside(app, unplaced, session);
  if (!draft) await app.ports.drafts.remove(session.reservationSid);
};

/** Answers what was stored. */
const takeInDraft = async (app: AppState, task: TaskToOpen): Promise<unknown> => {
  const stored = await app.ports.drafts.load(task.reservationSid);
  hideUnseen(app, task.reservationSid);
  await takeIn(app, task, stored, { isFromService: false });
  return stored;
};

/**
 * Where this browser has no draft, another one may. Nobody waits for it: what was answered here meanwhile is newer and
 * stays.
 */
const takeInFromService = async (app: AppState, task: TaskToOpen): Promise<void> => {
  const { reservationSid } = task;
  const { policies, version } = sessionOf(app, reservationSid)?.catalog ?? {};
  if (version === undefined || !policies?.serviceDrafts) return;
  const stored = await app.ports.serviceDrafts?.find(reservationSid, version);
  if (!stored || sessionOf(app, reservationSid)?.follows) return;
  await takeIn(app, task, stored, { isFromService: true });
  storeDraft(app, reservationSid);
};

const takeIn = async (
  app: AppState,
  task: TaskToOpen,
  stored: unknown,
  { isFromService }: { readonly isFromService: boolean },
): Promise<void> => {
  const { reservationSid } = task;
  const draft = await readDraft(app, task, stored);
  const session = sessionOf(app, reservationSid);
  if (session) await putUnplacedAside(app, session, stored, draft);
  if (!draft || !session) return;
  const onDraft = (answers: Answers): Answers => ({
    ...answers,
    ...agentAnswers(draft.answers),
    ...agentAnswers(answers),
  });
  const { answers, saved, past } = session.capture;
  const capture: Capture = {
    ...session.capture,
    answers: onDraft(answers),
    saved: [...new Set([...draft.saved, ...saved])],
    past: [...draft.past, ...past.map(onDraft)].slice(-PAST_LIMIT),
    suggested: { ...draft.suggested, ...session.capture.suggested },
    ...(draft.seen ? { seen: { ...session.capture.seen, ...draft.seen } } : {}),
  };
  const isBack = Object.keys(agentAnswers(draft.answers)).length > 0;
  changeSession(app, reservationSid, () => ({
    capture,
    restored: isBack && isJsonObject(stored) ? Number(stored['at']) || null : null,
    restoredElsewhere: isFromService,
    problems: problemsToShow(app, { ...session, capture }),
  }));
  meetConflicts(app, reservationSid, app.ports.attributes.snapshot(reservationSid));
};

/** Takes in what others changed on the task: answers the agent has not given follow the task. */
export const refreshSession = (
  app: AppState,
  reservationSid: string,
  attributes: unknown,
): void => {
  const wasTransferred = memoryOf(app, reservationSid).transferred;
  // Flex UI 2.17.1 forgets at a reload whom a task went to.
  if (!wasTransferred && isTransferred(app, reservationSid)) storeDraft(app, reservationSid);
  changeSession(app, reservationSid, (session) => {
    const { catalog, form } = session;
    const { prefill, previous } = readTask(catalog, form, attributes, reservationSid);
    const capture = refreshPrefill(session.capture, prefill);
    const problems = problemsToShow(app, { ...session, capture });
    const transferred = isTransferred(app, reservationSid);
    return { capture, attributes, transferred, foreign: prefill.foreign, previous, problems };
  });
  if (meetConflicts(app, reservationSid, attributes).replaced.length > 0) {
    storeDraft(app, reservationSid);
  }
};

export const draftIsIn = async (app: AppState, reservationSid: string): Promise<void> => {
  const memory = app.memory.get(reservationSid);
  if (memory) await inTime(app, memory.opened);
};

/** Whatever completes here has all that was answered in another tab: that one hands it over first. */
export const answersAreHere = async (app: AppState, reservationSid: string): Promise<void> => {
  const memory = app.memory.get(reservationSid);
  if (!memory || memory.seat?.role() === 'writes') return;
  const takenOver = async (): Promise<void> => {
    await memory.opened;
    await memory.seat?.takeOver();
  };
  await inTime(app, takenOver());
};
