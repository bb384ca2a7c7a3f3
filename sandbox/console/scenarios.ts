import type { Scenario } from '../control/api';
import { twilioAttributes } from '../taskrouter/twilioAttributes';

/** Foreign data as other programs put it on tasks: nested, with arrays, nulls and empty things. */
const FOREIGN = {
  crm: {
    caseId: 'C-20417',
    owner: null,
    tags: ['renewal', 'vip', 'renewal'],
    history: [
      { at: '2024-05-02T09:14:00Z', by: 'bot', steps: [1, 2, [3, null]] },
      { at: '2024-05-02T09:16:30Z', by: 'ivr', steps: [] },
    ],
    limits: { credit: 1500.5, exposure: 0, frozen: false },
  },
  skills: ['billing', 'french'],
  screenPop: { url: 'https://crm.example/cases/C-20417?tab=a&b=ü', open: true },
  'key.with.dots': 'kept',
  empty: {},
  none: [],
  nothing: null,
  zero: 0,
  emoji: '👩🏽‍💻 – “quoted” \\ back\\slash',
};

/** Attributes that, with those of Twilio on such a task, make exactly so many characters of JSON text. */
const fillUpTo = (length: number) => {
  const filled = { notes: '', conversations: { case: 'Full to the brim' } };
  const all = { ...twilioAttributes('custom1', 'inbound', ''), ...filled };
  return { ...filled, notes: 'x'.repeat(length - JSON.stringify(all).length) };
};

/** What operators and end-to-end tests send in most. The first one is the one to try first. */
export const SCENARIOS: readonly Scenario[] = [
  {
    id: 'inbound-service',
    name: 'Inbound service call',
    description: 'A customer calls the first queue; agent 1 is offered the call.',
    task: { channel: 'voice', direction: 'inbound', attributes: { name: 'Mira Novak' } },
  },
  {
    id: 'inbound-ivr',
    name: 'Inbound call, filled in by the IVR',
    description:
      'Outcome and campaign hold values of the starter catalog before the agent answers.',
    task: {
      channel: 'voice',
      direction: 'inbound',
      attributes: {
        name: 'Jonas Weber',
        conversations: {
          outcome: 'Callback promised',
          campaign: 'Product recall',
          ivr_path: '1 ▸ 2',
        },
      },
    },
  },
  {
    id: 'inbound-ivr-foreign',
    name: 'Inbound call, foreign outcome',
    description: 'The IVR wrote an outcome that no picklist has: shown, and kept unless answered.',
    task: {
      channel: 'voice',
      direction: 'inbound',
      attributes: { conversations: { outcome: 'Self-service 4711', content: 'asked for a human' } },
    },
  },
  {
    id: 'outbound-sales',
    name: 'Outbound sales call',
    description: 'Agent 1 calls a customer from the sales queue.',
    task: {
      channel: 'voice',
      direction: 'outbound',
      queue: 'Sales',
      attributes: { name: 'Ana Ferreira' },
    },
  },
  {
    id: 'custom-channel',
    name: 'Custom channel',
    description: 'A task that has no wrap-up of its own: Complete ends it at once.',
    task: { channel: 'custom1', direction: 'inbound', attributes: { ticket: 'T-881' } },
  },
  {
    id: 'chat',
    name: 'Web chat',
    description: 'A visitor writes; write back in Flex, and as the customer below the task here.',
    task: { channel: 'chat', direction: 'inbound' },
  },
  {
    id: 'sms',
    name: 'SMS',
    description: 'A customer writes from a phone.',
    task: { channel: 'sms', direction: 'inbound' },
  },
  {
    id: 'whatsapp',
    name: 'WhatsApp',
    description: 'To TaskRouter it is a chat; Flex tells it by its attributes.',
    task: { channel: 'whatsapp', direction: 'inbound' },
  },
  {
    id: 'email',
    name: 'E-mail',
    description: 'A customer sends an e-mail.',
    task: { channel: 'email', direction: 'inbound' },
  },
  {
    id: 'agent2-service',
    name: 'Service call for agent 2',
    description: 'As the first, offered to agent 2.',
    task: {
      channel: 'voice',
      direction: 'inbound',
      worker: 'agent2',
      attributes: { name: 'Mira Novak' },
    },
  },
  {
    id: 'agent2-custom',
    name: 'Custom channel for agent 2',
    description: 'Send in both of agent 2 to have two tasks side by side.',
    task: {
      channel: 'custom1',
      direction: 'inbound',
      worker: 'agent2',
      attributes: { ticket: 'T-882' },
    },
  },
  {
    id: 'foreign-keys',
    name: 'Many foreign keys',
    description:
      'Nested objects, arrays in arrays, nulls, empty things, dots and emoji in keys and values.',
    task: { channel: 'voice', direction: 'inbound', attributes: FOREIGN },
  },
  {
    id: 'nearly-full',
    name: 'Nearly full attributes',
    description: '4 090 of 4 096 characters are taken: nothing more fits.',
    task: { channel: 'custom1', direction: 'inbound', attributes: fillUpTo(4090) },
  },
  {
    id: 'conversations-null',
    name: 'conversations and customers are null',
    description: 'Odd: null where Insights expects objects.',
    task: {
      channel: 'custom1',
      direction: 'inbound',
      attributes: { conversations: null, customers: null },
    },
  },
  {
    id: 'conversations-text',
    name: 'conversations is a text',
    description: 'Odd: some program wrote a text where Insights expects an object.',
    task: { channel: 'custom1', direction: 'inbound', attributes: { conversations: 'billing' } },
  },
  {
    id: 'attributes-null',
    name: 'Attributes are null',
    description:
      "Flex itself cannot show such a task, with no plugin either: agent 1's page turns white until the task is canceled and the page reloaded.",
    task: { channel: 'custom1', direction: 'inbound', attributes: 'null' },
  },
  {
    id: 'hostile-keys',
    name: 'Hostile keys',
    description: 'Keys such as __proto__ and constructor, which must neither do harm nor vanish.',
    task: {
      channel: 'custom1',
      direction: 'inbound',
      // As text: in an object literal __proto__ would set the prototype and not be sent.
      attributes:
        '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"conversations":{"__proto__":"kept","toString":"kept"}}',
    },
  },
];
