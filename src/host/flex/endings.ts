import type { ITask, Manager } from '@twilio/flex-ui';
import { isJsonObject } from '../../core/json';
import { ownTasks } from './tasks';

/**
 * Actions of Flex UI 2.17.1 that end an agent's reservation. Leave and Pause of a conversation do so past
 * `CompleteTask`, where an account has switched them on.
 */
export const ENDING_ACTIONS = [
  'CompleteTask',
  'LeaveChannel',
  'PauseChannel',
  'LeaveEmailConversation',
  'PauseEmailConversation',
] as const;

export type EndingAction = (typeof ENDING_ACTIONS)[number];

export interface EndingPayload {
  readonly task?: ITask;
  /** A reservation SID. */
  readonly sid?: string;
  /** Of an Interaction: what Leave and Pause name. */
  readonly channelSid?: string;
}

/** With this feature flag Leave and Pause go to wrap-up, and Complete comes later. */
const WRAPS_UP = 'wrapup-task-on-leave-and-pause';

const wrapsUpFirst = (manager: Manager): boolean => {
  const { features, localOverrides } = manager.store.getState().flex.featureFlags;
  const isOn = (flags: unknown): unknown => {
    const flag = isJsonObject(flags) ? flags[WRAPS_UP] : undefined;
    return isJsonObject(flag) ? flag['enabled'] : flag;
  };
  return (isOn(localOverrides) ?? isOn(features)) === true;
};

/** The reservation that an action is about to end; undefined when it ends none that is known. */
export const reservationEndedBy = (
  manager: Manager,
  action: EndingAction,
  payload: EndingPayload,
): string | undefined => {
  const named = payload.task?.sid ?? payload.sid;
  if (action === 'CompleteTask') return named;
  if (wrapsUpFirst(manager)) return undefined;
  if (named !== undefined) return named;
  const tasks = [...ownTasks(manager).values()];
  return tasks.find(({ attributes }) => {
    const channel: unknown = isJsonObject(attributes)
      ? attributes['flexInteractionChannelSid']
      : undefined;
    return channel !== undefined && channel === payload.channelSid;
  })?.sid;
};
