import type { ITask } from '@twilio/flex-ui';
import type { Manager } from '../../../src/host/flex/flexTypes';
import { assignmentFactsOf, factsOf, isOver, isTransferred } from '../../../src/host/flex/tasks';

const taskWith = (parts: Record<string, unknown>) => parts as unknown as ITask;

const AGENT = { team_name: 'Blue', team_id: 'T1', routing: { skills: ['spanish', 7] } };
const managerOf = (own: boolean) =>
  ({
    store: {
      getState: () => ({
        flex: {
          worker: { tasks: new Map(own ? [['WR1', {}]] : []), attributes: own ? AGENT : {} },
          supervisor: { workers: [{ worker: { sid: 'WK1', attributes: AGENT } }] },
        },
      }),
    },
  }) as unknown as Manager;

it('reads what assignments look at', () => {
  const task = taskWith({
    sid: 'WR1',
    queueName: 'Support',
    queueSid: 'WQ1',
    workflowName: 'Main',
    workflowSid: 'WW1',
    taskChannelUniqueName: 'voice',
    attributes: { direction: 'inbound', tier: 'gold' },
    dateCreated: new Date(1_790_000_000_000),
  });
  expect(assignmentFactsOf(managerOf(true), task)).toEqual({
    queueName: 'Support',
    queueSid: 'WQ1',
    workflowName: 'Main',
    workflowSid: 'WW1',
    channel: 'voice',
    direction: 'inbound',
    skills: ['spanish'],
    teams: ['Blue', 'T1'],
    attributes: { direction: 'inbound', tier: 'gold' },
    startedAt: 1_790_000_000_000,
  });
});

it('copes with a task in Teams, which knows no queue SID and no workflow', () => {
  const task = taskWith({ sid: 'WR1', queueName: 'Support', taskChannelUniqueName: 'voice' });
  expect(assignmentFactsOf(managerOf(true), task)).toMatchObject({
    queueName: 'Support',
    queueSid: '',
    workflowName: '',
    workflowSid: '',
    channel: 'voice',
    direction: 'unknown',
    startedAt: null,
  });
});

it('looks at a supervised task as the agent’s, not as the supervisor’s', () => {
  const task = taskWith({ sid: 'WR1', workerSid: 'WK1' });
  expect(factsOf(managerOf(false), task).worker).toBe(AGENT);
  expect(factsOf(managerOf(false), taskWith({ sid: 'WR1', workerSid: 'WK2' })).worker).toEqual({});
});

it.each([null, 'text', [], { direction: 'sideways' }])(
  'takes attributes %j for no direction',
  (attributes) => {
    const task = taskWith({ sid: 'WR1', attributes });
    expect(assignmentFactsOf(managerOf(true), task).direction).toBe('unknown');
  },
);

describe('a transferred task', () => {
  const WR = 'WR1';
  const managerWith = (task: Record<string, unknown>) =>
    ({
      store: { getState: () => ({ flex: { worker: { tasks: new Map([[WR, taskWith(task)]]) } } }) },
    }) as unknown as Manager;

  it.each<[string, Record<string, unknown>, boolean]>([
    ['none', { sourceObject: { task: { transfers: {} } } }, false],
    ['one to this agent', { incomingTransferObject: { status: 'complete' } }, true],
    ['one from this agent, on offer', { outgoingTransferObject: { status: 'initiated' } }, true],
    ['one that was taken back', { outgoingTransferObject: { status: 'canceled' } }, false],
    ['one that nobody took', { outgoingTransferObject: { status: 'failed' } }, false],
    [
      'one that only the SDK knows of yet',
      { sourceObject: { task: { transfers: { outgoing: { status: 'initiated' } } } } },
      true,
    ],
  ])('is told by its transfer: %s', (_which, task, is) => {
    expect(isTransferred(managerWith(task), WR)).toBe(is);
  });

  it('is none of this worker’s when it is unknown', () => {
    expect(isTransferred(managerWith({}), 'WR2')).toBe(false);
  });
});

describe('a reservation is over', () => {
  const managerWith = (activity: unknown, tasks: ReadonlyMap<string, ITask>) =>
    ({
      store: { getState: () => ({ flex: { worker: { activity, tasks } } }) },
    }) as unknown as Manager;
  const task = new Map([['WR1', taskWith({ sid: 'WR1' })]]);

  it('when the worker’s tasks are known and it is not among them', () => {
    expect(isOver(managerWith({ sid: 'WA1' }, task), 'WR2')).toBe(true);
    expect(isOver(managerWith({ sid: 'WA1' }, task), 'WR1')).toBe(false);
  });

  it.each([undefined, {}])('never, while nothing is known of the worker (%j)', (activity) =>
    expect(isOver(managerWith(activity, new Map()), 'WR2')).toBe(false),
  );
});
