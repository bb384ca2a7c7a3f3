import type { Fault } from '../../../../sandbox/control/api';
import { Faults } from '../../../../sandbox/faults/Faults';
import { Refused } from '../../../../sandbox/Refused';
import { Clock } from '../../../../sandbox/taskrouter/Clock';

const setUp = () => {
  const clock = new Clock();
  const onChange = jest.fn();
  return { clock, onChange, faults: new Faults(clock, onChange) };
};

const HANG = { type: 'hang' } as const;
const status = (code: number) => ({ type: 'status', status: code }) as const;

describe('calls', () => {
  it('get the fault of their operation, as often as ordered, first ordered first', () => {
    const { faults } = setUp();
    faults.order({ operation: 'task.update', kind: status(500), times: 2 });
    faults.order({ operation: 'task.update', kind: HANG });

    expect(faults.takeForCall('task.fetch')).toBeNull();
    expect([1, 2, 3, 4].map(() => faults.takeForCall('task.update'))).toEqual([
      status(500),
      status(500),
      HANG,
      null,
    ]);
  });

  it('get one that has no end until it is switched off, and then the next', () => {
    const { faults } = setUp();
    const storm = faults.order({
      operation: 'task.update',
      kind: status(412),
      times: 'until-off',
    });
    faults.order({ operation: 'task.update', kind: HANG });
    for (let call = 0; call < 50; call += 1) {
      expect(faults.takeForCall('task.update')).toEqual(status(412));
    }

    faults.switchOff(storm);

    expect(faults.takeForCall('task.update')).toEqual(HANG);
    expect(faults.takeForCall('task.update')).toBeNull();
  });

  it('pass until so many have, and then get the fault; others ordered for them come meanwhile', () => {
    const { faults } = setUp();
    faults.order({ operation: 'task.update', kind: HANG, after: 2, times: 'until-off' });
    faults.order({ operation: 'task.update', kind: status(412) });

    const taken = [1, 2, 3, 4].map(() => faults.takeForCall('task.update'));

    expect(taken).toEqual([status(412), null, HANG, HANG]);
  });

  it('get one that is for all calls of their kind', () => {
    const { faults } = setUp();
    faults.order({ operation: 'api.sync.*', kind: HANG, times: 'until-off' });

    expect(faults.takeForCall('api.sync.mapItem.create')).toEqual(HANG);
    expect(faults.takeForCall('api.task.update')).toBeNull();
  });

  it('get no fault that was for a time that is over', () => {
    const { faults, clock } = setUp();
    faults.order({ operation: 'task.fetch', kind: HANG, times: 'until-off', forSeconds: 5 });

    clock.forward(4);
    expect(faults.takeForCall('task.fetch')).toEqual(HANG);
    clock.forward(1);

    expect(faults.takeForCall('task.fetch')).toBeNull();
    expect(faults.list()).toEqual([]);
    clock.reset();
  });
});

describe('events', () => {
  it('get a fault for their name, or for any', () => {
    const { faults } = setUp();
    const lost = { type: 'lost', event: 'reservation.completed' } as const;
    faults.order({ operation: 'events.push', kind: lost });
    faults.order({ operation: 'events.push', kind: { type: 'duplicated' } });

    expect(faults.takeForEvent('task.updated')).toEqual({ type: 'duplicated' });
    expect(faults.takeForEvent('task.updated')).toBeNull();
    expect(faults.takeForEvent('reservation.completed')).toEqual(lost);
    expect(faults.takeForEvent('reservation.completed')).toBeNull();
  });
});

describe('the list', () => {
  it('says what can still happen, how often, and how often it did', () => {
    const { faults, onChange } = setUp();
    faults.order({ operation: 'task.update', kind: HANG, times: 2 });
    faults.order({ operation: 'task.fetch', kind: HANG, times: 'until-off' });
    faults.takeForCall('task.update');
    faults.takeForCall('task.fetch');

    expect(faults.list()).toEqual([
      { id: 'fault-1', operation: 'task.update', kind: HANG, after: 0, times: 1, happened: 1 },
      {
        id: 'fault-2',
        operation: 'task.fetch',
        kind: HANG,
        after: 0,
        times: 'until-off',
        happened: 1,
      },
    ]);
    expect(onChange).toHaveBeenCalledTimes(4);
  });

  it('is empty after a reset', () => {
    const { faults } = setUp();
    faults.order({ operation: 'task.update', kind: HANG });

    faults.reset();

    expect(faults.list()).toEqual([]);
    expect(faults.takeForCall('task.update')).toBeNull();
  });

  it('shows event sockets that are refused for a while, to be switched off like a fault', () => {
    const { faults, clock } = setUp();

    faults.refuseEventSockets(9);

    expect(faults.takeForCall('events.connect')).toEqual({ type: 'dropped' });
    const [refusing] = faults.list();
    faults.switchOff(refusing!.id);
    expect(faults.takeForCall('events.connect')).toBeNull();
    clock.reset();
  });
});

describe('refuses', () => {
  const refusal = (fault: unknown): string => {
    const { faults } = setUp();
    try {
      faults.order(fault);
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
    return 'taken';
  };

  it.each<[Partial<Fault> | object, RegExp]>([
    [{ kind: HANG }, /^There is no operation undefined; sandbox\/PARITY\.md lists them$/],
    [{ operation: 'toString', kind: HANG }, /^There is no operation "toString"/],
    [{ operation: 'task.fetch' }, /^kind for task\.fetch: /],
    [{ operation: 'task.fetch', kind: status(99) }, /must be a whole number from 200 to 599$/],
    [{ operation: 'task.fetch', kind: { type: 'delay', ms: 5 } }, /^kind\.of for task\.fetch: /],
    [{ operation: 'task.fetch', kind: { ...HANG, ms: 5 } }, /^kind\.ms for task\.fetch: /],
    [{ operation: 'task.fetch', kind: HANG, times: 0 }, /^times for task\.fetch: /],
    [{ operation: 'task.fetch', kind: HANG, times: 'always' }, /^times for task\.fetch: /],
    [{ operation: 'task.fetch', kind: HANG, time: 2 }, /^time for task\.fetch: /],
    [{ operation: 'events.push', kind: HANG }, /^kind\.type for events\.push: .*"reordered"/],
    [
      { operation: 'events.push', kind: { type: 'lost', event: 'task.sung' } },
      /^kind\.event for events\.push: .*"task\.updated"/,
    ],
    [
      { operation: 'events.connect', kind: { type: 'lost-answer' } },
      /^kind\.type for events\.connect: /,
    ],
    [
      { operation: 'voice.answer', kind: HANG },
      /^No fault can be ordered for voice\.answer: nobody waits for an answer to it$/,
    ],
    [
      { operation: 'worker.fetch', kind: { type: 'other-writer', set: {} } },
      /^worker\.fetch is about no task: no other writer there$/,
    ],
  ])('%j', (fault, message) => {
    expect(refusal(fault)).toMatch(message);
  });

  it('to switch off what is not active', () => {
    expect(() => setUp().faults.switchOff('fault-7')).toThrow('There is no active fault fault-7');
  });
});
