import type { Flex, Manager } from '../../src/host/flex/flexTypes';
import { reservationEndedBy } from '../../src/host/flex/endings';
import { registerGate } from '../../src/host/flex/gate';
import { createFakeActions } from '../support/fakeActions';

/** Leave and Pause of a conversation end the reservation past CompleteTask: the gate did not stand there. */
const managerWith = (flags: Record<string, unknown>): Manager =>
  ({
    store: {
      getState: () => ({
        flex: {
          featureFlags: { features: flags, localOverrides: {} },
          worker: {
            tasks: new Map([
              ['WR1', { sid: 'WR1', attributes: { flexInteractionChannelSid: 'UO1' } }],
              ['WR2', { sid: 'WR2', attributes: null }],
            ]),
          },
        },
      }),
    },
  }) as unknown as Manager;

const setUp = (flags: Record<string, unknown> = {}) => {
  const original = jest.fn(async () => 'done');
  const actions = createFakeActions(original);
  const asked: unknown[] = [];
  registerGate({ Actions: actions } as unknown as Flex, {
    endedBy: (action, payload) => reservationEndedBy(managerWith(flags), action, payload),
    goesFirst: () => false,
    prepare: async (sid, action) => {
      asked.push([sid, action]);
      return { go: false, because: 'answers' };
    },
    confirm: async () => ({ go: true }),
    onStopped: () => undefined,
    onHeldUp: () => undefined,
    wait: async () => undefined,
    onBug: (_sid, error) => {
      throw error;
    },
  });
  return { actions, original, asked };
};

it.each(['LeaveChannel', 'PauseChannel', 'LeaveEmailConversation', 'PauseEmailConversation'])(
  '%s stops without the answers it needs',
  async (action) => {
    const { actions, original, asked } = setUp();
    await expect(actions.invoke({ channelSid: 'UO1' }, action)).rejects.toThrow('cancelled');
    expect(original).not.toHaveBeenCalled();
    expect(asked).toEqual([['WR1', action]]);
  },
);

it('passes where the account lets Leave and Pause go to wrap-up first', async () => {
  const { actions, asked } = setUp({ 'wrapup-task-on-leave-and-pause': { enabled: true } });
  await expect(actions.invoke({ channelSid: 'UO1' }, 'LeaveChannel')).resolves.toBe('done');
  expect(asked).toEqual([]);
});

it('passes for a conversation of nobody here', async () => {
  const { actions } = setUp();
  await expect(actions.invoke({ channelSid: 'UO9' }, 'LeaveChannel')).resolves.toBe('done');
});
