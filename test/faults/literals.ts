/** Written by hand: what judges a cell is computed by nothing of the product. SIDs are left out of what is compared. */
const REQUEST = '"name":"Web request","direction":"inbound","customerAddress":"grace@example.com"';
const CALL =
  '"from_country":"US","called":"+18885550199","to_country":"US","to_city":"","to_state":"","caller_country":"US",' +
  '"call_status":"in-progress","call_sid":"CA…","account_sid":"AC…","from_zip":"94105","from":"+14155550100",' +
  '"direction":"inbound","called_zip":"","caller_state":"CA","to_zip":"","called_country":"US",' +
  '"from_city":"SAN FRANCISCO","called_city":"","caller_zip":"94105","api_version":"2010-04-01","called_state":"",' +
  '"from_state":"CA","caller":"+14155550100","caller_city":"SAN FRANCISCO","name":"+14155550100","to":"+18885550199"';

/** Other programs' attributes, put on every task before the agent has it. */
export const PLANTED = {
  crm: { stage: 'open', tags: ['a', null] },
  legacy: null,
  conversations: { conversation_id: 'CONV1' },
};
const OTHERS = '"crm":{"stage":"open","tags":["a",null]},"legacy":null';

export const OUTCOME = '"outcome":"Resolved in this contact"';
export const BOTH = `${OUTCOME},"campaign":"Renewals"`;

const withAnswers =
  (twilios: string, twiliosLast = '') =>
  (answers: string) =>
    `{${twilios},${OTHERS},"conversations":{"conversation_id":"CONV1"${answers && `,${answers}`}}${twiliosLast}}`;

/** A task of a channel without wrap-up whose `conversations` hold these answers. */
export const taskWith = withAnswers(REQUEST);
/** Likewise a call, once it is in somebody's hands. */
export const callWith = withAnswers(
  CALL,
  ',"conference":{"sid":"CF…","participants":{"worker":"CA…","customer":"CA…"}}',
);
