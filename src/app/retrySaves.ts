import { fitAnswers } from './problems';
import { saveSession } from './saveSession';
import { changeSession, sessionOf, type AppState } from './sessions';

/**
 * Tries saves again that have failed for a reason that may pass, each later than the one before, until they go well, the
 * agent does something about it, or the reservation ends. It completes nothing.
 */
export const retrySaves = (app: AppState, guard: (work: () => unknown) => void): void => {
  const { clock } = app.ports;
  /** By reservation: what is waited for. */
  const waits = new Map<string, number>();

  const retry = async (reservationSid: string, retryAt: number): Promise<void> => {
    await clock.wait(retryAt - clock.now());
    if (waits.get(reservationSid) !== retryAt) return;
    waits.delete(reservationSid);
    const session = sessionOf(app, reservationSid);
    if (session?.save.status !== 'failed' || session.save.retryAt !== retryAt) return;
    if (session.follows) return;
    const now = clock.now();
    changeSession(app, reservationSid, ({ save }) => ({
      save: save.status === 'failed' ? { ...save, retryAt: Math.min(now, retryAt) } : save,
    }));
    const answers = fitAnswers(app, session);
    await saveSession(app, reservationSid, { purpose: 'flush', answers, again: true });
  };

  app.store.subscribe(({ sessions }) => {
    for (const [sid, { save }] of Object.entries(sessions)) {
      if (save.status !== 'failed' || save.retryAt === null) continue;
      if (waits.get(sid) === save.retryAt || save.retryAt <= clock.now()) continue;
      const { retryAt } = save;
      waits.set(sid, retryAt);
      guard(() => retry(sid, retryAt));
    }
    for (const sid of waits.keys()) if (!sessions[sid]) waits.delete(sid);
  });
};
