import twilio from '../../serverless/node_modules/twilio';
import type { Addresses } from '../../sandbox/control/api';
import { API_KEY, AUTH_TOKEN } from '../../sandbox/rest/restRoutes';
import { SYNC_SERVICE_SID } from '../../sandbox/sync/SyncService';
import { ACCOUNT_SID } from '../../sandbox/taskrouter/seed';

/** Twilio's own package, as the Functions have it, talking to a sandbox. */
const redirected = (rest: string) => {
  const client = new twilio.RequestClient();
  const request = client.request.bind(client);
  client.request = (options) =>
    request({ ...options, uri: options.uri.replace('https://', `${rest}/emulator/`) });
  return client;
};

/** With the account's token, or with its API key. */
export const twilioAt = ({ rest }: Addresses, by: 'token' | 'key' = 'token') => {
  const httpClient = redirected(rest);
  return by === 'token'
    ? twilio(ACCOUNT_SID, AUTH_TOKEN, { httpClient })
    : twilio(API_KEY.sid, API_KEY.secret, { httpClient, accountSid: ACCOUNT_SID });
};

export const syncServiceAt = (addresses: Addresses) =>
  twilioAt(addresses).sync.v1.services(SYNC_SERVICE_SID);

const { AccessToken } = twilio.jwt;

/** A token for the sandbox's Sync Service, made as a Function makes it. */
export const syncToken = (
  identity: string,
  { ttl = 3600, secret = API_KEY.secret, serviceSid = SYNC_SERVICE_SID } = {},
): string => {
  const token = new AccessToken(ACCOUNT_SID, API_KEY.sid, secret, { identity, ttl });
  token.addGrant(new AccessToken.SyncGrant({ serviceSid }));
  return token.toJwt();
};
