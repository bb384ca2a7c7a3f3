import type { ITask } from '@twilio/flex-ui';
import { contextOf } from '../../../src/host/flex/tasks';

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
