import { callAttributes } from '../e2e/support/callAttributes';
import { withoutSids } from '../e2e/support/rawAttributes';

/** Written by hand: what judges a cell is computed by nothing of the product. */
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

/** SIDs and times differ from run to run. */
export const comparable = (raw: string): string =>
  withoutSids(raw).replace(/"at":"\d{4}-\d\d-\d\dT[\d:.]+Z"/g, '"at":"…"');
