import { isSaid } from './saveSession';
import { memoryOf, sessionOf, type AppState, type SessionMemory } from './sessions';

/** The agent wishes to complete all the same, with the answers as they are now. */
export const wishWayOut = (app: AppState, reservationSid: string): SessionMemory => {
  const memory = memoryOf(app, reservationSid);
  memory.wayOut = 'wanted';
  // An earlier one that came to nothing says nothing of this one.
  memory.wayOutSave = null;
  memory.wayOutAnswers = sessionOf(app, reservationSid)?.capture.answers ?? {};
  return memory;
};

/** Whether the wish for the way out, if there is one, is about the answers as they are now. */
export const isWishOfNow = (app: AppState, reservationSid: string): boolean => {
  const wished = app.memory.get(reservationSid)?.wayOutAnswers ?? {};
  return isSaid(sessionOf(app, reservationSid)?.capture.answers ?? {}, wished);
};

/** A wish that came to nothing, or that was about other answers, is none any more. */
export const forgetOldWish = (app: AppState, reservationSid: string): void => {
  const memory = app.memory.get(reservationSid);
  if (!memory || (memory.wayOut === 'wanted' && isWishOfNow(app, reservationSid))) return;
  memory.wayOut = 'none';
  memory.wayOutBecause = null;
  memory.wayOutSave = null;
};

/** Whether the agent has left the answers behind on purpose: those that there were when they took the way out. */
export const isLeftBehind = (app: AppState, reservationSid: string): boolean =>
  app.memory.get(reservationSid)?.wayOut === 'taken' && isWishOfNow(app, reservationSid);
