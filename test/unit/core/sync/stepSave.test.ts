import { fail, ok } from '../../../../src/core/result';
import { queueDelayMs } from '../../../../src/core/sync/queueDelayMs';
import { retryDelayMs } from '../../../../src/core/sync/retryDelayMs';
import { startSave, stepSave, type SaveState } from '../../../../src/core/sync/stepSave';
import type { CallFailure, SaveEvent, SaveRoute } from '../../../../src/core/sync/types';

const OURS = { a: 1, ours: true };
/** Stands for the patch "ours = true". */
const merge: Parameters<typeof stepSave>[2] = (attributes) =>
  JSON.stringify(attributes) === JSON.stringify(OURS)
    ? ok({ attributes: OURS, size: 19, changed: false })
    : ok({ attributes: OURS, size: 19, changed: true });

const read = (attributes: unknown, version = '7'): SaveEvent => ({
  type: 'read',
  task: { attributes, version },
});
const WRITE = { do: 'write', attributes: OURS, version: '7' };
const READ = { do: 'read' };
const written: SaveEvent = { type: 'written' };
const conflict: SaveEvent = { type: 'write-failed', failure: 'conflict' };
const lost: SaveEvent = { type: 'write-failed', failure: 'timeout' };
const waited: SaveEvent = { type: 'waited' };
const old = read({ a: 1 });
const done = read(OURS, '8');

/** The effects of a save that meets these events, the first read included. */
const effects = (...events: readonly SaveEvent[]) => {
  let { state, effect } = startSave();
  const seen: unknown[] = [effect];
  for (const event of events) {
    ({ state, effect } = stepSave(state, event, merge));
    seen.push(effect);
  }
  return seen;
};
const last = (...events: readonly SaveEvent[]) => effects(...events).pop();
const failed = (kind: string) => ({ do: 'fail', failure: { kind } });
const times = (n: number, ...events: readonly SaveEvent[]) =>
  Array.from({ length: n }, () => events).flat();

describe('the save', () => {
  it('reads, writes with the version it read, reads again and succeeds', () => {
    expect(effects(old, written, done)).toEqual([
      READ,
      WRITE,
      READ,
      { do: 'succeed', outcome: 'saved' },
    ]);
  });

  it('writes nothing when the task already says all of it', () => {
    expect(effects(done)).toEqual([READ, { do: 'succeed', outcome: 'unchanged' }]);
  });

  it('reads again at once after a conflict, and writes with the new version', () => {
    expect(effects(old, conflict, read({ a: 2 }, '9'))).toEqual([
      READ,
      WRITE,
      READ,
      { do: 'write', attributes: OURS, version: '9' },
    ]);
  });

  it('gives up at the fifth conflict', () => {
    expect(last(...times(4, old, conflict))).toEqual(READ);
    expect(last(...times(5, old, conflict))).toEqual(failed('conflict'));
  });

  it('writes again when another writer has replaced our values before they could be proven', () => {
    expect(last(old, written, old)).toEqual(WRITE);
    expect(last(old, written, old, written, done)).toEqual({ do: 'succeed', outcome: 'saved' });
  });

  it('gives up when three writes were taken and none is there', () => {
    expect(last(...times(3, old, written))).toEqual(READ);
    expect(last(...times(3, old, written), old)).toEqual(failed('unverified'));
  });

  it('reads before it writes again when the answer to a write is lost', () => {
    expect(effects(old, lost, waited, done)).toEqual([
      READ,
      WRITE,
      { do: 'wait', because: 'trouble', attempt: 1, retryAfterMs: null },
      READ,
      { do: 'succeed', outcome: 'saved' },
    ]);
  });

  it.each<CallFailure>(['network', 'timeout', 'server'])(
    'waits and tries again after %s, three times',
    (failure) => {
      const failing: SaveEvent = { type: 'read-failed', failure, retryAfterMs: 900 };
      expect(effects(failing, waited, failing, waited, failing, waited, failing)).toEqual([
        READ,
        { do: 'wait', because: 'trouble', attempt: 1, retryAfterMs: 900 },
        READ,
        { do: 'wait', because: 'trouble', attempt: 2, retryAfterMs: 900 },
        READ,
        { do: 'wait', because: 'trouble', attempt: 3, retryAfterMs: 900 },
        READ,
        failed(failure),
      ]);
    },
  );

  it('queues when Twilio takes no more calls, eight times', () => {
    const busy: SaveEvent = { type: 'read-failed', failure: 'rate-limited', retryAfterMs: 900 };
    expect(effects(busy, waited)).toEqual([
      READ,
      {
        do: 'wait',
        because: 'queue',
        reason: 'rate-limited',
        route: 'sdk',
        attempt: 1,
        retryAfterMs: 900,
      },
      READ,
    ]);
    expect(last(...times(8, busy, waited), busy)).toEqual(failed('rate-limited'));
  });

  it('does not end at the deadline once it queues: it has bounds of its own', () => {
    const busy: SaveEvent = { type: 'read-failed', failure: 'rate-limited' };
    const wait = {
      do: 'wait',
      because: 'queue',
      reason: 'rate-limited',
      route: 'sdk',
      attempt: 1,
      retryAfterMs: null,
    };
    expect(last(busy, { type: 'deadline' })).toEqual(wait);
    expect(last(busy, { type: 'deadline' }, waited, done)).toEqual({
      do: 'succeed',
      outcome: 'unchanged',
    });
  });

  it.each<CallFailure>(['gone', 'refused'])('gives up at once when the task is %s', (failure) => {
    expect(last({ type: 'read-failed', failure })).toEqual(failed(failure));
    expect(last(old, { type: 'write-failed', failure })).toEqual(failed(failure));
  });

  it('gives up when the attributes cannot take the answers', () => {
    const { state } = startSave();
    const error = { code: 'too-large', size: 4100, limit: 4096 } as const;
    expect(stepSave(state, old, () => fail(error)).effect).toEqual({
      do: 'fail',
      failure: { kind: 'attributes', error },
    });
  });

  it.each<[string, readonly SaveEvent[]]>([
    ['reading', []],
    ['writing', [old]],
    ['waiting', [old, lost]],
    ['proving', [old, written]],
  ])('ends at the deadline while %s', (_what, before) => {
    expect(last(...before, { type: 'deadline' })).toEqual(failed('deadline'));
  });

  it.each<[string, readonly SaveEvent[], readonly SaveEvent[]]>([
    ['reading', [], [written, conflict, waited]],
    ['writing', [old], [old, { type: 'read-failed', failure: 'network' }, waited]],
    ['waiting', [old, lost], [old, written, conflict]],
    ['done', [done], [old, written, conflict, waited, { type: 'deadline' }]],
    ['failed', [{ type: 'deadline' }], [old, done, written, { type: 'deadline' }]],
  ])('is not moved by events that do not fit: %s', (_what, before, strays) => {
    let state: SaveState = startSave().state;
    for (const event of before) ({ state } = stepSave(state, event, merge));
    for (const stray of strays) {
      const step = stepSave(state, stray, merge);
      expect(step.state).toBe(state);
      expect(step.effect).toBe(state.awaits);
    }
  });
});

describe('the save through the service', () => {
  const SEND = { do: 'send' };
  const sent: SaveEvent = { type: 'sent', shown: true };
  const unseen: SaveEvent = { type: 'sent', shown: false };
  const refused = (
    kind: 'busy' | 'server' | 'conflict' | 'refused' | 'unavailable',
  ): SaveEvent => ({
    type: 'send-failed',
    failure: { kind: kind === 'busy' ? 'rate-limited' : kind },
  });
  const through = (isNew: boolean, ...events: readonly SaveEvent[]) => {
    let { state, effect } = startSave('service', isNew);
    const seen: unknown[] = [effect];
    for (const event of events) {
      ({ state, effect } = stepSave(state, event, merge));
      seen.push(effect);
    }
    return seen;
  };
  const SAVED = { do: 'succeed', outcome: 'saved' };

  it('sends at once what is new, and believes what is shown to be stored', () => {
    expect(through(true, sent)).toEqual([SEND, SAVED]);
  });

  it('looks first at what may be on the task already, and sends nothing then', () => {
    expect(through(false, done)).toEqual([READ, { do: 'succeed', outcome: 'unchanged' }]);
    expect(through(false, old, sent)).toEqual([READ, SEND, SAVED]);
  });

  it('looks at the task when what is stored does not show the answers, and gives up after three', () => {
    expect(through(true, unseen, old, sent)).toEqual([SEND, READ, SEND, SAVED]);
    expect(through(true, unseen, old, unseen, old, unseen, old).pop()).toEqual(
      failed('unverified'),
    );
  });

  it('queues at a busy Twilio and sends again', () => {
    expect(through(true, refused('busy'), waited, sent)).toEqual([
      SEND,
      {
        do: 'wait',
        because: 'queue',
        reason: 'rate-limited',
        route: 'service',
        attempt: 1,
        retryAfterMs: null,
      },
      SEND,
      SAVED,
    ]);
  });

  it('does not queue for a mere look, but pauses three times, and then looks again instead of sending', () => {
    const busy: SaveEvent = { type: 'read-failed', failure: 'rate-limited' };
    const pause = (attempt: number) => ({
      do: 'wait',
      because: 'trouble',
      attempt,
      retryAfterMs: null,
    });
    const thrice = [busy, waited, busy, waited, busy, waited];
    expect(through(false, ...thrice, busy, waited, done)).toEqual([
      ...[READ, pause(1), READ, pause(2), READ, pause(3), READ],
      {
        do: 'wait',
        because: 'queue',
        reason: 'rate-limited',
        route: 'service',
        attempt: 1,
        retryAfterMs: null,
      },
      READ,
      { do: 'succeed', outcome: 'unchanged' },
    ]);
  });

  it('gives up queueing after sixty turns', () => {
    const turns = Array.from({ length: 60 }, () => [refused('busy'), waited]).flat();
    expect(through(true, ...turns).pop()).toEqual(SEND);
    expect(through(true, ...turns, refused('busy')).pop()).toEqual(failed('rate-limited'));
  });

  it('queues when the service got nothing done with Twilio, and says that, not that there were too many calls', () => {
    expect(through(true, refused('server'), waited, sent)).toEqual([
      SEND,
      {
        do: 'wait',
        because: 'queue',
        reason: 'server',
        route: 'service',
        attempt: 1,
        retryAfterMs: null,
      },
      SEND,
      SAVED,
    ]);
    const turns = Array.from({ length: 60 }, () => [refused('server'), waited]).flat();
    expect(through(true, ...turns, refused('server')).pop()).toEqual(failed('server'));
  });

  it('sends again at once after a conflict, and gives up at the fifth', () => {
    const conflicts = Array.from({ length: 4 }, () => refused('conflict'));
    expect(through(true, ...conflicts).pop()).toEqual(SEND);
    expect(through(true, ...conflicts, refused('conflict')).pop()).toEqual(failed('conflict'));
  });

  it('leaves the save to the SDK when the service cannot do its work, beginning with a look', () => {
    expect(through(true, refused('unavailable'), old, written, done)).toEqual([
      SEND,
      READ,
      WRITE,
      READ,
      SAVED,
    ]);
    // It had done its work, only the answer was lost.
    expect(through(true, refused('unavailable'), done)).toEqual([SEND, READ, SAVED]);
  });

  it('gives up at once when the save itself is refused', () => {
    expect(through(true, refused('refused')).pop()).toEqual(failed('refused'));
  });
});

describe('queueDelayMs', () => {
  const half = (route: SaveRoute) => (attempt: number) => queueDelayMs(route, attempt, null, 0.5);

  it('spreads over a window that doubles, where each try costs Twilio a call', () => {
    expect([1, 2, 3].map(half('sdk'))).toEqual([8_000, 16_000, 32_000]);
    expect(queueDelayMs('sdk', 1, null, 0)).toBe(0);
  });

  it('spreads over short windows that grow late, where the service turns most away', () => {
    expect([1, 12, 13, 14].map(half('service'))).toEqual([1_000, 1_000, 1_300, 1_690]);
  });

  it('has a longest window', () => {
    expect(queueDelayMs('sdk', 8, null, 1)).toBe(128_000);
    expect(queueDelayMs('service', 60, null, 1)).toBe(32_000);
  });

  it('begins where the server said', () => {
    expect(queueDelayMs('sdk', 1, 5_000, 0.5)).toBe(13_000);
  });
});

describe('retryDelayMs', () => {
  it('doubles from a quarter of a second, the upper half at random', () => {
    expect([1, 2, 3].map((attempt) => retryDelayMs(attempt, null, 0))).toEqual([125, 250, 500]);
    expect([1, 2, 3].map((attempt) => retryDelayMs(attempt, null, 0.5))).toEqual([188, 375, 750]);
  });

  it('grows no longer than four seconds', () => {
    expect(retryDelayMs(30, null, 0.999)).toBeLessThanOrEqual(4000);
  });

  it('is never shorter than the server asked for', () => {
    expect(retryDelayMs(1, 3000, 0)).toBe(3000);
    expect(retryDelayMs(3, 100, 0)).toBe(500);
  });
});
