import type { HeldLock, Tabs } from '../app/tabs/ports';

const NEVER = new Promise<never>(() => undefined);
/** Where the browser refuses locks, each tab goes on as if it were alone. */
const UNGUARDED: HeldLock = { release: () => undefined, lost: NEVER };

const request = (name: string, options: LockOptions): Promise<HeldLock | null> =>
  new Promise((resolve) => {
    let release = (): void => undefined;
    let lose = (): void => undefined;
    const until = new Promise<void>((done) => (release = done));
    const lost = new Promise<void>((done) => (lose = done));
    navigator.locks
      .request(name, options, (lock) => {
        resolve(lock && { release, lost });
        return lock ? until : undefined;
      })
      .catch(() => {
        resolve(options.signal?.aborted ? null : UNGUARDED);
        lose();
      });
  });

/** A worker's tabs, by Web Locks and a BroadcastChannel; null where the browser has none. */
export const createBrowserTabs = (workerSid: string): Tabs | null => {
  if (!('locks' in navigator) || !('BroadcastChannel' in globalThis)) return null;
  const channel = new BroadcastChannel(`debrief-${workerSid}`);
  const nameOf = (name: string): string => `${name}-${workerSid}`;
  return {
    tryHold: (name) => request(nameOf(name), { ifAvailable: true }),
    hold: (name) => {
      const abort = new AbortController();
      return {
        held: request(nameOf(name), { signal: abort.signal }),
        giveUp: () => abort.abort(),
      };
    },
    steal: async (name) => (await request(nameOf(name), { steal: true })) ?? UNGUARDED,
    post: (message) => channel.postMessage(message),
    listen: (listener) => {
      const hear = ({ data }: MessageEvent): void => listener(data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
};
