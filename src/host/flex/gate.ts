import type { Verdict } from '../../app/completeTask';
import { ENDING_ACTIONS, type EndingAction, type EndingPayload } from './endings';
import type { Flex } from './flexTypes';

export interface GateKeeper {
  /** The reservation that the action would end; undefined lets it pass. */
  readonly endedBy: (action: EndingAction, payload: EndingPayload) => string | undefined;
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

/**
 * Stands between Complete and completion, twice; and likewise before whatever else ends a reservation.
 *
 * Flex UI 2.17.1 fails open: a `before` listener that throws or rejects is logged and the task completes.
 * So the listener catches everything itself and aborts before its promise resolves (a later abort is ignored).
 * All `before` listeners run side by side, so another plugin may write after our save: the replacement, which
 * runs when they are all done, looks again.
 */
export const registerGate = (flex: Flex, keeper: GateKeeper): void => {
  for (const action of ENDING_ACTIONS) {
    flex.Actions.addListener(
      `before${action}`,
      async (payload: EndingPayload, abort: () => void): Promise<void> => {
        if (!(await mayGoOn(keeper, 'prepare', action, payload))) return abort();
        watchHeldUp(flex, keeper, action, payload).catch((error: unknown) =>
          console.error('[debrief] a completion under way could not be watched', error),
        );
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
};
