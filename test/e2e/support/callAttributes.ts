/**
 * What Twilio puts on a call's task, up to its own `to`; without SIDs, by hand. `name` is all of it that an operator may
 * have changed.
 */
export const callAttributes = (name = '+14155550100'): string =>
  '"from_country":"US","called":"+18885550199","to_country":"US","to_city":"","to_state":"",' +
  '"caller_country":"US","call_status":"in-progress","call_sid":"CA…","account_sid":"AC…",' +
  '"from_zip":"94105","from":"+14155550100","direction":"inbound","called_zip":"",' +
  '"caller_state":"CA","to_zip":"","called_country":"US","from_city":"SAN FRANCISCO",' +
  '"called_city":"","caller_zip":"94105","api_version":"2010-04-01","called_state":"",' +
  `"from_state":"CA","caller":"+14155550100","caller_city":"SAN FRANCISCO","name":"${name}","to":"+18885550199"`;
