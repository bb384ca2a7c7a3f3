import type { Refused } from '../Refused';
import type { EdgeAnswer } from './edge';

/** The shape of Twilio's REST errors. */
export const refusalAnswer = (refusal: Refused): EdgeAnswer => ({
  status: refusal.status,
  body: { code: refusal.code, status: refusal.status, message: refusal.message },
});
