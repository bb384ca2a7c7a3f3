import type { ITask } from '@twilio/flex-ui';
import type { Manager } from '../../../src/host/flex/flexTypes';
import { contextOf, isTransferred } from '../../../src/host/flex/tasks';

const taskWith = (parts: Record<string, unknown>) => parts as unknown as ITask;

it('reads what assignments look at', () => {
  expect(
    contextOf(
      taskWith({
        queueName: 'Support',
        queueSid: 'WQ1',
        taskChannelUniqueName: 'voice',
        attributes: { direction: 'inbound' },
      }),
    ),
  ).toEqual({ queueName: 'Support', queueSid: 'WQ1', channel: 'voice', direction: 'inbound' });
});

it('copes with a task in Teams, which knows no queue SID', () => {
  expect(contextOf(taskWith({ queueName: 'Support', taskChannelUniqueName: 'voice' }))).toEqual({
    queueName: 'Support',
    queueSid: '',
    channel: 'voice',
    direction: 'unknown',
  });
});

it.each([null, 'text', [], { direction: 'sideways' }])(
  'takes attributes %j for no direction',
  (attributes) => {
    expect(contextOf(taskWith({ attributes })).direction).toBe('unknown');
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
