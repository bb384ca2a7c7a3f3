import type { Twilio } from 'twilio';

/** What the platform hands a Function, as far as this one uses it. */
export interface Context {
  readonly ACCOUNT_SID?: string;
  readonly AUTH_TOKEN?: string;
  /** For accounts outside us1. */
  readonly TWILIO_REGION?: string;
  /** Origins of pages that may call, with commas between. */
  readonly ALLOWED_ORIGINS?: string;
  readonly getTwilioClient: () => Pick<Twilio, 'request'>;
}
