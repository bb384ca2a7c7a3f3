import { fail, ok } from '../../../../src/core/result';
import { retryDelayMs } from '../../../../src/core/sync/retryDelayMs';
import { startSave, stepSave, type SaveState } from '../../../../src/core/sync/stepSave';
import type { CallFailure, SaveEvent } from '../../../../src/core/sync/types';

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
      { do: 'wait', attempt: 1, retryAfterMs: null },
      READ,
      { do: 'succeed', outcome: 'saved' },
    ]);
  });

  it.each<CallFailure>(['network', 'timeout', 'server', 'rate-limited'])(
    'waits and tries again after %s, three times',
    (failure) => {
      const failing: SaveEvent = { type: 'read-failed', failure, retryAfterMs: 900 };
      expect(effects(failing, waited, failing, waited, failing, waited, failing)).toEqual([
        READ,
        { do: 'wait', attempt: 1, retryAfterMs: 900 },
        READ,
        { do: 'wait', attempt: 2, retryAfterMs: 900 },
        READ,
        { do: 'wait', attempt: 3, retryAfterMs: 900 },
        READ,
        failed(failure),
      ]);
    },
  );

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
