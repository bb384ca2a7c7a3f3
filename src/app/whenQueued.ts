import { sessionOf, type AppState } from './sessions';

/** Resolves once the save has to wait for a busy Twilio; `stop` when nobody asks any more. */
export const whenQueued = (
  app: AppState,
  reservationSid: string,
): { readonly queued: Promise<'queued'>; readonly stop: () => void } => {
  const isQueued = () => sessionOf(app, reservationSid)?.save.status === 'waiting';
  let stop = (): void => undefined;
  const queued = new Promise<'queued'>((resolve) => {
    if (isQueued()) return resolve('queued');
    stop = app.store.subscribe(() => {
      if (isQueued()) resolve('queued');
    });
  });
  return { queued, stop: () => stop() };
};
