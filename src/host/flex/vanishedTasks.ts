import type { Manager } from '@twilio/flex-ui';
import { ownTasks } from './tasks';

/** Events that say how a task ended come before Flex's store knows, and a store that is loaded anew may be empty for a moment. */
const GRACE_MS = 3_000;

interface Watch {
  /** Reservations that should be there. */
  readonly attended: () => readonly string[];
  readonly onVanished: (reservationSid: string) => void;
  readonly wait: (milliseconds: number) => Promise<void>;
}

/**
 * Finds the worker's tasks that are gone without an event: Flex UI 2.17.1 drops what ended while TaskRouter's socket was
 * down when it connects again, and tells nobody.
 */
export const watchVanishedTasks = (
  manager: Manager,
  { attended, onVanished, wait }: Watch,
  guard: (work: () => unknown) => void,
): void => {
  const gone = (): readonly string[] => {
    const tasks = ownTasks(manager);
    return attended().filter((reservationSid) => !tasks.has(reservationSid));
  };
  let known = ownTasks(manager);
  let isLooking = false;
  manager.store.subscribe(() => {
    const tasks = ownTasks(manager);
    if (tasks === known || isLooking) return;
    known = tasks;
    guard(async () => {
      const suspects = gone();
      if (suspects.length === 0) return;
      isLooking = true;
      try {
        await wait(GRACE_MS);
        const still = gone();
        for (const reservationSid of suspects) {
          if (still.includes(reservationSid)) onVanished(reservationSid);
        }
      } finally {
        isLooking = false;
      }
    });
  });
};
