import { Clock } from '../../../sandbox/taskrouter/Clock';
import type { WorldEvent } from '../../../sandbox/taskrouter/records';
import { World } from '../../../sandbox/taskrouter/World';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

const endedTask = () => {
  const clock = new Clock();
  const world = new World(clock);
  const events: WorldEvent['type'][] = [];
  const { task } = world.createTask({ channel: 'custom1', direction: 'inbound' });
  world.cancelTask(task.sid, null);
  world.listen(({ type }) => events.push(type));
  return { clock, world, events };
};

describe('a task that has ended', () => {
  it('goes 2 minutes later, and listeners hear of it without asking', () => {
    const { world, events } = endedTask();

    jest.advanceTimersByTime(119_999);
    expect(events).toEqual([]);
    expect(world.allTasks()).toHaveLength(1);
    jest.advanceTimersByTime(1);

    expect(events).toEqual(['task.gone']);
    expect(world.allTasks()).toEqual([]);
  });

  it('goes at once when the operator moves the clock past that, and only once', () => {
    const { clock, world, events } = endedTask();

    clock.forward(119);
    expect(events).toEqual([]);
    clock.forward(1);
    jest.advanceTimersByTime(300_000);

    expect(events).toEqual(['task.gone']);
    expect(world.allTasks()).toEqual([]);
  });

  it('goes earlier in real time when the clock is ahead', () => {
    const { clock, events } = endedTask();

    clock.forward(100);
    jest.advanceTimersByTime(20_000);

    expect(events).toEqual(['task.gone']);
  });

  it('is not missed when everything is reset before', () => {
    const { clock, world, events } = endedTask();

    clock.reset();
    world.reset();
    jest.advanceTimersByTime(300_000);

    expect(events).toEqual(['reset']);
  });
});
