import type { TaskAttributes } from '../../../src/app/ports';
import { createFakeBrowser } from '../../support/fakeTabs';
import { openDesk, type Desk, type DeskParts, type JournalFacts } from './desk';
import type { Disk } from './disk';
import type { Leg, Page } from './hands';
import type { SimPage } from './stormyTaskRouter';
import type { VirtualClock } from './VirtualClock';

/** What a page is made of that its agent's browser does not have. */
export type PageParts = Pick<DeskParts, 'service' | 'catalogs' | 'serverClock'> & {
  readonly attributes: TaskAttributes;
  readonly onJournal: (page: Page, event: string, facts: JournalFacts) => void;
  readonly onCompleteLater: (page: Page, reservationSid: string) => Promise<void>;
  readonly onRetried: DeskParts['onRetried'];
};

/** One agent's browser: its disk, and the tabs in which they have Flex open. The one they look at is in front. */
export const createAgent = (parts: {
  readonly clock: VirtualClock;
  readonly random: () => number;
  /** How far this computer's clock is ahead. */
  readonly aheadMs: number;
  readonly workerSid: string;
  readonly functions: boolean;
  readonly partsOf: (page: SimPage, clock: DeskParts['clock'], n: number) => PageParts;
}) => {
  const { clock, random, workerSid } = parts;
  const now = (): number => clock.now() + parts.aheadMs;
  const ownClock = { now, wait: clock.wait, random };
  const disk: Disk = { drafts: new Map(), asides: new Map() };
  const between: (() => void)[] = [];
  // A moment later, and in order.
  const browser = createFakeBrowser((what) => {
    between.push(what);
    void clock.wait(1 + 4 * random()).then(() => between.shift()?.());
  });
  const pages: (Page & { readonly n: number })[] = [];
  const legs: Leg[] = [];
  let opened = 0;
  let closedAt = -Infinity;
  const closings: number[] = [];

  const open = (): Page => {
    opened += 1;
    const n = opened;
    const sim: SimPage = {
      workerSid,
      known: new Map(legs.map(({ reservationSid, task }) => [reservationSid, task.text])),
      transferred: new Set(),
      lookedAt: new Map(),
      usesSdk: !parts.functions,
    };
    const { onJournal, onCompleteLater, ...own } = parts.partsOf(sim, ownClock, n);
    const desk: Desk = openDesk({
      ...own,
      clock: ownClock,
      disk,
      tabs: browser.open(n),
      onJournal: (event, facts) => onJournal(page, event, facts),
      onCompleteLater: (sid) => onCompleteLater(page, sid),
    });
    // The same object: TaskRouter and its judges know the page by it.
    const page = Object.assign(sim, { desk, n, openedAt: clock.now() });
    pages.push(page);
    return page;
  };

  return {
    workerSid,
    legs,
    /** By this computer's clock. */
    now,
    /** The one in front last. */
    pages: (): readonly Page[] => pages,
    /** When a tab was closed last. */
    closedAt: (): number => closedAt,
    /** When the last of the tabs was closed. */
    closings: (): readonly number[] => closings,
    /** Undefined: the browser is closed. */
    front: (): Page | undefined => pages[pages.length - 1],
    /** A tab more, or the first one; in front. */
    open,
    /** The tab behind comes in front. */
    turn: (): void => {
      const front = pages.pop();
      if (front) pages.unshift(front);
    },
    /** Closes a tab without a word. */
    close: (page: Page): void => {
      closedAt = clock.now();
      const at = pages.findIndex((one) => one === page);
      const [gone] = pages.splice(at, 1);
      gone?.desk.close();
      if (gone) browser.crash(gone.n);
      if (pages.length === 0) closings.push(closedAt);
    },
  };
};

export type Agent = ReturnType<typeof createAgent>;
