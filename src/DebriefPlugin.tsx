import { FlexPlugin } from '@twilio/flex-plugin';
import type * as Flex from '@twilio/flex-ui';
import { Box } from '@twilio-paste/core/box';
import { CustomizationProvider } from '@twilio-paste/core/customization';

export class DebriefPlugin extends FlexPlugin {
  constructor() {
    super('DebriefPlugin');
  }
  init(flex: typeof Flex, _manager: Flex.Manager): void {
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    flex.TaskCanvasTabs.Content.add(<Box key="debrief">Hello</Box>);
  }
}
