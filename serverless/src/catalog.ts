import { catalogOperations, publishRoles, type CatalogMemory } from './catalog/catalogOperations';
import { createMakeObjects } from './catalog/objects';
import { createShards } from './catalog/shards';
import { createFindUnpublished } from './catalog/unpublished';
import { createHandler } from './endpoint';
import { allowedOrigins } from './pipeline/checkOrigin';
import { flexConfiguration } from './twilio/flexConfiguration';
import { flexTokens } from './twilio/flexTokens';
import { logJournal } from './twilio/logJournal';
import { restCalls } from './twilio/restCall';
import { syncTokens } from './twilio/syncTokens';
import { systemClock } from './twilio/systemClock';
import { twilioSync } from './twilio/twilioSync';
import { workerNames } from './twilio/workerNames';

/** A publication reads all of a catalog; the platform kills at 10 s. */
const BUDGET_MS = 8_000;

/** Of the account, and kept for as long as the platform keeps this instance. */
const memory: CatalogMemory = {
  makeObjects: createMakeObjects(),
  shards: createShards(),
  granted: new Map(),
  names: new Map(),
};

/** The endpoint `/catalog` of the Functions service. */
export const handler = createHandler((context) => {
  const call = restCalls(context);
  const fetchConfiguration = flexConfiguration(call);
  const { SYNC_SERVICE_SID } = context;
  return {
    operations: catalogOperations({
      clock: systemClock,
      sync: SYNC_SERVICE_SID ? twilioSync(call, SYNC_SERVICE_SID) : null,
      mintToken: syncTokens(context, systemClock),
      findName: workerNames(call, fetchConfiguration),
      findUnpublished: createFindUnpublished(fetchConfiguration),
      publishRoles: publishRoles(context.PUBLISH_ROLES),
      memory,
    }),
    allowedOrigins: allowedOrigins(context.ALLOWED_ORIGINS),
    checkToken: flexTokens(context),
    clock: systemClock,
    budgetMs: BUDGET_MS,
    journal: logJournal,
  };
});
