import type { Aside, Clock, Draft, DraftStore } from '../../../src/app/ports';

/** What a browser keeps over a reload, as JSON: drafts by reservation, with who stored them, and what was put aside. */
export interface Disk {
  readonly drafts: Map<string, { readonly text: string; readonly by: object }>;
  readonly asides: Map<string, string>;
}

/** How long the disk takes to write. */
const DISK_MS = 20;

const keyOf = ({ reservationSid, reason }: Aside): string => `${reservationSid} ${reason}`;

/** A page's way to its browser's disk. What it had not written when it was closed never is: its clock stands still. */
export const openDisk = ({ drafts, asides }: Disk, clock: Clock): DraftStore => {
  const page = {};
  let written = Promise.resolve();
  const write = (work: () => void): Promise<void> => {
    written = written.then(() => clock.wait(DISK_MS)).then(work);
    return written;
  };
  return {
    load: async (sid) => {
      await clock.wait(DISK_MS);
      return JSON.parse(drafts.get(sid)?.text ?? 'null') as unknown;
    },
    save: (sid, draft: Draft) => {
      const text = JSON.stringify(draft);
      return write(() => {
        const stored = JSON.parse(drafts.get(sid)?.text ?? '{}') as Partial<Draft>;
        // Another page has had its turn since.
        if ((stored.turn ?? 0) <= draft.turn) drafts.set(sid, { text, by: page });
      });
    },
    remove: (sid) => write(() => void drafts.delete(sid)),
    left: async (isWanted) => {
      await clock.wait(DISK_MS);
      return new Map(
        [...drafts].flatMap(([sid, { text, by }]) =>
          by !== page && isWanted(sid) ? [[sid, JSON.parse(text) as unknown]] : [],
        ),
      );
    },
    retire: (sid, aside) =>
      write(() => {
        if (drafts.get(sid)?.by === page) return;
        if (aside) asides.set(keyOf(aside), JSON.stringify(aside));
        drafts.delete(sid);
      }),
    setAside: (aside) => write(() => void asides.set(keyOf(aside), JSON.stringify(aside))),
    aside: async () => {
      await clock.wait(DISK_MS);
      return [...asides.values()].map((text) => JSON.parse(text) as Aside);
    },
    forgetAside: (aside) => write(() => void asides.delete(keyOf(aside))),
  };
};
