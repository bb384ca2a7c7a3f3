import { FlexPlugin } from '@twilio/flex-plugin';
import { CustomizationProvider } from '@twilio-paste/core/customization';
import { createServerClock } from './app/wrapUp/serverClock';
import { serveChunksFrom } from './chunks';
import { offsetOf } from './core/wrapUp/clockOffset';
import { consoleJournal } from './host/flex/consoleJournal';
import type { Flex, Manager } from './host/flex/flexTypes';
import { startDebrief } from './host/flex/startDebrief';
import { createBrowserTabs } from './infra/browserTabs';
import { createCatalogCalls } from './infra/catalogCalls';
import { createFunctionsCatalogService } from './infra/functionsCatalogService';
import { createFunctionsClient } from './infra/functionsClient';
import { createFunctionsJournal } from './infra/functionsJournal';
import { createFunctionsSaveService } from './infra/functionsSaveService';
import { createIndexedDbDrafts } from './infra/indexedDbDrafts';
import { createIndexedDbUnsaved } from './infra/indexedDbUnsaved';
import { createIndexedDbVersions } from './infra/indexedDbVersions';
import { createSealer } from './infra/sealer';
import { createServiceDrafts } from './infra/serviceDrafts';
import { createSyncNews } from './infra/syncNews';
import { systemClock } from './infra/systemClock';

/** The composition root: builds the adapters and hands them to the host layer. */
export class DebriefPlugin extends FlexPlugin {
  constructor() {
    super('DebriefPlugin');
  }

  override init(flex: Flex, manager: Manager): void {
    flex.setProviders({ PasteThemeProvider: CustomizationProvider });
    const serverClock = createServerClock();
    startDebrief(flex, manager, {
      clock: systemClock,
      serverClock,
      journal: consoleJournal,
      createService: ({ taskSidOf, onUnavailable, ...client }) =>
        createFunctionsSaveService({
          call: createFunctionsClient({
            ...client,
            clock: systemClock,
            fetch: window.fetch,
            onTime: (sample) => {
              const offset = offsetOf(sample);
              if (offset) serverClock.learn(offset);
            },
          }),
          clock: systemClock,
          taskSidOf,
          onUnavailable,
        }),
      createJournal: ({ taskSidOf, ...client }) =>
        createFunctionsJournal({
          here: consoleJournal,
          call: createFunctionsClient({ ...client, clock: systemClock, fetch: window.fetch }),
          taskSidOf,
        }),
      createServiceDrafts: ({ taskSidOf, ...client }) =>
        createServiceDrafts({
          call: createFunctionsClient({ ...client, clock: systemClock, fetch: window.fetch }),
          clock: systemClock,
          taskSidOf,
        }),
      createCatalogs: ({ url, token }) => {
        serveChunksFrom(url);
        const versions = createIndexedDbVersions(systemClock);
        const ask = createCatalogCalls(
          createFunctionsClient({
            url,
            endpoint: 'catalog',
            token,
            clock: systemClock,
            fetch: window.fetch,
          }),
          systemClock,
        );
        const news = createSyncNews({
          mintToken: () => ask('token', {}),
          loadClient: () => import('twilio-sync'),
          clock: systemClock,
        });
        return {
          service: createFunctionsCatalogService(ask, versions.shards, systemClock),
          news,
          kept: versions.kept,
        };
      },
      createUnsaved: createIndexedDbUnsaved,
      createTabs: createBrowserTabs,
      createDrafts: (workerSid, told) =>
        createIndexedDbDrafts({
          workerSid,
          clock: systemClock,
          sealer: createSealer(workerSid),
          ...told,
          page: window,
        }),
    });
  }
}
