import { isJsonObject } from '../../core/json';
import type { Clock } from '../ports';
import type { HeldLock, Tabs } from './ports';

/**
 * - `joining`: it is not known yet; a matter of milliseconds
 * - `writes`: gestures here count
 * - `follows`: another tab writes; what it has is shown here
 */
export type Role = 'joining' | 'writes' | 'follows';

/** How long a tab that writes is given to hand over before it is taken for hung. */
const ASK_MS = 500;

/** A tab that asked for the turn and never took it gives it back after this. */
const HAND_OVER_MS = 2_000;

export interface SeatParts {
  readonly tabs: Tabs;
  readonly clock: Clock;
  readonly reservationSid: string;
  /** This tab's, different from any other's. */
  readonly id: string;
  readonly onRole: (role: Role) => void;
  /** What this tab has, for the others. Plain data. */
  readonly current: () => unknown;
  /** What the tab that writes has now. Also called for what arrives late of one that wrote before: told by `role`. */
  readonly onNews: (news: unknown) => void;
  /** Before this tab writes: takes in what is stored, for the tab that wrote may have gone without a word. */
  readonly catchUp: () => Promise<unknown>;
}

/** A tab's place among those that have a reservation open. */
export interface Seat {
  readonly role: () => Role;
  /** Resolves when it is known whether another tab writes. */
  readonly joined: Promise<void>;
  /** Tells the others what this tab has, if they are there and this one writes. */
  readonly tell: () => void;
  /** Resolves when this tab writes. The one that did hands over what it has first, if it answers. */
  readonly takeOver: () => Promise<void>;
  /** Whether this tab has had the turn and has not heard of another one that writes since. */
  readonly isLast: () => boolean;
  readonly leave: () => void;
}

/** The lock of the tab that writes. */
export const seatName = (reservationSid: string): string => `debrief-${reservationSid}`;

/**
 * Sees to it that one tab at a time writes a reservation's answers. A lock says which one, so that the turn goes on to
 * another tab by itself when a tab is closed or crashes.
 */
export const takeSeat = (parts: SeatParts): Seat => {
  const { tabs, clock, reservationSid, id, onRole, current, onNews, catchUp } = parts;
  const name = seatName(reservationSid);
  let role: Role = 'joining';
  let held: HeldLock | null = null;
  let queued: ReturnType<Tabs['hold']> | null = null;
  let isGone = false;
  let isLast = false;
  let hasCompany = false;
  let onHandedOver = (): void => undefined;
  let takingOver: Promise<void> | null = null;

  const setRole = (next: Role): void => {
    if (role === next || isGone) return;
    role = next;
    onRole(next);
  };
  const post = (type: string, more: Readonly<Record<string, unknown>> = {}): void =>
    tabs.post({ type, reservationSid, from: id, ...more });
  const tell = (): void => {
    if (role === 'writes' && hasCompany) post('news', { news: current() });
  };

  const write = async (lock: HeldLock): Promise<void> => {
    held = lock;
    isLast = true;
    void lock.lost.then(() => {
      if (held !== lock) return;
      held = null;
      follow();
    });
    await Promise.race([catchUp(), clock.wait(ASK_MS)]);
    if (isGone) return lock.release();
    if (held !== lock) return;
    setRole('writes');
    tell();
  };
  const queue = async (): Promise<void> => {
    const request = tabs.hold(name);
    queued = request;
    const lock = await request.held;
    if (queued === request) queued = null;
    if (lock) await write(lock);
  };
  const follow = (): void => {
    if (isGone) return;
    setRole('follows');
    post('hello');
    if (!queued) void queue();
  };
  const join = async (): Promise<void> => {
    const lock = await tabs.tryHold(name);
    if (isGone) return lock?.release();
    if (lock) await write(lock);
    else follow();
  };

  const handOver = async (to: unknown): Promise<void> => {
    post('yours', { to, news: current() });
    setRole('follows');
    await clock.wait(HAND_OVER_MS);
    if (!held) return;
    setRole('writes');
    tell();
  };

  const hear = (message: unknown): void => {
    if (!isJsonObject(message) || message['reservationSid'] !== reservationSid) return;
    hasCompany = true;
    const { type, from, to, news } = message;
    if (type === 'news' && !held) isLast = false;
    if (type === 'hello') tell();
    if (type === 'ask' && role === 'writes') void handOver(from);
    if (type === 'news' || (type === 'yours' && role !== 'writes')) onNews(news);
    if (type === 'yours' && to === id) onHandedOver();
  };
  const stopListening = tabs.listen(hear);
  const joined = join();

  const takeTurn = async (): Promise<void> => {
    await joined;
    if (role === 'writes' || isGone) return;
    const handedOver = new Promise<void>((resolve) => (onHandedOver = resolve));
    post('ask');
    await Promise.race([handedOver, clock.wait(ASK_MS)]);
    // It may have come here by itself meanwhile.
    if ((role as Role) === 'writes' || isGone) return;
    queued?.giveUp();
    queued = null;
    held = null;
    await write(await tabs.steal(name));
  };

  return {
    role: () => role,
    joined,
    tell,
    takeOver: () =>
      (takingOver ??= takeTurn().finally(() => {
        takingOver = null;
      })),
    isLast: () => isLast,
    leave: () => {
      isGone = true;
      stopListening();
      queued?.giveUp();
      held?.release();
    },
  };
};
