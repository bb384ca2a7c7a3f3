import type { Flex } from './flexTypes';

/** Completes a task as the agent's own press on Complete would; Flex itself reports a refusal. */
export const completeAction = async (flex: Flex, reservationSid: string): Promise<void> => {
  try {
    await flex.Actions.invokeAction('CompleteTask', { sid: reservationSid });
  } catch {
    // Stopped by the gate again (the panel says why) or by another plugin, which speaks for itself.
  }
};
