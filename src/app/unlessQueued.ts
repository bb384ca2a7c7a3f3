import { sessionOf, type AppState } from './sessions';

/** What comes of a save, or that it has to wait for a busy Twilio: then it goes on by itself. */
export const unlessQueued = async <T>(
  app: AppState,
  reservationSid: string,
  save: Promise<T>,
): Promise<T | 'queued'> => {
  const isQueued = () => sessionOf(app, reservationSid)?.save.status === 'waiting';
  let stop = (): void => undefined;
  const queued = new Promise<'queued'>((resolve) => {
    if (isQueued()) return resolve('queued');
    stop = app.store.subscribe(() => {
      if (isQueued()) resolve('queued');
    });
  });
  return Promise.race([save, queued]).finally(() => stop());
};
