import type { ITask } from '@twilio/flex-ui';
import type { Verdict } from '../../app/completeTask';
import type { Flex } from './flexTypes';

interface CompletePayload {
  readonly task?: ITask;
  /** A reservation SID. */
  readonly sid?: string;
}

export interface GateKeeper {
  /** Checks and saves. */
  readonly prepare: (reservationSid: string) => Promise<Verdict>;
  /** Reads again and saves again if need be. */
  readonly confirm: (reservationSid: string) => Promise<Verdict>;
  readonly onStopped: (reservationSid: string, because: StopReason) => void;
  /** A bug of ours stopped the completion. */
  readonly onBug: (reservationSid: string | undefined, error: unknown) => void;
}

type StopReason = Extract<Verdict, { go: false }>['because'];
type Step = 'prepare' | 'confirm';

/** One step of the gate. Never throws: whatever goes wrong stops the completion. */
const mayGoOn = async (
  keeper: GateKeeper,
  step: Step,
  payload: CompletePayload,
): Promise<boolean> => {
  const reservationSid = payload.task?.sid ?? payload.sid;
  try {
    if (!reservationSid) return true;
    const verdict = await keeper[step](reservationSid);
    if (!verdict.go) keeper.onStopped(reservationSid, verdict.because);
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
 * Stands between Complete and completion, twice.
 *
 * Flex UI 2.17.1 fails open: a `before` listener that throws or rejects is logged and the task completes.
 * So the listener catches everything itself and aborts before its promise resolves (a later abort is ignored).
 * All `before` listeners run side by side, so another plugin may write after our save: the replacement, which
 * runs when they are all done, looks again.
 */
export const registerGate = (flex: Flex, keeper: GateKeeper): void => {
  flex.Actions.addListener(
    'beforeCompleteTask',
    async (payload: CompletePayload, abort: () => void): Promise<void> => {
      if (!(await mayGoOn(keeper, 'prepare', payload))) abort();
    },
  );

  flex.Actions.replaceAction('CompleteTask', async (payload, original, next) => {
    if (!(await mayGoOn(keeper, 'confirm', payload as CompletePayload))) {
      // Resolving would fire afterCompleteTask for a task that did not complete.
      throw new Error('Debrief: the task was not completed; its tab or a notice says why');
    }
    // `original` alone would skip the replacements that other plugins registered before us.
    return (next ?? original)(payload);
  });
};
