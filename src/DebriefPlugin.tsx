import { FlexPlugin } from '@twilio/flex-plugin';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { consoleJournal } from './host/flex/consoleJournal';
import type { Flex, Manager } from './host/flex/flexTypes';
import { startDebrief } from './host/flex/startDebrief';
import { createFunctionsClient } from './infra/functionsClient';
import { createFunctionsSaveService } from './infra/functionsSaveService';
import { createIndexedDbDrafts } from './infra/indexedDbDrafts';
import { systemClock } from './infra/systemClock';

/** The composition root: builds the adapters and hands them to the host layer. */
export class DebriefPlugin extends FlexPlugin {
  constructor() {
    super('DebriefPlugin');
  }

  override init(flex: Flex, manager: Manager): void {
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    startDebrief(flex, manager, {
      clock: systemClock,
      journal: consoleJournal,
      createService: ({ taskSidOf, onUnavailable, ...client }) =>
        createFunctionsSaveService({
          call: createFunctionsClient({ ...client, clock: systemClock, fetch: window.fetch }),
          clock: systemClock,
          taskSidOf,
          onUnavailable,
        }),
      createDrafts: (workerSid, onUnavailable) =>
        createIndexedDbDrafts(workerSid, systemClock, onUnavailable),
    });
  }
}
