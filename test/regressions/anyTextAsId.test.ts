import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import { noFacts } from '../support/facts';
import { throughCore } from '../support/throughCore';

// "hello world <b>" was taken for the id of a conversation, which would have split or merged conversations unseen.
const SID = `WT${'0a'.repeat(16)}`;
const named = (text: string) => ({ en: text });
const parse = (path: string, more: object = {}) =>
  parseCatalog({
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'optional', wayOut: false },
    picklists: [],
    forms: [
      {
        id: 'form',
        name: named('Form'),
        sections: [
          {
            id: 'all',
            name: named('All'),
            fields: [
              {
                kind: 'text',
                id: 'id',
                name: named('Id'),
                target: { path },
                noSegmentEnded: true,
                pii: true,
                ...more,
              },
            ],
          },
        ],
      },
    ],
    assignments: [{ id: 'all', when: {}, form: 'form' }],
  });
const endWith = (path: string, text: string) => {
  const parsed = parse(path);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  const desk = throughCore(parsed.value, parsed.value.forms[0]!, noFacts, '{}');
  desk.happen({ do: 'gesture', gesture: { type: 'write', field: 'id', text } });
  return desk.happen({ do: 'complete' });
};

it.each([
  'hello world <b>',
  'hello',
  SID.slice(1),
  `${SID}0`,
  SID.toLowerCase(),
  `WR${SID.slice(2)}`,
])('%j is no SID of a task (rule 23)', (text) => {
  expect(endWith('conversations.conversation_id', text)).toEqual({
    end: 'refused',
    problems: ['id not-a-task-sid'],
  });
});

it.each(['hello world', '<b>', '"42"', 'a\nb'])('%j is no id of a customer', (text) => {
  expect(endWith('customers.external_id', text)).toEqual({
    end: 'refused',
    problems: ['id not-an-id'],
  });
});

it.each([
  ['conversations.conversation_id', SID],
  // As Twilio writes it on the tasks of chats and e-mails.
  ['conversations.conversation_id', `KD${SID.slice(2)}`],
  ['customers.external_id', '00-42'],
  // To join older data (rule 26).
  ['customers.external_id', '+15551234567'],
  ['customers.external_id', "o'brien@example.com"],
  ['customers.external_id', SID],
])('%s takes %s', (path, text) => {
  expect(endWith(path, ` ${text}\u200b`)).toMatchObject({
    end: 'stored',
    recorded: { [path]: text },
  });
});

it('what a catalog gives such a field is judged as well', () => {
  expect(parse('conversations.conversation_id', { default: 'hello' })).toMatchObject({
    error: [{ code: 'wrong-value', details: { problem: 'not-a-task-sid' } }],
  });
  const reference = { kind: 'reference', pattern: '\\d+', example: '1' };
  expect(parse('conversations.conversation_id', reference)).toMatchObject({
    error: [{ code: 'example-mismatch', details: { problem: 'not-a-task-sid' } }],
  });
});
