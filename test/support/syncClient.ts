import { SyncClient } from 'twilio-sync';

/**
 * Twilio's own client, as a page has it, but for where its socket goes and how long it waits before it connects again.
 */
export const syncClientAt = (origin: string, token: string): SyncClient => {
  const options = {
    twilsock: {
      uri: `${origin.replace('http', 'ws')}/emulator/tsock.us1.twilio.com/v3/wsconnect`,
    },
    retryPolicy: { min: 20, max: 100 },
  };
  return new SyncClient(token, options as ConstructorParameters<typeof SyncClient>[1]);
};

/** The next time that the emitter says so, and what it says. */
export const once = <T>(
  emitter: { once(name: never, listener: (value: T) => void): unknown },
  name: string,
): Promise<T> => new Promise((resolve) => emitter.once(name as never, resolve));
