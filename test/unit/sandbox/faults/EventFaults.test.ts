import type { EventFault } from '../../../../sandbox/control/api';
import type { EventName } from '../../../../sandbox/edges/eventNames';
import { Delays } from '../../../../sandbox/faults/Delays';
import { EventFaults } from '../../../../sandbox/faults/EventFaults';
import { Faults } from '../../../../sandbox/faults/Faults';
import { Clock } from '../../../../sandbox/taskrouter/Clock';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

const setUp = (...kinds: readonly EventFault[]) => {
  const seen: string[] = [];
  const faults = new Faults(new Clock(), () => undefined);
  const delays = new Delays();
  const events = new EventFaults(faults, delays);
  for (const kind of kinds) faults.order({ operation: 'events.push', kind });
  const deliver = (name: EventName, ...workerSids: string[]) =>
    events.deliver({
      name,
      workerSids: workerSids.length > 0 ? workerSids : ['WK1'],
      send: () => seen.push(name),
      drop: () => seen.push(`no socket for ${name}`),
    });
  return { seen, faults, delays, events, deliver };
};

it('go as they come when nothing is ordered', () => {
  const { seen, deliver } = setUp();
  deliver('reservation.wrapup');
  deliver('task.wrapup');
  expect(seen).toEqual(['reservation.wrapup', 'task.wrapup']);
});

it('are lost', () => {
  const { seen, deliver } = setUp({ type: 'lost' });
  deliver('reservation.wrapup');
  deliver('task.wrapup');
  expect(seen).toEqual(['task.wrapup']);
});

it('come twice', () => {
  const { seen, deliver } = setUp({ type: 'duplicated', event: 'task.wrapup' });
  deliver('reservation.wrapup');
  deliver('task.wrapup');
  deliver('task.wrapup');
  expect(seen).toEqual(['reservation.wrapup', 'task.wrapup', 'task.wrapup', 'task.wrapup']);
});

it('come late, behind what happened meanwhile', () => {
  const { seen, deliver } = setUp({ type: 'delay', ms: 3_000 });
  deliver('task.updated');
  deliver('task.wrapup');
  jest.advanceTimersByTime(2_999);
  expect(seen).toEqual(['task.wrapup']);
  jest.advanceTimersByTime(1);
  expect(seen).toEqual(['task.wrapup', 'task.updated']);
});

describe('in another order', () => {
  it('come after the next one of their worker', () => {
    const { seen, deliver } = setUp({ type: 'reordered' });
    deliver('reservation.completed');
    deliver('task.updated', 'WK2');
    deliver('task.completed', 'WK2', 'WK1');
    jest.runAllTimers();
    expect(seen).toEqual(['task.updated', 'task.completed', 'reservation.completed']);
  });

  it('swap pairwise, however often ordered', () => {
    const { seen, deliver } = setUp({ type: 'reordered' }, { type: 'reordered' });
    deliver('reservation.wrapup');
    deliver('task.wrapup');
    deliver('reservation.completed');
    deliver('task.completed');
    expect(seen).toEqual([
      'task.wrapup',
      'reservation.wrapup',
      'task.completed',
      'reservation.completed',
    ]);
  });

  it('are not lost when there is no next one', () => {
    const { seen, deliver } = setUp({ type: 'reordered' });
    deliver('reservation.completed');
    jest.advanceTimersByTime(1_000);
    expect(seen).toEqual(['reservation.completed']);
  });
});

it('drop their socket, and new ones are refused as long as ordered', () => {
  const { seen, faults, deliver } = setUp({ type: 'dropped', refuseSeconds: 3 });
  deliver('reservation.completed');
  expect(seen).toEqual(['no socket for reservation.completed']);
  expect(faults.takeForCall('events.connect')).toEqual({ type: 'dropped' });
});

it('that are late or held never come after a reset', () => {
  const { seen, events, delays, deliver } = setUp({ type: 'delay', ms: 10 }, { type: 'reordered' });
  deliver('task.updated');
  deliver('task.wrapup');
  delays.reset();
  events.reset();
  deliver('task.completed');
  jest.runAllTimers();
  expect(seen).toEqual(['task.completed']);
});
