/** Written by hand: what judges a cell is computed by nothing of the product. */
const REST =
  '"name":"Web request","direction":"inbound","customerAddress":"grace@example.com",' +
  '"crm":{"stage":"open","tags":["a",null]},"legacy":null';

/** Other programs' attributes, put on every task before the agent has it. */
export const PLANTED = {
  crm: { stage: 'open', tags: ['a', null] },
  legacy: null,
  conversations: { conversation_id: 'CONV1' },
};

export const UNTOUCHED = `{${REST},"conversations":{"conversation_id":"CONV1"}}`;

export const OUTCOME = '"outcome":"Resolved in this contact"';
export const BOTH = `${OUTCOME},"campaign":"Renewals"`;

/** A task whose `conversations` hold these answers, and to whose other attributes somebody has added. */
export const taskWith = (answers: string, added = ''): string =>
  answers === ''
    ? UNTOUCHED.replace(/,"conversations"/, `${added && `,${added}`},"conversations"`)
    : `{${REST},"conversations":{"conversation_id":"CONV1",${answers}}${added && `,${added}`}}`;
