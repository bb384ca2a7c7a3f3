import type { Flex } from '../../../src/host/flex/flexTypes';
import { registerGate, type GateKeeper } from '../../../src/host/flex/gate';
import { createFakeActions } from '../../support/fakeActions';

const WR = 'WR1';
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
type Actions = ReturnType<typeof createFakeActions>;

const setUp = (keeper: Partial<GateKeeper>) => {
  const complete = jest.fn(async () => 'completed');
  const actions = createFakeActions(complete);
  const stopped = jest.fn();
  const bug = jest.fn();
  const heldUp = jest.fn();
  let ring = (): void => undefined;
  registerGate({ Actions: actions } as unknown as Flex, {
    endedBy: (_action, { task, sid }) => task?.sid ?? sid,
    goesFirst: () => false,
    prepare: async () => ({ go: true }),
    confirm: async () => ({ go: true }),
    onStopped: stopped,
    onBug: bug,
    onHeldUp: heldUp,
    wait: (milliseconds) =>
      milliseconds === 0 ? nextTurn() : new Promise((resolve) => (ring = resolve)),
    ...keeper,
  });
  return { actions, complete, stopped, bug, heldUp, ring: () => ring() };
};

it('lets a task go when both looks agree', async () => {
  const { actions, complete } = setUp({});
  await expect(actions.invoke({ task: { sid: WR } })).resolves.toBe('completed');
  expect(complete).toHaveBeenCalledTimes(1);
});

it('stops before anything is sent when the first look says no', async () => {
  const { actions, complete, stopped } = setUp({
    prepare: async () => ({ go: false, because: 'answers' }),
  });
  await expect(actions.invoke({ sid: WR })).rejects.toThrow('cancelled by before event');
  expect(complete).not.toHaveBeenCalled();
  expect(stopped).toHaveBeenCalledWith(WR, 'answers', 'CompleteTask');
});

it('stops when the second look says no', async () => {
  const { actions, complete } = setUp({ confirm: async () => ({ go: false, because: 'save' }) });
  await expect(actions.invoke({ sid: WR })).rejects.toThrow('Debrief');
  expect(complete).not.toHaveBeenCalled();
});

it.each(['prepare', 'confirm'] as const)('an error of ours in %s stops the task', async (step) => {
  const { actions, complete, bug } = setUp({
    [step]: () => {
      throw new TypeError('ours');
    },
  });
  await expect(actions.invoke({ sid: WR })).rejects.toThrow();
  expect(complete).not.toHaveBeenCalled();
  expect(bug).toHaveBeenCalledWith(WR, expect.any(TypeError));
});

it('an error while we announce an error stops the task as well', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { actions, complete } = setUp({
    prepare: async () => Promise.reject(new Error('ours')),
    onBug: () => {
      throw new Error('no notices');
    },
  });
  await expect(actions.invoke({ sid: WR })).rejects.toThrow();
  expect(complete).not.toHaveBeenCalled();
});

it('keeps the replacements of plugins that registered before us', async () => {
  const complete = jest.fn(async () => 'completed');
  const actions = createFakeActions(complete);
  const theirs = jest.fn((payload, _original, next) => next(payload));
  actions.replaceAction('CompleteTask', theirs);
  registerGate({ Actions: actions } as unknown as Flex, {
    endedBy: (_action, { sid }) => sid,
    goesFirst: () => false,
    prepare: async () => ({ go: true }),
    confirm: async () => ({ go: true }),
    onStopped: jest.fn(),
    onBug: jest.fn(),
    onHeldUp: jest.fn(),
    wait: async () => undefined,
  });
  await expect(actions.invoke({ sid: WR })).resolves.toBe('completed');
  expect(theirs).toHaveBeenCalledTimes(1);
});

it("looks a second time only after every plugin's listener is done", async () => {
  const order: string[] = [];
  const { actions } = setUp({
    prepare: async () => {
      order.push('prepare');
      return { go: true };
    },
    confirm: async () => {
      order.push('confirm');
      return { go: true };
    },
  });
  actions.addListener('beforeCompleteTask', async () => {
    await Promise.resolve();
    await Promise.resolve();
    order.push('other plugin');
  });
  await actions.invoke({ sid: WR });
  expect(order).toEqual(['prepare', 'other plugin', 'confirm']);
});

describe('another plugin that gives no answer', () => {
  const settled = () => new Promise((resolve) => setImmediate(resolve));
  const never = new Promise(() => undefined);

  it.each([
    ['listener', (actions: Actions) => actions.addListener('beforeCompleteTask', () => never)],
    ['replacement', (actions: Actions) => actions.replaceAction('CompleteTask', () => never)],
  ] as const)('in its %s is told of', async (_, hang) => {
    const { actions, complete, heldUp, ring } = setUp({});
    hang(actions);
    void actions.invoke({ sid: WR });
    await settled();
    expect(heldUp).not.toHaveBeenCalled();
    ring();
    await settled();
    expect(heldUp).toHaveBeenCalledWith(WR, 'CompleteTask');
    expect(complete).not.toHaveBeenCalled();
  });

  it('is none where the task completes, or where another plugin stops it', async () => {
    const { actions, heldUp, ring } = setUp({});
    await actions.invoke({ sid: WR });
    ring();
    await settled();
    actions.addListener('beforeCompleteTask', (_payload, abort) => abort());
    await expect(actions.invoke({ sid: WR })).rejects.toThrow('cancelled');
    ring();
    await settled();
    expect(heldUp).not.toHaveBeenCalled();
  });
});

describe('where others must not hear of a completion before it is settled', () => {
  const setUpBeside = (keeper: Partial<GateKeeper>) => {
    const parts = setUp({ goesFirst: () => true, ...keeper });
    /** Submits as it hears of the completion, and loses what it submitted. */
    const other = jest.fn();
    parts.actions.addListener('beforeCompleteTask', other);
    return { ...parts, other };
  };

  it('one that is stopped reaches nobody', async () => {
    const { actions, complete, other, stopped } = setUpBeside({
      prepare: async () => ({ go: false, because: 'answers' }),
    });
    await expect(actions.invoke({ sid: WR })).rejects.toThrow('cancelled by before event');
    await nextTurn();
    expect(stopped).toHaveBeenCalledWith(WR, 'answers', 'CompleteTask');
    expect(other).not.toHaveBeenCalled();
    expect(complete).not.toHaveBeenCalled();
  });

  it('one that may go on comes once more by itself, and then reaches everybody once', async () => {
    const payload = { sid: WR, reason: 'pressed' };
    const { actions, complete, other } = setUpBeside({});
    await expect(actions.invoke(payload)).rejects.toThrow('cancelled by before event');
    await nextTurn();
    await nextTurn();
    expect(other).toHaveBeenCalledTimes(1);
    expect(other).toHaveBeenCalledWith(payload, expect.any(Function));
    expect(complete).toHaveBeenCalledTimes(1);
  });

  it('the next completion is held back again', async () => {
    const { actions, other } = setUpBeside({
      confirm: async () => ({ go: false, because: 'save' }),
    });
    await expect(actions.invoke({ sid: WR })).rejects.toThrow();
    await nextTurn();
    await nextTurn();
    expect(other).toHaveBeenCalledTimes(1);
    await expect(actions.invoke({ sid: WR })).rejects.toThrow('cancelled by before event');
    expect(other).toHaveBeenCalledTimes(1);
  });

  it('an error of ours stops it and is said', async () => {
    const { actions, complete, bug } = setUpBeside({
      goesFirst: () => {
        throw new TypeError('ours');
      },
      prepare: async () => {
        throw new TypeError('ours');
      },
    });
    await expect(actions.invoke({ sid: WR })).rejects.toThrow('cancelled');
    expect(complete).not.toHaveBeenCalled();
    expect(bug).toHaveBeenCalledTimes(1);
  });
});
