import { createFindPublished } from './catalog/published';
import { createShards } from './catalog/shards';
import { createHandler } from './endpoint';
import { pingOperation } from './operations/ping';
import { saveOperation } from './operations/save';
import { allowedOrigins } from './pipeline/checkOrigin';
import { createCatalogs, type Catalogs } from './save/catalogs';
import { createThrottle } from './save/throttle';
import type { Context } from './twilio/Context';
import { flexConfiguration } from './twilio/flexConfiguration';
import { flexTokens } from './twilio/flexTokens';
import { logJournal } from './twilio/logJournal';
import { restCalls, type RestCall } from './twilio/restCall';
import { systemClock } from './twilio/systemClock';
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
  return {
    operations: new Map([
      ['ping', pingOperation()],
      [
        'save',
        saveOperation({
          clock: systemClock,
          catalogs,
          throttle,
          taskRouter: (workspaceSid) => twilioTaskRouter(call, workspaceSid),
        }),
      ],
    ]),
    allowedOrigins: allowedOrigins(context.ALLOWED_ORIGINS),
    checkToken: flexTokens(context),
    clock: systemClock,
    journal: logJournal,
  };
});
