import { findOverlaps, findUnreachable } from '../../../../src/core/assignments/findOverlaps';
import { warnCatalog } from '../../../../src/core/catalog/warnCatalog';
import type { Assignment, Matcher } from '../../../../src/core/catalog/types';
import { smallCatalog } from '../../../support/smallCatalog';

const listOf = (...matchers: readonly Matcher[]): Assignment[] =>
  matchers.map((when, n) => ({ id: `${n}`, when, form: `form ${n}` }));
const WQ = `WQ${'1'.repeat(32)}`;

describe('an assignment that no task gets to', () => {
  it.each<[string, Matcher, Matcher, boolean]>([
    ['behind the fallback', {}, { queues: ['Sales'] }, true],
    ['behind itself', { queues: ['Sales'] }, { queues: [' sales'] }, true],
    ['behind a longer list', { queues: ['A', 'B'] }, { queues: ['B'] }, true],
    ['behind a shorter list', { queues: ['B'] }, { queues: ['A', 'B'] }, false],
    ['behind fewer criteria', { queues: ['A'] }, { queues: ['A'], channels: ['chat'] }, true],
    ['behind more criteria', { queues: ['A'], channels: ['chat'] }, { queues: ['A'] }, false],
    ['behind every direction', { directions: ['inbound', 'outbound', 'unknown'] }, {}, true],
    ['behind two directions', { directions: ['inbound', 'outbound'] }, {}, false],
    ['behind a longer time', { from: '2026-01-01' }, { from: '2026-02-01' }, true],
    ['behind a time, with none of its own', { from: '2026-01-01' }, {}, false],
    ['behind a time that ends before', { to: '2026-01-31' }, { from: '2026-01-01' }, false],
    [
      'behind an attribute that may be more',
      { attributes: [{ path: 'tier', oneOf: ['gold', 'silver'] }] },
      { attributes: [{ path: 'tier', oneOf: ['Gold'] }] },
      true,
    ],
    [
      'behind another attribute',
      { attributes: [{ path: 'level', oneOf: ['gold'] }] },
      { attributes: [{ path: 'tier', oneOf: ['gold'] }] },
      false,
    ],
    ['behind another skill', { workerSkills: ['a'] }, { workerSkills: ['b'] }, false],
  ])('%s', (_what, earlier, later, is) => {
    expect(findUnreachable(listOf(earlier, later))).toEqual(is ? [{ position: 1, by: 0 }] : []);
  });

  it('is a warning of its catalog', () => {
    const assignments = [{ id: 'all', when: {}, form: 'service' }, ...smallCatalog.assignments];
    const warnings = warnCatalog({ ...smallCatalog, assignments });
    expect(warnings.filter(({ code }) => code === 'assignment-unreachable')).toEqual([
      { code: 'assignment-unreachable', path: '/assignments/1', details: { by: 1 } },
      { code: 'assignment-unreachable', path: '/assignments/2', details: { by: 1 } },
    ]);
  });
});

describe('two of which the order decides', () => {
  it.each<[string, Matcher, Matcher, boolean]>([
    ['over different criteria', { queues: ['A'] }, { channels: ['chat'] }, true],
    ['with lists that share something', { queues: ['A', 'B'] }, { queues: ['b', 'C'] }, true],
    ['with lists that share nothing', { queues: ['A'] }, { queues: ['B'] }, false],
    ['with a name and a SID', { queues: ['A'] }, { queues: [WQ] }, true],
    ['with two skills of one worker', { workerSkills: ['a'] }, { workerSkills: ['b'] }, true],
    ['with days that touch', { to: '2026-01-31' }, { from: '2026-01-31' }, true],
    ['with days that do not', { to: '2026-01-30' }, { from: '2026-01-31' }, false],
    ['as exception and rule', { queues: ['A'] }, {}, false],
    [
      'with another value of one attribute',
      { attributes: [{ path: 'tier', oneOf: ['gold'] }] },
      { attributes: [{ path: 'tier', oneOf: ['silver'] }] },
      false,
    ],
  ])('%s', (_what, earlier, later, are) => {
    expect(findOverlaps(listOf(earlier, later))).toEqual(are ? [{ position: 1, by: 0 }] : []);
  });

  it('are none where both lead to the same form', () => {
    const same = listOf({ queues: ['A'] }, { channels: ['chat'] }).map((one) => ({
      ...one,
      form: 'x',
    }));
    expect(findOverlaps(same)).toEqual([]);
  });
});
