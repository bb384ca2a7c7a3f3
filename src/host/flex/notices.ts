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
}

/**
 * Flex UI 2.17.1 compiles its strings with Handlebars and draws the outcome as HTML: two braces in a setting's name
 * would keep Flex from starting, and a tag in it would be one. As entities they are what they look like.
 */
const asFlexString = (text: string): string =>
  text.replace(/[&<>"'{}]/g, (character) => `&#${character.charCodeAt(0)};`);

/** Registers the notices with Flex once and shows them by id. */
export const registerNotices = (
  flex: Flex,
  manager: Manager,
  notices: readonly Notice[],
): Notices => {
  const strings = manager.strings as unknown as Record<string, string>;
  for (const { id, type, text } of notices) {
    const name = `debrief.${id}`;
    strings[name] = asFlexString(text);
    flex.Notifications.registerNotification({
      id: name,
      content: name,
      type: flex.NotificationType[type],
      timeout: NOTICE_MS,
      closeButton: true,
    });
  }
  return {
    show: (id, text) => {
      if (text !== undefined) strings[`debrief.${id}`] = asFlexString(text);
      flex.Notifications.showNotification(`debrief.${id}`);
    },
  };
};
