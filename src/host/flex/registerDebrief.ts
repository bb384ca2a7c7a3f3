import type { ITask, Manager } from '@twilio/flex-ui';
import { createApi } from '../../app/api';
import { retireLeft, showAside } from '../../app/aside';
import type { Catalogs } from '../../app/catalogs/ports';
import { changeAnswers } from '../../app/changeAnswers';
import {
  bypassSave,
  countRefused,
  confirmCompletion,
  isSettled,
  offerWayOut,
  prepareCompletion,
  takeWayOut,
} from '../../app/completeTask';
import { decideConflict } from '../../app/decideConflict';
import { endSession, loseSession } from '../../app/endSession';
import { answersAreHere, openSession, refreshSession } from '../../app/openSession';
import type { Ports } from '../../app/ports';
import { retrySaves } from '../../app/retrySaves';
import { saveOpenSessions } from '../../app/saveOpenSessions';
import { flushSession, saveSession } from '../../app/saveSession';
import type { SessionCommands } from '../../app/session';
import { suggestNote } from '../../app/suggestNote';
import {
  changeSession,
  createAppState,
  dropSession,
  sessionOf,
  type AppState,
} from '../../app/sessions';
import { endsByTimeout } from '../../app/wrapUp/endsByTimeout';
import { takeMoreTime } from '../../app/wrapUp/takeMoreTime';
import { beginWrapUp } from '../../app/wrapUp/watchWrapUp';
import { resolveForm } from '../../core/catalog/resolveForm';
import type { Translate } from '../../strings/translate';
import { placeAside } from './asidePlace';
import { completeAction } from './completeAction';
import { copilotSubmits, followCopilot } from './copilot';
import { watchDepartures } from './departures';
import { hasDispositions, requiresDisposition } from './dispositions';
import { reservationEndedBy, type EndingAction } from './endings';
import type { Flex } from './flexTypes';
import { registerGate } from './gate';
import { followTasks } from './lifecycle';
import type { Notices } from './notices';
import { tabPlacer } from './placement';
import { bringTabToFront, openOnTab } from './tabFront';
import {
  assignmentFactsOf,
  factsOf,
  isInHand,
  isOver,
  isOwnTask,
  isWrapping,
  momentOf,
  ownTasks,
  text,
  workflowOf,
} from './tasks';
import { publishApi } from './publishApi';
import { placeTaskMarks } from './taskMarks';
import { watchVanishedTasks } from './vanishedTasks';

export interface DebriefParts {
  readonly flex: Flex;
  readonly manager: Manager;
  readonly catalogs: Catalogs;
  readonly ports: Omit<Ports, 'completeLater'>;
  readonly notices: Notices;
  readonly translate: Translate;
  readonly language: string;
  /** Runs work whose failure must not reach Flex. */
  readonly guard: (work: () => unknown) => void;
}

const commandsFor =
  ({ flex, guard }: DebriefParts, app: AppState, stopped: ReadonlySet<string>) =>
  (reservationSid: string): SessionCommands => ({
    dispatch: (intent) => changeAnswers(app, reservationSid, intent),
    retry: () =>
      guard(() =>
        stopped.has(reservationSid)
          ? completeAction(flex, reservationSid)
          : saveSession(app, reservationSid, { purpose: 'flush' }),
      ),
    completeWithoutSaving: () =>
      guard(() => {
        bypassSave(app, reservationSid);
        return completeAction(flex, reservationSid);
      }),
    decide: (field, decision) => decideConflict(app, reservationSid, field, decision),
    takeWayOut: (reason) =>
      guard(() =>
        takeWayOut(app, reservationSid, reason) ? completeAction(flex, reservationSid) : undefined,
      ),
    takeMoreTime: (reason) => guard(() => takeMoreTime(app, reservationSid, reason)),
    hideRestored: () => changeSession(app, reservationSid, () => ({ restored: null })),
    writeHere: () => guard(() => answersAreHere(app, reservationSid)),
  });

/** How long a log-out or a change of activity may take longer for our saves, in milliseconds. */
const DEPARTURE_MS = 3_000;

/** Whether a stopped action may be made up for by completing: who wants to leave a conversation must not close it. */
const mayComplete = (action: EndingAction): boolean => action === 'CompleteTask';

export interface RegisteredDebrief {
  /** Tasks that had no form may have one now. */
  readonly onCatalog: () => void;
}

/** Connects the use cases with Flex: the gate, the tasks' life, the tab. */
export const registerDebrief = (parts: DebriefParts): RegisteredDebrief => {
  const { flex, manager, catalogs, notices, guard } = parts;
  const ports: Ports = {
    ...parts.ports,
    completeLater: async (reservationSid) => {
      await completeAction(flex, reservationSid);
      await gate.cameToAnEnd(reservationSid);
    },
  };
  const app = createAppState(catalogs, ports);
  const api = createApi(app, (error) => console.error('[debrief] another plugin failed', error));
  guard(() => publishApi(api.v1));
  /** Reservations whose completion a failed save stopped: a retry completes them too. */
  const stopped = new Set<string>();

  /** Reservations whose panel could not be drawn. */
  const broken = new Set<string>();

  const open = (task: ITask): Promise<void> =>
    openSession(app, {
      reservationSid: task.sid,
      facts: factsOf(manager, task),
      attributes: task.attributes,
      workflow: workflowOf(task),
      readOnly: !isOwnTask(manager, task.sid),
      isGatedByOthers: hasDispositions(flex) && requiresDisposition(manager, text(task.queueSid)),
    });

  /** Flex UI 2.17.1 gives as a task's date that of its reservation, which changes with the reservation's status only. */
  const begin = (task: ITask, isNew: boolean): void => {
    if (isWrapping(task)) {
      guard(() => beginWrapUp(app, task.sid, momentOf(task.dateUpdated), isNew));
    }
  };

  /**
   * Opens the task's session, or takes in what the task says now. A task that ended stays closed: Flex UI 2.17.1
   * draws its tab once more after the event that ended it.
   */
  const attend = (task: ITask): void =>
    guard(() => {
      if (!isInHand(task)) return undefined;
      const isOpen = sessionOf(app, task.sid) !== undefined;
      const opened = isOpen ? refreshSession(app, task.sid, task.attributes) : open(task);
      // Where it was open before, wrap-up has begun just now.
      begin(task, isOpen);
      return opened;
    });

  /** Whatever kept a task from being opened before, it does not pass unasked: an error here stops it. */
  const openUnasked = (reservationSid: string): void => {
    const task = ownTasks(manager).get(reservationSid);
    if (task && isInHand(task)) void open(task);
  };

  /** An error of ours keeps a task from being completed: said, with the way out if there is one. */
  const announceBug = (reservationSid: string | undefined): void => {
    const isOpen = reservationSid !== undefined && offerWayOut(app, reservationSid);
    notices.show(isOpen ? 'gateErrorWayOut' : 'gateError');
  };

  const gate = registerGate(flex, {
    endedBy: (action, payload) => reservationEndedBy(manager, action, payload),
    goesFirst: (sid, action) =>
      action === 'CompleteTask' && copilotSubmits(manager) && !isSettled(app, sid),
    prepare: (sid, action) => {
      openUnasked(sid);
      return prepareCompletion(app, sid, mayComplete(action));
    },
    confirm: (sid, action) => {
      openUnasked(sid);
      return confirmCompletion(app, sid, mayComplete(action));
    },
    onStopped: (sid, because, action) => {
      api.emit('stopped', { reservationSid: sid, because });
      if (because !== 'answers' && mayComplete(action)) stopped.add(sid);
      if (broken.has(sid)) announceBug(sid);
      guard(() => bringTabToFront(flex, manager, sid));
    },
    onHeldUp: (sid, action) => {
      ports.journal.record('held-up', { reservationSid: sid, action });
      notices.show('heldUp');
    },
    wait: ports.clock.wait,
    onBug: (sid, error) => {
      console.error('[debrief] error at completion', error);
      if (sid !== undefined) {
        guard(() => countRefused(app, sid));
        guard(() => ports.journal.record('stopped-by-bug', { reservationSid: sid }));
      }
      announceBug(sid);
    },
  });

  guard(() =>
    placeAside(flex, {
      app,
      language: parts.language,
      // The list says the same, and lies over the notice's button to close it.
      onShown: () => notices.hide('endedUnsaved'),
      onError: (error) => console.error('[debrief] what was put aside cannot be shown', error),
    }),
  );
  guard(() => showAside(app));
  guard(() => placeTaskMarks(flex, app, parts.translate));

  retrySaves(app, guard);

  watchDepartures(
    flex,
    async () => {
      const { saved, unsaved } = await saveOpenSessions(app, DEPARTURE_MS);
      const { translate } = parts;
      if (unsaved.length > 0) {
        notices.show('leftUnsaved', translate('notice.leftUnsaved', { count: unsaved.length }));
      } else if (saved.length > 0) {
        notices.show('leftSaved', translate('notice.leftSaved', { count: saved.length }));
      }
    },
    (error) => console.error('[debrief] open answers could not be saved', error),
  );

  followTasks(
    manager,
    {
      onInHand: attend,
      onWrapup: (task) => {
        begin(task, true);
        guard(() => flushSession(app, task.sid));
      },
      onEnded: (task, ending) => {
        const over = ending === 'completed' ? endsByTimeout(app, task.sid, parts.language) : null;
        if (over) {
          const fields = over.lacking.join(', ');
          const key = fields === '' ? 'notice.timeoutCompleted' : 'notice.timeoutPartial';
          notices.show('timeout', parts.translate(key, { fields }));
        }
        stopped.delete(task.sid);
        broken.delete(task.sid);
        const isOurs = sessionOf(app, task.sid) !== undefined;
        if (endSession(app, task.sid, task.attributes, ending)) notices.show('endedUnsaved');
        if (isOurs && ending === 'completed') api.emit('completed', { reservationSid: task.sid });
      },
    },
    guard,
  );

  manager.events.addListener('pluginsInitialized', () =>
    guard(() => retireLeft(app, (sid) => isOver(manager, sid))),
  );

  guard(() => followCopilot(manager, (sid, note) => suggestNote(app, sid, note), guard));

  // The tab that wrote when wrap-up began may have gone before it saved.
  app.store.subscribe(({ sessions }, before) => {
    for (const [sid, { follows, wrapUp }] of Object.entries(sessions)) {
      if (wrapUp?.state === 'held' && before.sessions[sid]?.wrapUp?.state !== 'held' && !follows) {
        notices.show('timeHeld');
      }
      if (follows || !before.sessions[sid]?.follows) continue;
      const task = ownTasks(manager).get(sid);
      if (task && isWrapping(task)) guard(() => flushSession(app, sid));
    }
  });

  watchVanishedTasks(
    manager,
    {
      attended: () =>
        Object.values(app.store.getState().sessions).flatMap(({ reservationSid, readOnly }) =>
          readOnly ? [] : [reservationSid],
        ),
      onVanished: (sid) => {
        stopped.delete(sid);
        broken.delete(sid);
        if (loseSession(app, sid)) notices.show('endedUnsaved');
      },
      wait: ports.clock.wait,
    },
    guard,
  );

  // Flex asks this while it renders: an error here would blank the whole page.
  const hasForm = (task: ITask): boolean => {
    try {
      if (!isInHand(task)) return false;
      const catalog = catalogs.inForce();
      // Once open, a form stays, whatever others make of the task meanwhile: the gate asks for its answers.
      return (
        sessionOf(app, task.sid) !== undefined ||
        // Flex UI 2.17.1 asks again only when the task changes: a tab that is not there now would not come.
        catalog === null ||
        resolveForm(catalog, assignmentFactsOf(manager, task)).form !== null
      );
    } catch (error) {
      console.error('[debrief] no form could be found for a task', error);
      return false;
    }
  };

  openOnTab(
    flex,
    manager,
    (sid) => {
      const task = ownTasks(manager).get(sid);
      return task !== undefined && isWrapping(task) && hasForm(task);
    },
    guard,
  );

  const place = tabPlacer(flex, {
    app,
    language: parts.language,
    label: parts.translate('tab.label'),
    attend,
    leave: (sid) => {
      if (sessionOf(app, sid)?.readOnly) dropSession(app, sid);
    },
    commandsFor: commandsFor(parts, app, stopped),
    onPanelError: (sid, error) => {
      console.error('[debrief] the panel failed', error);
      broken.add(sid);
    },
    hasForm,
  });

  const placeTab = (): void => place(catalogs.inForce()?.policies.placement ?? 'last');
  placeTab();

  return {
    onCatalog: () => {
      placeTab();
      ownTasks(manager).forEach(attend);
    },
  };
};
