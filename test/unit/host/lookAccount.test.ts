import { NOTHING_KNOWN } from '../../../src/app/editing/directory';
import { createFlexDirectory } from '../../../src/host/flex/flexDirectory';
import type { Manager } from '../../../src/host/flex/flexTypes';

type Items = Readonly<Record<string, unknown>>;

const ATTRIBUTES = {
  full_name: 'Ana Agent',
  team_name: 'Blue',
  team_id: 'T1',
  routing: { skills: ['spanish', 'Sales'] },
};
const ACCOUNT: Readonly<Record<string, Items>> = {
  'tr-queue': {
    WQ2: { queue_sid: 'WQ2', queue_name: 'Support' },
    WQ1: { queue_sid: 'WQ1', queue_name: 'Billing' },
  },
  'tr-worker': {
    WK1: { worker_sid: 'WK1', friendly_name: 'ana', attributes: ATTRIBUTES },
    WK2: {
      worker_sid: 'WK2',
      friendly_name: 'Ben',
      attributes: { routing: { skills: ['sales'] } },
    },
    WK3: { worker_sid: 'WK3', friendly_name: 'Cleo', attributes: 'broken' },
    WK4: null,
  },
  'tr-reservation': {
    WR1: {
      reservation_sid: 'WR1',
      worker_sid: 'WK1',
      queue_name: 'Support',
      task_channel_unique_name: 'chat',
      attributes: { direction: 'inbound', tier: 'gold' },
      date_created: '2026-11-24T10:05:00.000Z',
      task_date_created: '2026-11-24T10:00:00.000Z',
    },
  },
};

const managerOf = (account: Readonly<Record<string, Items>> | null) => {
  const queries: string[] = [];
  const manager = {
    insightsClient: {
      instantQuery: async (index: string) => {
        let found: Items = {};
        return {
          search: async (query: string) => {
            queries.push(`${index} ${query}`);
            if (!account) throw new Error('54509');
            found = account[index] ?? {};
          },
          getItems: () => found,
        };
      },
    },
    workerClient: { channels: new Map([['TC1', { taskChannelUniqueName: 'voice' }]]) },
    store: {
      getState: () => ({
        flex: {
          worker: {
            tasks: new Map([['WR9', { sid: 'WR9', workflowName: 'Main', workflowSid: 'WW1' }]]),
          },
        },
      }),
    },
  } as unknown as Manager;
  return { manager, queries };
};

it('tells queues, workers, teams, skills and channels of the account, and its live tasks', async () => {
  const { manager, queries } = managerOf(ACCOUNT);
  expect(await createFlexDirectory(manager).look()).toEqual({
    queues: [
      { name: 'Billing', sid: 'WQ1' },
      { name: 'Support', sid: 'WQ2' },
    ],
    workflows: [{ name: 'Main', sid: 'WW1' }],
    workers: [
      { name: 'Ana Agent', sid: 'WK1', skills: ['spanish', 'Sales'], teams: ['Blue', 'T1'] },
      { name: 'Ben', sid: 'WK2', skills: ['sales'], teams: [] },
      { name: 'Cleo', sid: 'WK3', skills: [], teams: [] },
    ],
    channels: ['chat', 'voice'],
    teams: ['Blue'],
    skills: ['sales', 'spanish'],
    tasks: [
      {
        reservationSid: 'WR1',
        worker: 'Ana Agent',
        facts: {
          queueName: 'Support',
          queueSid: 'WQ2',
          workflowName: '',
          workflowSid: '',
          channel: 'chat',
          direction: 'inbound',
          skills: ['spanish', 'Sales'],
          teams: ['Blue', 'T1'],
          attributes: { direction: 'inbound', tier: 'gold' },
          startedAt: Date.parse('2026-11-24T10:00Z'),
        },
      },
    ],
  });
  expect(queries).toEqual([
    'tr-queue ',
    'tr-worker ',
    'tr-reservation data.status not_in ["completed", "canceled", "rescinded", "rejected", "timeout"]',
  ]);
});

it('knows no more than Flex itself where the account cannot be searched', async () => {
  const warn = jest.spyOn(console, 'warn').mockReturnValue();
  const { manager } = managerOf(null);
  expect(await createFlexDirectory(manager).look()).toEqual({
    ...NOTHING_KNOWN,
    workflows: [{ name: 'Main', sid: 'WW1' }],
    channels: ['voice'],
  });
  expect(await createFlexDirectory({} as unknown as Manager).look()).toEqual(NOTHING_KNOWN);
  expect(warn).toHaveBeenCalled();
  warn.mockRestore();
});
