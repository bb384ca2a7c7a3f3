import type { Manager } from '@twilio/flex-ui';
import type { Flex } from './flexTypes';

export const TAB_NAME = 'debrief';

const CANVAS_TABS = 'AgentTaskCanvasTabs';
const EDITABLE = 'input, textarea, select, [contenteditable="true"], [role="textbox"]';
const OUR_PANEL = '[data-debrief="panel"]';

interface SetTabPayload {
  readonly name?: string;
  readonly state?: { selectedTabName?: string };
}

const isTypingElsewhere = (): boolean => {
  const { activeElement } = document;
  return activeElement?.matches(EDITABLE) === true && !activeElement.closest(OUR_PANEL);
};

const selectTab = (flex: Flex): Promise<unknown> =>
  flex.Actions.invokeAction('SetComponentState', {
    name: CANVAS_TABS,
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

/**
 * Makes the tab the one that Flex opens on for a task in wrap-up.
 *
 * Flex UI 2.17.1 resets its tabs by setting an empty tab name whenever another task is shown or the task's status
 * changes, which is later than `taskWrapup`: a tab selected in that event would be reset away. So the reset itself
 * gets our tab's name, unless the agent is typing somewhere else. An agent who is typing in our panel keeps the
 * focus: the tab never goes away in between.
 */
export const openOnTab = (
  flex: Flex,
  manager: Manager,
  wants: (reservationSid: string) => boolean,
  guard: (work: () => unknown) => void,
): void => {
  flex.Actions.addListener('beforeSetComponentState', (payload: SetTabPayload) =>
    guard(() => {
      if (payload.name !== CANVAS_TABS || payload.state?.selectedTabName !== '') return;
      const shown = selectedSid(manager);
      if (shown && wants(shown) && !isTypingElsewhere()) payload.state.selectedTabName = TAB_NAME;
    }),
  );
};
