import type { JsonObject } from '../../src/core/json';
import type { ChannelName, Direction } from './records';
import { ACCOUNT_SID, CONTACT_CENTRE } from './seed';

const CUSTOMER = '+14155550100';

/**
 * The attributes that Twilio itself puts on a task, so that what foreign keys a plugin must leave alone is
 * real. Inbound: the parameters of the incoming call, as Studio's Send to Flex widget and <Enqueue> copy them
 * (documented). Outbound: what Flex's StartOutboundCall sends (read in the client) plus the call it makes.
 */
export const twilioAttributes = (
  channel: ChannelName,
  direction: Direction,
  callSid: string,
): JsonObject => {
  if (channel !== 'voice') {
    return { name: 'Web request', direction, customerAddress: 'grace@example.com' };
  }
  if (direction === 'outbound') {
    return {
      direction: 'outbound',
      outbound_to: CUSTOMER,
      from: CONTACT_CENTRE,
      to: CUSTOMER,
      name: CUSTOMER,
      call_sid: callSid,
      account_sid: ACCOUNT_SID,
    };
  }
  return {
    from_country: 'US',
    called: CONTACT_CENTRE,
    to_country: 'US',
    to_city: '',
    to_state: '',
    caller_country: 'US',
    call_status: 'in-progress',
    call_sid: callSid,
    account_sid: ACCOUNT_SID,
    from_zip: '94105',
    from: CUSTOMER,
    direction: 'inbound',
    called_zip: '',
    caller_state: 'CA',
    to_zip: '',
    called_country: 'US',
    from_city: 'SAN FRANCISCO',
    called_city: '',
    caller_zip: '94105',
    api_version: '2010-04-01',
    called_state: '',
    from_state: 'CA',
    caller: CUSTOMER,
    caller_city: 'SAN FRANCISCO',
    name: CUSTOMER,
    to: CONTACT_CENTRE,
  };
};
