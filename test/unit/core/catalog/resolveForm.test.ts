import { resolveForm } from '../../../../src/core/catalog/resolveForm';
import type {
  Assignment,
  AssignmentFacts,
  Catalog,
  Matcher,
} from '../../../../src/core/catalog/types';
import { factsFor as task } from '../../../support/facts';
import { richCatalog } from '../../../support/richCatalog';

const catalogWith = (...assignments: readonly Assignment[]): Catalog => ({
  ...richCatalog,
  forms: ['a', 'b', 'c'].map((id) => ({ id, name: { en: id }, sections: [] })),
  assignments,
});
const resolve = (catalog: Catalog, facts: AssignmentFacts) => {
  const { form, reason } = resolveForm(catalog, facts);
  return [form?.id ?? null, reason];
};

describe('resolveForm', () => {
  const catalog = catalogWith(
    { id: 'none', when: { queues: ['Internal'] }, form: null },
    { id: 'sales', when: { queues: ['Sales', 'WQ9'], directions: ['outbound'] }, form: 'a' },
    { id: 'chat', when: { channels: ['chat', 'sms'] }, form: 'b' },
    { id: 'rest', when: {}, form: 'c' },
  );

  it('takes the first assignment of which every list matches, and says on what', () => {
    expect(resolve(catalog, task({ queueName: 'Sales', direction: 'outbound' }))).toEqual([
      'a',
      { code: 'matched', assignment: 'sales', on: ['queue', 'direction'] },
    ]);
    expect(resolve(catalog, task({ channel: 'sms' }))).toEqual([
      'b',
      { code: 'matched', assignment: 'chat', on: ['channel'] },
    ]);
  });

  it('goes on when one list of an assignment does not match', () => {
    expect(resolve(catalog, task({ queueName: 'Sales' }))).toEqual([
      'c',
      { code: 'fallback', assignment: 'rest' },
    ]);
  });

  it('lets the order decide between two that match', () => {
    const both = catalogWith(
      { id: '1', when: { channels: ['voice'] }, form: 'a' },
      { id: '2', when: { queues: ['Support'] }, form: 'b' },
    );
    expect(resolve(both, task())[0]).toBe('a');
  });

  it('knows a queue by its SID too', () => {
    const context = task({ queueName: 'Renamed', queueSid: 'WQ9', direction: 'outbound' });
    expect(resolve(catalog, context)[0]).toBe('a');
  });

  it('does not let capitals and spaces at the ends decide', () => {
    const context = task({ queueName: ' sales ', direction: 'outbound' });
    expect(resolve(catalog, context)[0]).toBe('a');
    expect(resolve(catalog, task({ channel: 'CHAT' }))[0]).toBe('b');
  });

  it('does not take a name for a longer one that contains it', () => {
    const context = task({ queueName: 'Sales EMEA', direction: 'outbound' });
    expect(resolve(catalog, context)[0]).toBe('c');
  });

  it('can say "no form", and why', () => {
    expect(resolve(catalog, task({ queueName: 'Internal' }))).toEqual([
      null,
      { code: 'matched', assignment: 'none', on: ['queue'] },
    ]);
  });

  it('gives an unknown queue and channel the fallback', () => {
    const context = task({ queueName: '', queueSid: '', channel: 'carrier-pigeon' });
    expect(resolve(catalog, context)).toEqual(['c', { code: 'fallback', assignment: 'rest' }]);
  });

  it('gives no form when nothing matches', () => {
    const context = task({ queueName: 'Support', channel: 'unknown', direction: 'unknown' });
    const noFallback = catalogWith({ id: '1', when: { queues: ['Sales'] }, form: 'a' });
    expect(resolve(noFallback, context)).toEqual([null, { code: 'no-assignment' }]);
    expect(resolve(catalogWith(), context)).toEqual([null, { code: 'no-assignment' }]);
  });
});

describe('each criterion', () => {
  const started = (moment: string) => ({ startedAt: Date.parse(moment) });
  const criteria: [string, Matcher, Partial<AssignmentFacts>, Partial<AssignmentFacts>][] = [
    ['workflow', { workflows: ['Main', 'WW1'] }, { workflowName: ' main' }, { workflowSid: 'WW2' }],
    ['workflow', { workflows: ['Main', 'WW1'] }, { workflowSid: 'WW1' }, {}],
    ['skill', { workerSkills: ['Spanish'] }, { skills: ['sales', 'SPANISH'] }, { skills: [] }],
    ['team', { teams: ['Blue'] }, { teams: ['blue', 'T1'] }, { teams: ['Green', 'T2'] }],
    [
      'attribute',
      { attributes: [{ path: 'customers.tier', oneOf: ['gold'] }] },
      { attributes: { customers: { tier: 'Gold' } } },
      { attributes: { tier: 'gold' } },
    ],
    [
      'attribute',
      { attributes: [{ path: 'level', oneOf: ['3', 'true'] }] },
      { attributes: { level: 3 } },
      { attributes: { level: null } },
    ],
    [
      'attribute',
      { attributes: [{ path: 'tags', oneOf: ['vip'] }] },
      { attributes: { tags: ['new', 'vip'] } },
      { attributes: { tags: { 0: 'vip' } } },
    ],
    [
      'attribute',
      { attributes: [{ path: 'constructor.name', oneOf: ['Object'] }] },
      { attributes: { constructor: { name: 'Object' } } },
      {},
    ],
    ['date', { from: '2026-11-24' }, started('2026-11-24T00:00Z'), started('2026-11-23T23:59Z')],
    ['date', { to: '2026-11-24' }, started('2026-11-24T23:59Z'), started('2026-11-25T00:00Z')],
    ['date', { from: '2026-11-24', to: '2026-11-24' }, started('2026-11-24T12:00Z'), {}],
  ];
  it.each(criteria)('%s: %j', (on, when, matching, other) => {
    const catalog = catalogWith({ id: '1', when, form: 'a' });
    expect(resolve(catalog, task(matching))).toEqual([
      'a',
      { code: 'matched', assignment: '1', on: [on] },
    ]);
    expect(resolve(catalog, task(other))).toEqual([null, { code: 'no-assignment' }]);
  });

  it('wants all of several attributes, and names them once', () => {
    const attributes = ['a', 'b'].map((path) => ({ path, oneOf: ['1'] }));
    const catalog = catalogWith({ id: '1', when: { attributes }, form: 'a' });
    expect(resolve(catalog, task({ attributes: { a: 1, b: 1 } }))[1]).toMatchObject({
      on: ['attribute'],
    });
    expect(resolve(catalog, task({ attributes: { a: 1, b: 2 } }))[0]).toBeNull();
  });

  it('takes a day in the contact centre’s time zone', () => {
    const catalog = {
      ...catalogWith({ id: '1', when: { to: '2026-11-24' }, form: 'a' }),
      policies: { ...richCatalog.policies, timeZone: 'America/New_York' },
    };
    expect(resolve(catalog, task(started('2026-11-25T04:59Z')))[0]).toBe('a');
    expect(resolve(catalog, task(started('2026-11-25T05:00Z')))[0]).toBeNull();
  });
});
