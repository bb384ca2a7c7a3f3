import type { Manager } from '@twilio/flex-ui';
import type { Flex } from './flexTypes';

export const TAB_NAME = 'debrief';

const EDITABLE = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';

const isTyping = (): boolean => document.activeElement?.matches(EDITABLE) === true;

const selectTab = (flex: Flex): Promise<unknown> =>
  flex.Actions.invokeAction('SetComponentState', {
    name: 'AgentTaskCanvasTabs',
    state: { selectedTabName: TAB_NAME },
  });

const selectedSid = (manager: Manager): string | undefined =>
  manager.store.getState().flex.view.selectedTaskSid;

/** Shows the task's tab, whatever the agent looks at. */
export const bringTabToFront = async (
  flex: Flex,
  manager: Manager,
  reservationSid: string,
): Promise<void> => {
  if (selectedSid(manager) !== reservationSid) {
    await flex.Actions.invokeAction('SelectTask', { sid: reservationSid });
  }
  await selectTab(flex);
};

/** Shows the tab if the agent looks at the task and types nowhere. */
export const offerTab = async (
  flex: Flex,
  manager: Manager,
  reservationSid: string,
): Promise<void> => {
  if (selectedSid(manager) === reservationSid && !isTyping()) await selectTab(flex);
};
