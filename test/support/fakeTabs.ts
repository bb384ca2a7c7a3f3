import type { HeldLock, Tabs } from '../../src/app/tabs/ports';

interface Waiting {
  readonly resolve: (lock: HeldLock | null) => void;
}

interface Holder {
  readonly tab: number;
  readonly lose: () => void;
}

/**
 * One browser's tabs, by the rules of Web Locks and BroadcastChannel: everything is told later, in the order that
 * `later` makes of it. A tab that crashes lets go of its locks and is not heard of again; one that hangs hears nothing
 * until it goes on.
 */
export const createFakeBrowser = (later: (what: () => void) => void) => {
  const holders = new Map<string, Holder>();
  const waiting = new Map<string, (Waiting & { readonly tab: number })[]>();
  const listeners = new Map<number, Set<(message: unknown) => void>>();
  const gone = new Set<number>();
  const hung = new Map<number, (() => void)[]>();

  /** Runs in the tab, once it can. */
  const inTab = (tab: number, what: () => void): void =>
    later(() => {
      if (gone.has(tab)) return;
      const held = hung.get(tab);
      if (held) held.push(what);
      else what();
    });

  const free = (name: string): void => {
    holders.delete(name);
    const next = waiting.get(name)?.shift();
    if (next) grant(name, next.tab, next.resolve);
  };
  const grant = (name: string, tab: number, resolve: Waiting['resolve']): void => {
    let lose = (): void => undefined;
    const lost = new Promise<void>((done) => (lose = done));
    const holder: Holder = { tab, lose: () => inTab(tab, lose) };
    holders.set(name, holder);
    const release = (): void => {
      if (holders.get(name) === holder) free(name);
    };
    inTab(tab, () => resolve({ release, lost }));
  };

  const open = (tab: number): Tabs => ({
    tryHold: (name) =>
      new Promise((resolve) => {
        if (holders.has(name)) inTab(tab, () => resolve(null));
        else grant(name, tab, resolve);
      }),
    hold: (name) => {
      let giveUp = (): void => undefined;
      const held = new Promise<HeldLock | null>((resolve) => {
        if (!holders.has(name)) return grant(name, tab, resolve);
        const entry = { tab, resolve };
        const queue = waiting.get(name) ?? [];
        waiting.set(name, [...queue, entry]);
        giveUp = () => {
          const now = waiting.get(name) ?? [];
          if (!now.includes(entry)) return;
          waiting.set(
            name,
            now.filter((other) => other !== entry),
          );
          resolve(null);
        };
      });
      return { held, giveUp: () => giveUp() };
    },
    steal: (name) =>
      new Promise((resolve) => {
        holders.get(name)?.lose();
        grant(name, tab, (lock) => resolve(lock!));
      }),
    post: (message) => {
      for (const [other, heard] of listeners) {
        if (other === tab) continue;
        const copy = JSON.parse(JSON.stringify(message)) as unknown;
        inTab(other, () => heard.forEach((listener) => listener(copy)));
      }
    },
    listen: (listener) => {
      const heard = listeners.get(tab) ?? new Set();
      heard.add(listener);
      listeners.set(tab, heard);
      return () => heard.delete(listener);
    },
  });

  return {
    open,
    crash: (tab: number): void => {
      gone.add(tab);
      listeners.delete(tab);
      for (const [name, queue] of waiting) {
        waiting.set(
          name,
          queue.filter((entry) => entry.tab !== tab),
        );
      }
      for (const [name, holder] of [...holders]) if (holder.tab === tab) free(name);
    },
    hang: (tab: number): void => {
      if (!hung.has(tab)) hung.set(tab, []);
    },
    goOn: (tab: number): void => {
      const missed = hung.get(tab) ?? [];
      hung.delete(tab);
      for (const what of missed) what();
    },
    isGone: (tab: number): boolean => gone.has(tab),
    holderOf: (name: string): number | undefined => holders.get(name)?.tab,
  };
};
