import * as fc from 'fast-check';
import { mergePatch } from '../../src/core/attributes/mergePatch';
import type { Patch } from '../../src/core/attributes/types';
import { SAVE_BOUNDS, startSave, stepSave } from '../../src/core/sync/stepSave';
import type { SaveEffect, SaveEvent } from '../../src/core/sync/types';

const PATCH: Patch = [{ op: 'set', path: 'conversations.outcome', value: 'Sale' }];
const owned = new Set(['conversations.outcome']);
const merge = (attributes: unknown) => mergePatch(attributes, PATCH, owned);

const passing = fc.constantFrom('network', 'timeout', 'server', 'rate-limited');
const luck = fc.oneof(
  { weight: 4, arbitrary: fc.constant('fine') },
  { weight: 2, arbitrary: passing },
  // The write is done, its answer is lost.
  { weight: 1, arbitrary: fc.constant('lost-answer') },
  // Another writer: elsewhere, on our path, or the whole task away.
  { weight: 2, arbitrary: fc.constantFrom('other-elsewhere', 'other-here', 'swallowed') },
  { weight: 1, arbitrary: fc.constantFrom('gone', 'refused', 'deadline') },
);
type Luck = string;

/** A task with versions and everything that can go wrong on the way to it. */
const run = (luckOf: readonly Luck[]) => {
  let attributes: unknown = { foreign: 0 };
  let version = 1;
  let sent = 0;
  let elsewhere = 0;
  const change = (next: unknown) => {
    attributes = JSON.parse(JSON.stringify(next));
    version += 1;
  };
  const answer = (effect: SaveEffect, fate: Luck): SaveEvent => {
    if (fate === 'deadline') return { type: 'deadline' };
    const failure = ['network', 'timeout', 'server', 'rate-limited', 'gone', 'refused'].find(
      (kind) => kind === fate,
    ) as 'network' | undefined;
    if (effect.do === 'wait') return { type: 'waited' };
    if (effect.do === 'read') {
      if (failure) return { type: 'read-failed', failure };
      return { type: 'read', task: { attributes, version: String(version) } };
    }
    if (effect.do !== 'write') throw new Error('ended');
    sent += 1;
    if (failure) return { type: 'write-failed', failure };
    if (fate === 'other-elsewhere') {
      elsewhere += 1;
      change({ ...(attributes as object), foreign: elsewhere });
    }
    if (effect.version !== String(version)) return { type: 'write-failed', failure: 'conflict' };
    if (fate === 'swallowed') return { type: 'written' };
    change(effect.attributes);
    if (fate === 'other-here') change({ foreign: elsewhere, conversations: { outcome: 'Theirs' } });
    return fate === 'lost-answer'
      ? { type: 'write-failed', failure: 'timeout' }
      : { type: 'written' };
  };

  let { state, effect } = startSave();
  let steps = 0;
  while (effect.do !== 'succeed' && effect.do !== 'fail') {
    ({ state, effect } = stepSave(state, answer(effect, luckOf[steps] ?? 'fine'), merge));
    // A JSON round trip in between: the state is plain data.
    state = JSON.parse(JSON.stringify(state)) as typeof state;
    steps += 1;
    if (steps > 100) throw new Error('does not end');
  }
  return { effect, steps, sent, elsewhere, attributes: attributes as Record<string, unknown> };
};

const runs = fc.array(luck, { maxLength: 60 });
/** One kind of bad luck that never ends. */
const forever = luck.map((fate) => Array.from({ length: 100 }, () => fate));

describe('the save, whatever happens on the way', () => {
  it('ends, after no more writes than its bounds allow', () => {
    const most = SAVE_BOUNDS.rewrites + 1 + SAVE_BOUNDS.conflicts + SAVE_BOUNDS.waits + 1;
    fc.assert(
      fc.property(fc.oneof(runs, forever), (fates) => {
        expect(run(fates).sent).toBeLessThanOrEqual(most);
      }),
    );
  });

  it('claims success only when the task holds the answer', () => {
    fc.assert(
      fc.property(runs, (fates) => {
        const { effect, attributes } = run(fates);
        fc.pre(effect.do === 'succeed');
        expect(attributes['conversations']).toMatchObject({ outcome: 'Sale' });
      }),
    );
  });

  it('never undoes what another writer has changed elsewhere', () => {
    fc.assert(
      fc.property(runs, (fates) => {
        const { attributes, elsewhere } = run(fates);
        expect(attributes['foreign']).toBe(elsewhere);
      }),
    );
  });

  it('names the reason when bad luck never ends', () => {
    const reason = (fate: Luck) => {
      const { effect } = run(Array.from({ length: 100 }, () => fate));
      return effect.do === 'fail' ? effect.failure.kind : effect.do;
    };
    expect(reason('other-elsewhere')).toBe('conflict');
    expect(reason('other-here')).toBe('unverified');
    expect(reason('swallowed')).toBe('unverified');
    expect(reason('network')).toBe('network');
    expect(reason('rate-limited')).toBe('rate-limited');
    expect(reason('gone')).toBe('gone');
    expect(reason('deadline')).toBe('deadline');
    expect(reason('lost-answer')).toBe('succeed');
    expect(reason('fine')).toBe('succeed');
  });
});
