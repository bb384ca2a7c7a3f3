import { callAttributes } from '../e2e/support/callAttributes';

/** Written by hand: what judges a cell is computed by nothing of the product. SIDs are left out of what is compared. */
const REQUEST = '"name":"Web request","direction":"inbound","customerAddress":"grace@example.com"';
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
  callAttributes(),
  ',"conference":{"sid":"CF…","participants":{"worker":"CA…","customer":"CA…"}}',
);
