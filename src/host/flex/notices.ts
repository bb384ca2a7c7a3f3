import type { Manager } from '@twilio/flex-ui';
import type { Flex } from './flexTypes';

export interface Notice {
  readonly id: string;
  readonly type: 'error' | 'warning';
  readonly text: string;
}

/** Long enough to read, and then gone: Flex lays its notices over the head of the task, Complete included. */
const NOTICE_MS = 20_000;

export interface Notices {
  /** Shows a notice, with `text` in place of its own when given. */
  readonly show: (id: string, text?: string) => void;
  /** Takes a notice away, if it is there. */
  readonly hide: (id: string) => void;
}

/**
 * Flex UI 2.17.1 compiles its strings with Handlebars while it starts, and draws the outcome as HTML. A text put there
 * later is not seen any more, and one with two braces in it would keep Flex from starting. So what stands there is a
 * template of ours, and the text is its value, which Handlebars escapes.
 */
const TEMPLATE = '{{text}}';

/** Registers the notices with Flex once and shows them by id. */
export const registerNotices = (
  flex: Flex,
  manager: Manager,
  notices: readonly Notice[],
): Notices => {
  const strings = manager.strings as unknown as Record<string, string>;
  const texts = new Map(notices.map(({ id, text }) => [id, text]));
  for (const { id, type } of notices) {
    const name = `debrief.${id}`;
    strings[name] = TEMPLATE;
    flex.Notifications.registerNotification({
      id: name,
      content: name,
      type: flex.NotificationType[type],
      timeout: NOTICE_MS,
      closeButton: true,
    });
  }
  return {
    show: (id, text = texts.get(id) ?? '') =>
      flex.Notifications.showNotification(`debrief.${id}`, { text }),
    hide: (id) => flex.Notifications.dismissNotificationById(`debrief.${id}`),
  };
};
