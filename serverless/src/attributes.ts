import { createFindPublished } from './catalog/published';
import { createShards } from './catalog/shards';
import { draftOperations } from './drafts/draftOperations';
import { createHandler } from './endpoint';
import { incidentOperation } from './operations/incident';
import { pingOperation } from './operations/ping';
import { saveOperation } from './operations/save';
import { allowedOrigins } from './pipeline/checkOrigin';
import type { Operation } from './pipeline/operation';
import { createCatalogs, type Catalogs } from './save/catalogs';
import { createThrottle } from './save/throttle';
import type { Context } from './twilio/Context';
import { flexConfiguration } from './twilio/flexConfiguration';
import { flexTokens } from './twilio/flexTokens';
import { logJournal } from './twilio/logJournal';
import { restCalls, type RestCall } from './twilio/restCall';
import { systemClock } from './twilio/systemClock';
import { syncDrafts } from './twilio/syncDrafts';
import { twilioSync } from './twilio/twilioSync';
import { twilioTaskRouter } from './twilio/twilioTaskRouter';

/** Of the account, and kept for as long as the platform keeps this instance. */
let catalogs: Catalogs | null = null;
const throttle = createThrottle(systemClock);

const catalogsFor = (call: RestCall, { SYNC_SERVICE_SID }: Context): Catalogs =>
  createCatalogs(
    flexConfiguration(call),
    systemClock,
    SYNC_SERVICE_SID
      ? createFindPublished(twilioSync(call, SYNC_SERVICE_SID), createShards(), systemClock)
      : undefined,
  );

/** The endpoint `/attributes` of the Functions service. */
export const handler = createHandler((context) => {
  const call = restCalls(context);
  catalogs ??= catalogsFor(call, context);
  const { SYNC_SERVICE_SID, API_KEY_SECRET } = context;
  const ports = {
    clock: systemClock,
    catalogs,
    throttle,
    journal: logJournal,
    taskRouter: (workspaceSid: string) => twilioTaskRouter(call, workspaceSid),
    documents:
      SYNC_SERVICE_SID && API_KEY_SECRET
        ? syncDrafts(call, SYNC_SERVICE_SID, API_KEY_SECRET)
        : null,
  };
  return {
    operations: new Map<string, Operation>([
      ['ping', pingOperation()],
      ['save', saveOperation(ports)],
      ['incident', incidentOperation(ports)],
      ...draftOperations(ports),
    ]),
    allowedOrigins: allowedOrigins(context.ALLOWED_ORIGINS),
    checkToken: flexTokens(context),
    clock: systemClock,
    journal: logJournal,
  };
});
