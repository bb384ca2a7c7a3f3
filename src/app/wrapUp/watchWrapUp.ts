import { storeDraft } from '../changeAnswers';
import { draftIsIn } from '../openSession';
import { changeSession, memoryOf, sessionOf, wrapUpOf, type AppState } from '../sessions';
import { timeIsOver } from './timeIsOver';

/** How long nobody looks at most: that the computer slept, or that its clock was set, is found out by then. */
const LOOK_MS = 5_000;

/** A wait that took so much longer or shorter than it was to: the clock was set, or the computer slept. */
const STRANGE_MS = 3_000;

/** Twilio's dates are whole seconds, and an event arrives some time after what it is about. */
const EVENT = { early: 500, within: 3_000 };

/** The time that is left by this computer's clock, shown as it is now; null: there is nothing to wait for any more. */
const timeLeft = (app: AppState, reservationSid: string): number | null => {
  const session = sessionOf(app, reservationSid);
  const wrapUp = session ? wrapUpOf(app, session) : null;
  if (session && session.wrapUp?.until !== wrapUp?.until) {
    changeSession(app, reservationSid, () => ({}));
  }
  return wrapUp?.state === 'running' ? wrapUp.until - app.ports.clock.now() : null;
};

/**
 * Waits for the end of the time, which is made out anew at each look: nothing is counted down, so that neither a reload
 * nor a sleep changes anything. Before the end counts, the service is asked for its time once more.
 */
const watch = async (app: AppState, reservationSid: string): Promise<void> => {
  const { clock, service } = app.ports;
  const memory = memoryOf(app, reservationSid);
  await draftIsIn(app, reservationSid);
  if (timeLeft(app, reservationSid) === null) return;
  storeDraft(app, reservationSid);
  while (app.memory.get(reservationSid) === memory) {
    const left = timeLeft(app, reservationSid);
    if (left === null) return;
    if (left > 0 || sessionOf(app, reservationSid)?.follows) {
      const [began, wait] = [clock.now(), left > 0 ? Math.min(left, LOOK_MS) : LOOK_MS];
      await clock.wait(wait);
      if (Math.abs(clock.now() - began - wait) > STRANGE_MS) await service?.check();
      continue;
    }
    await service?.check();
    if ((timeLeft(app, reservationSid) ?? 1) <= 0) await timeIsOver(app, reservationSid);
  }
};

/**
 * Wrap-up began at `since`, by Twilio's clock; null: not known. `isNew`: if that was not known before, Twilio has said so
 * just now, which tells the time as well, where no Function does. Resolves when its time is over, or no more limited.
 */
export const beginWrapUp = async (
  app: AppState,
  reservationSid: string,
  since: number | null,
  isNew: boolean,
): Promise<void> => {
  const session = sessionOf(app, reservationSid);
  if (!session || session.readOnly || since === null) return;
  const { clock, serverClock, service } = app.ports;
  const { wrapUp } = memoryOf(app, reservationSid);
  const began = wrapUp.since;
  if (isNew && began === null && (!service || serverClock.ahead() === null)) {
    serverClock.learn({ ahead: since + EVENT.early - clock.now(), within: EVENT.within });
  }
  if (began !== null && began <= since) return;
  wrapUp.since = since;
  changeSession(app, reservationSid, () => ({}));
  if (began === null) await watch(app, reservationSid);
};
