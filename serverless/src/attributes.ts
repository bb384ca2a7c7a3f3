import { pingOperation } from './operations/ping';
import { saveOperation } from './operations/save';
import { answerCall, type Service } from './pipeline/answerCall';
import { allowedOrigins } from './pipeline/checkOrigin';
import { createCatalogs, type Catalogs } from './save/catalogs';
import { createThrottle } from './save/throttle';
import type { Context } from './twilio/Context';
import { flexConfiguration } from './twilio/flexConfiguration';
import { flexTokens } from './twilio/flexTokens';
import { logJournal } from './twilio/logJournal';
import { restCalls } from './twilio/restCall';
import { systemClock } from './twilio/systemClock';
import { twilioTaskRouter } from './twilio/twilioTaskRouter';

interface FunctionEvent extends Readonly<Record<string, unknown>> {
  readonly request?: { readonly headers?: Readonly<Record<string, unknown>> };
}

interface FunctionResponse {
  setStatusCode(status: number): void;
  appendHeader(name: string, value: string): void;
  setBody(body: object): void;
}

declare const Twilio: { readonly Response: new () => FunctionResponse };

/** Of the account, and kept for as long as the platform keeps this instance. */
let catalogs: Catalogs | null = null;
const throttle = createThrottle(systemClock);

const serviceFor = (context: Context): Service => {
  const call = restCalls(context);
  catalogs ??= createCatalogs(flexConfiguration(call), systemClock);
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
};

/** The endpoint `/attributes` of the Functions service. */
export const handler = async (
  context: Context,
  event: FunctionEvent,
  callback: (error: null, response: FunctionResponse) => void,
): Promise<void> => {
  const { request, ...fields } = event;
  const origin = request?.headers?.['origin'];
  const { status, headers, body } = await answerCall(
    { fields, origin: typeof origin === 'string' ? origin : null },
    serviceFor(context),
  );
  const response = new Twilio.Response();
  response.setStatusCode(status);
  for (const [name, value] of Object.entries(headers)) response.appendHeader(name, value);
  response.setBody(body);
  callback(null, response);
};
