import { answerCall, type Service } from './pipeline/answerCall';
import type { Context } from './twilio/Context';

interface FunctionEvent extends Readonly<Record<string, unknown>> {
  readonly request?: { readonly headers?: Readonly<Record<string, unknown>> };
}

interface FunctionResponse {
  setStatusCode(status: number): void;
  appendHeader(name: string, value: string): void;
  setBody(body: object): void;
}

declare const Twilio: { readonly Response: new () => FunctionResponse };

type Handler = (
  context: Context,
  event: FunctionEvent,
  callback: (error: null, response: FunctionResponse) => void,
) => Promise<void>;

/** What the platform calls, around what the service does. */
export const createHandler =
  (serviceFor: (context: Context) => Service): Handler =>
  async (context, event, callback) => {
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
