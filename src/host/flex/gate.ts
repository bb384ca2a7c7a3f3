import type { Verdict } from '../../app/completeTask';
import { ENDING_ACTIONS, type EndingAction, type EndingPayload } from './endings';
import type { Flex } from './flexTypes';

export interface GateKeeper {
  /** The reservation that the action would end; undefined lets it pass. */
  readonly endedBy: (action: EndingAction, payload: EndingPayload) => string | undefined;
  /**
   * Whether others must not hear of the action before all is checked and saved. Asked at once, before the listeners that
   * were registered later.
   */
  readonly goesFirst: (reservationSid: string, action: EndingAction) => boolean;
  /** Checks and saves. */
  readonly prepare: (reservationSid: string, action: EndingAction) => Promise<Verdict>;
  /** Reads again and saves again if need be. */
  readonly confirm: (reservationSid: string, action: EndingAction) => Promise<Verdict>;
  readonly onStopped: (reservationSid: string, because: StopReason, action: EndingAction) => void;
  /** We let the action go on, and it has not come further: another plugin's listener or replacement gives no answer. */
  readonly onHeldUp: (reservationSid: string, action: EndingAction) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
  /** A bug of ours stopped the completion. */
  readonly onBug: (reservationSid: string | undefined, error: unknown) => void;
}

export interface Gate {
  /** For Flex, an action that others must not hear of yet is over at once. Resolves when it really is. */
  readonly cameToAnEnd: (reservationSid: string) => Promise<void>;
}

type StopReason = Extract<Verdict, { go: false }>['because'];
type Step = 'prepare' | 'confirm';

/** How long other plugins may take for what they do before a completion, until that is said. */
const HELD_UP_MS = 15_000;

/**
 * Flex UI 2.17.1 waits for every listener without end, and refuses each further press meanwhile. Nothing can be done
 * about it from here, but the agent need not guess. An action that somebody aborted is pending no more.
 */
const watchHeldUp = async (
  flex: Flex,
  keeper: GateKeeper,
  action: EndingAction,
  payload: EndingPayload,
): Promise<void> => {
  const reservationSid = keeper.endedBy(action, payload);
  if (!reservationSid) return;
  await keeper.wait(HELD_UP_MS);
  const isThisOne = (pending: unknown): boolean => pending === payload;
  if (flex.Actions.findPendingActions(action, isThisOne).first) {
    keeper.onHeldUp(reservationSid, action);
  }
};

/** One step of the gate. Never throws: whatever goes wrong stops the completion. */
const mayGoOn = async (
  keeper: GateKeeper,
  step: Step,
  action: EndingAction,
  payload: EndingPayload,
): Promise<boolean> => {
  let reservationSid: string | undefined;
  try {
    reservationSid = keeper.endedBy(action, payload);
    if (!reservationSid) return true;
    const verdict = await keeper[step](reservationSid, action);
    if (!verdict.go) keeper.onStopped(reservationSid, verdict.because, action);
    return verdict.go;
  } catch (error) {
    try {
      keeper.onBug(reservationSid, error);
    } catch (second) {
      console.error('[debrief] a stopped completion could not be announced', second);
    }
    return false;
  }
};

/** The reservation whose completion others must not hear of yet; undefined: they may. Never throws. */
const heldBack = (
  keeper: GateKeeper,
  action: EndingAction,
  payload: EndingPayload,
): string | undefined => {
  try {
    const reservationSid = keeper.endedBy(action, payload);
    return reservationSid && keeper.goesFirst(reservationSid, action) ? reservationSid : undefined;
  } catch {
    // The look that follows meets the same error, and says so.
    return undefined;
  }
};

/**
 * Stands between Complete and completion, twice; and likewise before whatever else ends a reservation.
 *
 * Flex UI 2.17.1 fails open: a `before` listener that throws or rejects is logged and the task completes.
 * So the listener catches everything itself and aborts before its promise resolves (a later abort is ignored).
 * All `before` listeners run side by side, so another plugin may write after our save: the replacement, which
 * runs when they are all done, looks again.
 */
export const registerGate = (flex: Flex, keeper: GateKeeper): Gate => {
  /** Checked and saved by themselves; the action comes once more. */
  const settled = new Set<string>();
  /** What comes of those that are checked and saved by themselves. */
  const alone = new Map<string, Promise<void>>();
  for (const action of ENDING_ACTIONS) {
    const look = async (payload: EndingPayload, abort: () => void): Promise<void> => {
      if (!(await mayGoOn(keeper, 'prepare', action, payload))) return abort();
      watchHeldUp(flex, keeper, action, payload).catch((error: unknown) =>
        console.error('[debrief] a completion under way could not be watched', error),
      );
    };
    const lookAlone = async (reservationSid: string, payload: EndingPayload): Promise<void> => {
      // Flex refuses an action while the same one is pending.
      await keeper.wait(0);
      if (!(await mayGoOn(keeper, 'prepare', action, payload))) return;
      settled.add(reservationSid);
      try {
        await flex.Actions.invokeAction(action, payload);
      } catch {
        // Flex and whoever stopped it have said so.
      } finally {
        settled.delete(reservationSid);
      }
    };
    flex.Actions.addListener(
      `before${action}`,
      (payload: EndingPayload, abort: () => void): Promise<void> => {
        const reservationSid = heldBack(keeper, action, payload);
        if (reservationSid === undefined || settled.has(reservationSid)) {
          return look(payload, abort);
        }
        abort();
        const looking = lookAlone(reservationSid, payload).finally(() => {
          if (alone.get(reservationSid) === looking) alone.delete(reservationSid);
        });
        alone.set(reservationSid, looking);
        // Flex UI 2.17.1 starts no further listener after one that throws at once.
        throw new Error('Debrief: the answers are checked and saved before others hear of it');
      },
    );

    flex.Actions.replaceAction(action, async (payload, original, next) => {
      if (!(await mayGoOn(keeper, 'confirm', action, payload as EndingPayload))) {
        // Resolving would fire the after event of something that did not happen.
        throw new Error('Debrief: the task was not completed; its tab or a notice says why');
      }
      // `original` alone would skip the replacements that other plugins registered before us.
      return (next ?? original)(payload);
    });
  }
  return { cameToAnEnd: async (reservationSid) => alone.get(reservationSid) };
};
