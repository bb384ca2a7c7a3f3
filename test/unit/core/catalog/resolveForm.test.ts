import { resolveForm } from '../../../../src/core/catalog/resolveForm';
import type { Assignment, Catalog, TaskContext } from '../../../../src/core/catalog/types';
import { richCatalog } from '../../../support/richCatalog';

const catalogWith = (...assignments: readonly Assignment[]): Catalog => ({
  ...richCatalog,
  forms: ['a', 'b', 'c'].map((id) => ({ id, name: { en: id }, sections: [] })),
  assignments,
});
const task = (more: Partial<TaskContext> = {}): TaskContext => ({
  queueName: 'Support',
  queueSid: 'WQ1',
  channel: 'voice',
  direction: 'inbound',
  ...more,
});
const resolve = (catalog: Catalog, context: TaskContext) => {
  const { form, reason } = resolveForm(catalog, context);
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
