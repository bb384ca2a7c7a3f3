import type * as FlexModule from '@twilio/flex-ui';

/** The Flex module as the plugin's `init` receives it. */
export type Flex = typeof FlexModule;
export type { Manager } from '@twilio/flex-ui';
