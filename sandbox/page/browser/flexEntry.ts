import * as Flex from '@twilio/flex-ui';

/** What the hosted flex.js does: plugins and the page find Flex here. */
const holder = window as unknown as { Twilio?: { Flex?: unknown } };
holder.Twilio = { ...holder.Twilio, Flex: holder.Twilio?.Flex ?? Flex };
