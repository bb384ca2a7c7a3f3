import { ATTRIBUTES_LIMIT, mergePatch } from '../../../../src/core/attributes/mergePatch';
import type { Patch } from '../../../../src/core/attributes/types';

const OUTCOME = 'conversations.outcome';
const CONTENT = 'conversations.content';
const MARKET = 'customers.market_segment';
const owned = new Set([OUTCOME, CONTENT, MARKET]);

const set = (path: string, value: string | number | null) => ({ op: 'set', path, value }) as const;
const unset = (path: string) => ({ op: 'unset', path }) as const;

const merged = (text: string, patch: Patch) => {
  const result = mergePatch(JSON.parse(text), patch, owned);
  if (!result.ok) throw new Error(result.error.code);
  return {
    text: JSON.stringify(result.value.attributes),
    size: result.value.size,
    changed: result.value.changed,
  };
};
const errorOf = (attributes: unknown, patch: Patch) => {
  const result = mergePatch(attributes, patch, owned);
  return result.ok ? null : result.error;
};

describe('mergePatch', () => {
  it('sets a value and leaves every other byte alone', () => {
    const before =
      '{"call_sid":"CA1","tags":[1,[2,{"a":null}]],"legacy":null,"conversations":{"conversation_id":"CONV1","x":{}},"z":""}';
    expect(merged(before, [set(OUTCOME, 'Sale')]).text).toBe(
      '{"call_sid":"CA1","tags":[1,[2,{"a":null}]],"legacy":null,"conversations":{"conversation_id":"CONV1","x":{},"outcome":"Sale"},"z":""}',
    );
  });

  it('makes a missing and a null parent', () => {
    expect(merged('{"a":1}', [set(OUTCOME, 'Sale')]).text).toBe(
      '{"a":1,"conversations":{"outcome":"Sale"}}',
    );
    expect(merged('{"conversations":null}', [set(OUTCOME, 'Sale')]).text).toBe(
      '{"conversations":{"outcome":"Sale"}}',
    );
  });

  it.each([null, undefined])('takes %s for a task without attributes', (attributes) => {
    const result = mergePatch(attributes, [set(OUTCOME, 'Sale')], owned);
    expect(result.ok && JSON.stringify(result.value.attributes)).toBe(
      '{"conversations":{"outcome":"Sale"}}',
    );
  });

  it.each([['"text"'], ['[]'], ['4'], ['true']])('refuses %s as attributes', (text) => {
    expect(errorOf(JSON.parse(text), [set(OUTCOME, 'Sale')])).toEqual({
      code: 'attributes-not-object',
    });
  });

  it.each([['"billing"'], ['[]'], ['0'], ['false']])('refuses to replace a parent %s', (text) => {
    const attributes = JSON.parse(`{"conversations":${text}}`) as unknown;
    expect(errorOf(attributes, [set(OUTCOME, 'Sale')])).toEqual({
      code: 'parent-not-object',
      path: 'conversations',
    });
  });

  it('has nothing to unset in a parent that is no object', () => {
    expect(merged('{"conversations":"billing"}', [unset(OUTCOME)])).toEqual({
      text: '{"conversations":"billing"}',
      size: 27,
      changed: false,
    });
    expect(merged('{"conversations":"billing"}', [unset(OUTCOME), set(MARKET, 'A')]).text).toBe(
      '{"conversations":"billing","customers":{"market_segment":"A"}}',
    );
  });

  it('removes a value, and keeps the parent that it empties', () => {
    expect(merged('{"conversations":{"outcome":"Sale"},"a":1}', [unset(OUTCOME)]).text).toBe(
      '{"conversations":{},"a":1}',
    );
  });

  it('makes no parent for what is only unset', () => {
    expect(merged('{"a":1}', [unset(OUTCOME), unset(MARKET)])).toEqual({
      text: '{"a":1}',
      size: 7,
      changed: false,
    });
  });

  it('gives the original object back when the task already says all of it', () => {
    const attributes = { conversations: { content: 'x', outcome: 'Sale' } };
    const result = mergePatch(attributes, [set(OUTCOME, 'Sale'), set(CONTENT, 'x')], owned);
    expect(result.ok && result.value.changed).toBe(false);
    expect(result.ok && result.value.attributes).toBe(attributes);
  });

  it('tells 5 from "5", and an absent value from null', () => {
    expect(merged('{"conversations":{"outcome":"5"}}', [set(OUTCOME, 5)]).changed).toBe(true);
    expect(merged('{"conversations":{"outcome":null}}', [unset(OUTCOME)]).changed).toBe(true);
    expect(merged('{"conversations":{}}', [set(OUTCOME, null)]).changed).toBe(true);
  });

  it('gives the same bytes in whatever order and number of saves the values came', () => {
    const all = [set(OUTCOME, 'Sale'), set(CONTENT, 'x'), set(MARKET, 'A')];
    const start = '{"a":1,"conversations":{"id":"C"},"b":2}';
    const atOnce = merged(start, all).text;
    expect(atOnce).toBe(
      '{"a":1,"conversations":{"id":"C","outcome":"Sale","content":"x"},"b":2,"customers":{"market_segment":"A"}}',
    );
    const first = merged(start, [set(MARKET, 'A'), set(CONTENT, 'y')]).text;
    expect(merged(first, all).text).toBe(atOnce);
    expect(merged(merged(start, [set(CONTENT, 'x')]).text, all).text).toBe(atOnce);
    const customersFirst = merged('{}', [set(MARKET, 'A')]).text;
    expect(merged(customersFirst, all).text).toBe(merged('{}', all).text);
  });

  it('keeps arrays and objects of others as the same objects', () => {
    const tags = ['a'];
    const nested = { deep: [1] };
    const result = mergePatch({ tags, conversations: { nested } }, [set(OUTCOME, 'Sale')], owned);
    if (!result.ok) throw new Error(result.error.code);
    expect(result.value.attributes['tags']).toBe(tags);
    expect((result.value.attributes['conversations'] as Record<string, unknown>)['nested']).toBe(
      nested,
    );
  });

  it('does not change its input', () => {
    const attributes = Object.freeze({ conversations: Object.freeze({ outcome: 'old' }) });
    mergePatch(attributes, [set(OUTCOME, 'new')], owned);
    expect(attributes).toEqual({ conversations: { outcome: 'old' } });
  });

  it('keeps keys of others that have hostile names', () => {
    const before =
      '{"__proto__":{"polluted":true},"constructor":"c","conversations":{"__proto__":{"x":1},"toString":"t"}}';
    expect(merged(before, [set(OUTCOME, 'Sale')]).text).toBe(
      '{"__proto__":{"polluted":true},"constructor":"c","conversations":{"__proto__":{"x":1},"toString":"t","outcome":"Sale"}}',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    ['__proto__.polluted'],
    ['conversations.__proto__'],
    ['constructor.prototype'],
    ['conversations.constructor'],
    ['customers.prototype'],
  ])('refuses the hostile path %s even when it is owned', (path) => {
    const result = mergePatch({}, [set(path, 'x')], new Set([path]));
    expect(result).toEqual({ ok: false, error: { code: 'hostile-path', path } });
  });

  it('refuses a path that is not owned', () => {
    expect(errorOf({}, [set('conversations.campaign', 'x')])).toEqual({
      code: 'not-owned',
      path: 'conversations.campaign',
    });
  });

  it.each([
    ['call_sid'],
    ['agents.team_id'],
    ['conversations'],
    ['conversations.'],
    ['conversations.a.b'],
  ])(
    'refuses %s, which is no conversation or customer attribute, even when it is owned',
    (path) => {
      const result = mergePatch({}, [unset(path)], new Set([path]));
      expect(result).toEqual({ ok: false, error: { code: 'not-owned', path } });
    },
  );

  describe('at the limit of 4096 characters', () => {
    const filled = (size: number) => ({ a: 'x'.repeat(size - '{"a":""}'.length) });
    const ADDED = ',"conversations":{"outcome":"Sale"}'.length;

    it('takes exactly 4096 and no more', () => {
      const fits = mergePatch(filled(4096 - ADDED), [set(OUTCOME, 'Sale')], owned);
      expect(fits.ok && fits.value.size).toBe(4096);
      expect(errorOf(filled(4097 - ADDED), [set(OUTCOME, 'Sale')])).toEqual({
        code: 'too-large',
        size: 4097,
        limit: 4096,
      });
      expect(ATTRIBUTES_LIMIT).toBe(4096);
    });

    it('refuses a value on a task of 4090 characters', () => {
      expect(errorOf(filled(4090), [set(OUTCOME, 'Sale')])?.code).toBe('too-large');
    });

    it('leaves an oversize task alone when there is nothing to change', () => {
      const result = mergePatch(filled(5000), [unset(OUTCOME)], owned);
      expect(result.ok && result.value).toMatchObject({ changed: false, size: 5000 });
    });

    it('lets an agent clear a field on an oversize task, and swap it for a value no longer', () => {
      const oversize = { a: 'x'.repeat(5000), conversations: { outcome: 'Sale' } };
      expect(mergePatch(oversize, [unset(OUTCOME)], owned).ok).toBe(true);
      expect(mergePatch(oversize, [set(OUTCOME, 'Lost')], owned).ok).toBe(true);
      expect(errorOf(oversize, [set(OUTCOME, 'Longer')])?.code).toBe('too-large');
    });
  });
});
