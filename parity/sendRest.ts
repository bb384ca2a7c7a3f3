import type { Answer, Request } from './Target';

/** Sends one REST request with an account's credentials; `addressOf` says where a host of Twilio's is. */
export const sendRest = async (
  request: Request,
  credentials: { readonly accountSid: string; readonly authToken: string },
  addressOf: (host: string) => string,
): Promise<Answer> => {
  const { method, host, path, form, json, ifMatch } = request;
  const { accountSid, authToken } = credentials;
  const response = await fetch(addressOf(host) + path, {
    method,
    headers: {
      authorization: `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`,
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }),
    },
    ...(form === undefined ? {} : { body: new URLSearchParams(form) }),
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
  });
  const text = await response.text();
  const body = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
  return {
    status: response.status,
    etag: response.headers.get('etag'),
    code: typeof body['code'] === 'number' ? body['code'] : null,
    body,
  };
};
