import type { Flex } from './flexTypes';

/**
 * Actions of Flex UI 2.17.1 by which an agent goes away while tasks are open. Flex completes none of them then, but whoever
 * does so in the agent's absence finds on the task only what was saved.
 */
const DEPARTURES = ['Logout', 'SetActivity'] as const;

/**
 * Runs `save` before an agent goes away. Flex waits for a listener as long as it takes, so `save` has to end by itself;
 * nothing here ever keeps anybody.
 */
export const watchDepartures = (
  flex: Flex,
  save: () => Promise<void>,
  onError: (error: unknown) => void,
): void => {
  for (const action of DEPARTURES) {
    flex.Actions.addListener(`before${action}`, async () => {
      try {
        await save();
      } catch (error) {
        onError(error);
      }
    });
  }
};
