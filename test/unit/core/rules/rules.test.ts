import { applyRule, holds } from '../../../../src/core/rules/applyRule';
import { isTimeZone, localTime } from '../../../../src/core/rules/localTime';
import { fieldOfVariable, variablesOf } from '../../../../src/core/rules/variablesOf';

const DATA = { answers: { letter: 'a', many: ['x'], none: null }, task: { tier: 'gold', n: 7 } };

describe('applyRule', () => {
  it.each([
    [{ var: 'answers.letter' }, 'a'],
    [{ var: 'answers.none' }, null],
    [{ var: 'answers.nothing.at.all' }, null],
    [{ var: ['task.nothing', 'else'] }, 'else'],
    [{ var: 'task.tier.length' }, null],
    [{ var: 'task.toString' }, null],
    [{ var: 'answers.many.0' }, 'x'],
    [{ cat: ['Tier ', { var: 'task.tier' }, { var: 'answers.none' }] }, 'Tier gold'],
    [{ '/': [1, 0] }, null],
    [{ '+': ['no number'] }, null],
    [{ nonsense: [1] }, null],
    [{ some: [{ var: 'answers.many' }, { '==': [{ var: '' }, 'x'] }] }, true],
    ['plain', 'plain'],
  ])('%j says %j', (rule, expected) => {
    expect(applyRule(rule as never, DATA)).toEqual(expected);
  });

  it.each([
    [[], false],
    [['x'], true],
    ['', false],
    ['0', true],
    [0, false],
    [null, false],
    [{ '<': [5, { var: 'task.n' }, 9] }, true],
  ])('%j holds: %j', (rule, expected) => {
    expect(holds(rule as never, DATA)).toBe(expected);
  });
});

describe('variablesOf', () => {
  it('names each variable once, in order, with those in defaults, and no elements of lists', () => {
    expect(
      variablesOf({
        and: [
          { '==': [{ var: 'answers.b' }, { var: ['task.a', { var: 'queue' }] }] },
          { some: [{ var: 'worker.skills' }, { in: [{ var: '' }, { var: 'element' }] }] },
          { '!': { var: 'answers.b' } },
        ],
      }),
    ).toEqual(['answers.b', 'task.a', 'queue', 'worker.skills']);
    expect(variablesOf(undefined)).toEqual([]);
  });

  it('tells the field that a variable asks about', () => {
    expect(fieldOfVariable('answers.a.b')).toBe('a.b');
    expect(fieldOfVariable('paths.tree')).toBe('tree');
    expect(fieldOfVariable('task.answers')).toBeNull();
    expect(fieldOfVariable('answers')).toBeNull();
  });
});

describe('localTime', () => {
  const moment = Date.UTC(2026, 10, 30, 23, 30);

  it('is the wall clock of the contact centre', () => {
    expect(localTime(moment, 'UTC')).toEqual({ date: '2026-11-30', clock: '23:30', weekday: 1 });
    expect(localTime(moment, 'Asia/Kolkata')).toEqual({
      date: '2026-12-01',
      clock: '05:00',
      weekday: 2,
    });
    expect(localTime(Date.UTC(2026, 0, 4), 'UTC')).toMatchObject({ clock: '00:00', weekday: 7 });
  });

  it('knows nothing of an unknown moment or place', () => {
    const unknown = { date: null, clock: null, weekday: null };
    expect(localTime(null, 'UTC')).toEqual(unknown);
    expect(localTime(moment, 'Mars/Olympus')).toEqual(unknown);
    expect(isTimeZone('Mars/Olympus')).toBe(false);
    expect(isTimeZone('Europe/Berlin')).toBe(true);
  });
});
