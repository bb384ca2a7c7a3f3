import { jwt } from 'twilio';
import type { MintToken } from '../catalog/ports';
import type { Clock } from '../Clock';
import type { Context } from './Context';

/** As long as a lost right may outlive the moment it is taken away. */
const LIFETIME_S = 3600;

/** What it takes to sign tokens for the account's Sync Service; null: it is not set. */
export function syncTokens(
  { ACCOUNT_SID, API_KEY_SID, API_KEY_SECRET, SYNC_SERVICE_SID, TWILIO_REGION }: Context,
  clock: Clock,
): MintToken | null {
  if (!ACCOUNT_SID || !API_KEY_SID || !API_KEY_SECRET || !SYNC_SERVICE_SID) return null;
  const [region] = (TWILIO_REGION ?? '').split('-');
  return (identity) => {
    const token = new jwt.AccessToken(ACCOUNT_SID, API_KEY_SID, API_KEY_SECRET, {
      identity,
      ttl: LIFETIME_S,
      ...(region ? { region } : {}),
    });
    token.addGrant(new jwt.AccessToken.SyncGrant({ serviceSid: SYNC_SERVICE_SID }));
    return { token: token.toJwt(), expiresAt: clock.now() + LIFETIME_S * 1000 };
  };
}
