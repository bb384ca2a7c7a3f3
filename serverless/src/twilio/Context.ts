import type { Twilio } from 'twilio';

/** What the platform hands a Function, as far as this one uses it. */
export interface Context {
  readonly ACCOUNT_SID?: string;
  readonly AUTH_TOKEN?: string;
  /** For accounts outside us1. */
  readonly TWILIO_REGION?: string;
  /** Origins of pages that may call, with commas between. */
  readonly ALLOWED_ORIGINS?: string;
  /** Of the Sync Service that catalogs are kept in; without it there are none but the Flex Configuration's. */
  readonly SYNC_SERVICE_SID?: string;
  /** The API key that signs tokens for Sync. */
  readonly API_KEY_SID?: string;
  readonly API_KEY_SECRET?: string;
  /** Roles that may publish, with commas between. */
  readonly PUBLISH_ROLES?: string;
  readonly getTwilioClient: () => Pick<Twilio, 'request'>;
}
