import { always } from '../../../src/app/catalogs/always';
import type { ITask } from '@twilio/flex-ui';
import { EventEmitter } from 'node:events';
import type { ReactElement } from 'react';
import { sessionOf } from '../../../src/app/sessions';
import type { Policies, WrapUp } from '../../../src/core/catalog/types';
import type { Flex, Manager } from '../../../src/host/flex/flexTypes';
import type { Placement } from '../../../src/host/flex/placement';
import { registerDebrief } from '../../../src/host/flex/registerDebrief';
import { createTranslator } from '../../../src/strings/translate';
import { createFakeActions } from '../../support/fakeActions';
import { createFakePorts } from '../../support/fakePorts';
import { createFakeTask } from '../../support/fakeTask';
import { smallCatalog } from '../../support/smallCatalog';

const WR = 'WR1';

interface Tab {
  readonly services: Omit<Placement, 'label' | 'hasForm'>;
  readonly isShown: (task: ITask) => boolean;
  readonly sortOrder: number;
}

const taskOf = (parts: Partial<ITask> = {}): ITask =>
  ({
    sid: WR,
    status: 'accepted',
    queueName: 'Support',
    taskChannelUniqueName: 'voice',
    attributes: {},
    ...parts,
  }) as ITask;

const setUp = (
  first: ReadonlyMap<string, ITask>,
  policies: Policies = smallCatalog.policies,
  wrapUp?: WrapUp,
  /** Agent Copilot's notes, by reservation. */
  wrapupSummaries: object = {},
) => {
  let tasks = first;
  let tell = (): void => undefined;
  /** Flex's store, with other tasks from now on. */
  const store = (next: ReadonlyMap<string, ITask>): void => {
    tasks = next;
    tell();
  };
  const complete = jest.fn(async () => 'completed');
  const actions = { ...createFakeActions(complete), invokeAction: jest.fn(async () => undefined) };
  const events = new EventEmitter();
  const shown: string[] = [];
  const errors: unknown[] = [];
  let tab: Tab | undefined;
  const content = {
    fragments: [],
    add: (
      element: ReactElement,
      { if: isShown, sortOrder }: { if: (props: { task: ITask }) => boolean; sortOrder: number },
    ) => {
      const { props } = (element.props as { children: ReactElement }).children;
      tab = {
        services: props as Tab['services'],
        isShown: (task) => isShown({ task }),
        sortOrder,
      };
    },
  };
  const canvas = { TaskCanvasTabs: { Content: content } };
  const fakes = createFakePorts(createFakeTask({}));
  registerDebrief({
    flex: {
      Actions: actions,
      Tab: () => null,
      withTaskContext: (component: unknown) => component,
      ...canvas,
      RootContainer: { Content: { add: () => undefined } },
      TaskListItem: { Content: { add: () => undefined } },
      Supervisor: canvas,
    } as unknown as Flex,
    manager: {
      events,
      store: {
        getState: () => ({
          flex: { worker: { tasks }, supervisor: { workers: [] }, view: {} },
          wrapupSummaries,
        }),
        subscribe: (listener: () => void) => (tell = listener),
      },
    } as unknown as Manager,
    catalogs: always({
      ...smallCatalog,
      policies,
      forms: smallCatalog.forms.map((form) => (wrapUp ? { ...form, wrapUp } : form)),
    }),
    ports: fakes.ports,
    notices: { show: (id) => shown.push(id), hide: () => undefined },
    translate: createTranslator('en'),
    language: 'en',
    guard: (work) => {
      try {
        Promise.resolve(work()).catch((error: unknown) => errors.push(error));
      } catch (error) {
        errors.push(error);
      }
    },
  });
  if (!tab) throw new Error('no tab was placed');
  const { app } = tab.services;
  return { tab, app, actions, events, complete, shown, errors, store, ...fakes };
};

it('asks for the answers of a task that no event has announced', async () => {
  const { actions, complete, app } = setUp(new Map([[WR, taskOf()]]));
  await expect(actions.invoke({ sid: WR })).rejects.toThrow('cancelled');
  expect(complete).not.toHaveBeenCalled();
  expect(sessionOf(app, WR)?.focus?.field).toBe('outcome');
});

it('asks for them too where the exception of another plugin has gone past our listener', async () => {
  const { actions, complete } = setUp(new Map([[WR, taskOf()]]));
  await expect(actions.invokeWithoutListeners({ sid: WR })).rejects.toThrow('Debrief');
  expect(complete).not.toHaveBeenCalled();
});

it('keeps the tab of a form that the gate asks for, though the task now matches another assignment', () => {
  const task = taskOf();
  const { tab, events } = setUp(new Map([[WR, task]]));
  events.emit('taskAccepted', task);
  expect(tab.isShown(taskOf({ taskChannelUniqueName: 'email' }))).toBe(true);
  expect(tab.isShown(taskOf({ sid: 'WR2', taskChannelUniqueName: 'email' }))).toBe(false);
});

it('stands before or behind Flex’s own tabs, as the policies say', () => {
  const orderWith = (policies: Policies) => setUp(new Map(), policies).tab.sortOrder;
  const { policies } = smallCatalog;
  expect(orderWith({ ...policies, placement: 'first' })).toBeLessThan(0);
  expect(orderWith({ ...policies, placement: 'last' })).toBeGreaterThan(100);
  expect(orderWith(policies)).toBe(orderWith({ ...policies, placement: 'last' }));
});

it('does not open a task again that Flex draws once more after its end', () => {
  const task = taskOf();
  const { tab, app, events } = setUp(new Map([[WR, task]]));
  events.emit('taskAccepted', task);
  expect(sessionOf(app, WR)).toBeDefined();
  const ended = taskOf({ status: 'completed' } as unknown as Partial<ITask>);
  events.emit('taskCompleted', ended);
  tab.services.attend(ended);
  expect(sessionOf(app, WR)).toBeUndefined();
});

it("forgets somebody else's task with its tab, and keeps the agent's own", () => {
  const own = taskOf();
  const other = taskOf({ sid: 'WR2' });
  const { tab, app } = setUp(new Map([[WR, own]]));
  tab.services.attend(own);
  tab.services.attend(other);
  expect(sessionOf(app, 'WR2')?.readOnly).toBe(true);
  tab.services.leave(WR);
  tab.services.leave('WR2');
  expect(sessionOf(app, 'WR2')).toBeUndefined();
  expect(sessionOf(app, WR)?.readOnly).toBe(false);
});

it('a panel that cannot be drawn does not keep an agent for ever, where the way out is open', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { tab, actions, complete, shown } = setUp(new Map([[WR, taskOf()]]), {
    enforcement: 'required',
    wayOut: true,
  });
  tab.services.onPanelError(WR, new TypeError('ours'));
  await expect(actions.invoke({ sid: WR })).rejects.toThrow('cancelled');
  expect(shown).toEqual(['gateErrorWayOut']);
  await expect(actions.invoke({ sid: WR })).resolves.toBe('completed');
  expect(complete).toHaveBeenCalledTimes(1);
});

it('after an error of ours a second press completes, where an admin left the way out open', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { actions, complete, app, shown } = setUp(new Map([[WR, taskOf()]]), {
    enforcement: 'required',
    wayOut: true,
  });
  Object.assign(app.ports.attributes, {
    snapshot: () => {
      throw new TypeError('ours');
    },
  });
  await expect(actions.invoke({ sid: WR })).rejects.toThrow();
  expect(shown).toEqual(['gateErrorWayOut']);
  await expect(actions.invoke({ sid: WR })).resolves.toBe('completed');
  expect(complete).toHaveBeenCalledTimes(1);
});

it('an error of ours that stops a completion is in the journal, which tells those who run Flex', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { actions, app, complete, journal } = setUp(new Map([[WR, taskOf()]]));
  Object.assign(app.ports.attributes, {
    snapshot: () => {
      throw new TypeError('ours');
    },
  });
  await expect(actions.invoke({ sid: WR })).rejects.toThrow();
  await expect(actions.invoke({ sid: WR })).rejects.toThrow();
  expect(complete).not.toHaveBeenCalled();
  const stopped = { event: 'stopped-by-bug', facts: { reservationSid: WR } };
  expect(journal).toEqual([stopped, stopped]);
});

it.each([
  ['taskCanceled', 'canceled'],
  ['taskRejected', 'rejected'],
  ['taskRescinded', 'rescinded'],
  ['taskTimeout', 'timeout'],
  ['taskCompleted', 'elsewhere'],
])('%s: the journal says how it ended', (event, how) => {
  const { events, journal } = setUp(new Map());
  events.emit(event, taskOf());
  expect(journal).toEqual([{ event: 'ended', facts: { reservationSid: WR, how } }]);
});

it.each(['Logout', 'SetActivity'])('%s waits for open answers, and then goes on', async (name) => {
  const task = taskOf();
  const { actions, events, tab, complete, drafts, until, shown } = setUp(new Map([[WR, task]]));
  events.emit('taskAccepted', task);
  tab.services.commandsFor(WR).dispatch({ type: 'choose', field: 'outcome', code: 'sale' });
  await until(() => drafts.has(WR));
  await expect(actions.invoke({}, name)).resolves.toBe('completed');
  expect(shown).toEqual(['leftSaved']);
  expect(complete).toHaveBeenCalledTimes(1);
});

it('an error of ours keeps nobody from logging out', async () => {
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
  const { actions, app } = setUp(new Map());
  app.store.getState = () => {
    throw new TypeError('ours');
  };
  await expect(actions.invoke({}, 'Logout')).resolves.toBe('completed');
});

describe('a task that is gone without an event', () => {
  /** Whatever was ready to run has run. */
  const settled = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  };
  const answered = async () => {
    const own = new Map([[WR, taskOf()]]);
    const it = setUp(own);
    it.events.emit('taskAccepted', taskOf());
    await it.until(() => sessionOf(it.app, WR) !== undefined);
    it.tab.services.commandsFor(WR).dispatch({ type: 'choose', field: 'outcome', code: 'sale' });
    return { ...it, own };
  };

  it('is announced when its answers may not be on it, and its draft stays', async () => {
    const it = await answered();
    it.store(new Map());
    await it.until(() => it.shown.length > 0);
    expect(it.shown).toEqual(['endedUnsaved']);
    expect(sessionOf(it.app, WR)).toBeUndefined();
    expect(it.drafts.has(WR)).toBe(true);
    expect(it.journal).toEqual([
      {
        event: 'ended-unsaved',
        facts: {
          reservationSid: WR,
          how: 'vanished',
          form: 'service',
          version: 7,
          unsaved: ['outcome'],
        },
      },
    ]);
  });

  it('is not, when it is there again a moment later', async () => {
    const it = await answered();
    it.holdQueue();
    it.store(new Map());
    it.store(it.own);
    it.releaseQueue();
    await settled();
    expect(it.shown).toEqual([]);
    expect(sessionOf(it.app, WR)).toBeDefined();
  });

  it('is not, when an event has told its end', async () => {
    const it = await answered();
    it.events.emit('taskCompleted', taskOf({ attributes: { conversations: { outcome: 'Sale' } } }));
    it.store(new Map());
    await settled();
    expect(it.shown).toEqual([]);
  });
});

it('counts the time from when the reservation went to wrap-up', () => {
  const wrapUp: WrapUp = { seconds: 60, onTimeout: 'hold' };
  // Two minutes before the clock of the test.
  const dateUpdated = new Date(1_790_000_000_000 - 120_000);
  const task = taskOf({ dateUpdated });
  const { app, events, shown } = setUp(new Map([[WR, task]]), undefined, wrapUp);
  events.emit('taskAccepted', task);
  expect(sessionOf(app, WR)?.wrapUp).toBeNull();
  const wrapping = taskOf({ dateUpdated, status: 'wrapping' });
  events.emit('taskUpdated', wrapping);
  events.emit('taskWrapup', wrapping);
  // The event has only just arrived, so this computer's clock is two minutes ahead.
  expect(sessionOf(app, WR)?.wrapUp).toMatchObject({ until: 1_790_000_059_500 });
  expect(shown).toEqual([]);
  events.emit('taskCompleted', taskOf({ status: 'completed' } as unknown as Partial<ITask>));
});

it('finds out at a reload that the time was over meanwhile', async () => {
  const wrapUp: WrapUp = { seconds: 60, onTimeout: 'hold' };
  const dateUpdated = new Date(1_790_000_000_000 - 120_000);
  const task = taskOf({ dateUpdated, status: 'wrapping' });
  const { app, events, shown, until } = setUp(new Map([[WR, task]]), undefined, wrapUp);
  events.emit('pluginsInitialized');
  await until(() => sessionOf(app, WR)?.wrapUp?.state === 'held');
  expect(shown).toEqual(['timeHeld']);
});

it('lets the end of the time complete a task whose answers are saved before Copilot hears of it', async () => {
  const wrapUp: WrapUp = { seconds: 60, onTimeout: 'partial' };
  const dateUpdated = new Date(1_790_000_000_000 - 120_000);
  const task = taskOf({ dateUpdated, status: 'wrapping' });
  const it = setUp(new Map([[WR, task]]), undefined, wrapUp, { [WR]: {} });
  const invoke = it.actions.invokeAction as jest.Mock;
  invoke.mockImplementation((name: string, payload: object) =>
    name === 'CompleteTask' ? it.actions.invoke({ ...payload }) : undefined,
  );
  it.complete.mockImplementation(async () => {
    it.events.emit('taskCompleted', { ...task, status: 'completed' });
    return 'completed';
  });
  it.events.emit('pluginsInitialized');
  await it.until(() => it.complete.mock.calls.length > 0);
  const of = (event: string) => it.journal.filter((line) => line.event === event);
  expect(of('time-over')).toMatchObject([{ facts: { did: 'partial' } }]);
  expect(of('stopped')).toEqual([]);
  expect(it.shown).not.toContain('timeHeld');
  expect(it.errors).toEqual([]);
});
