import { attributeDiff } from '../../../sandbox/console/attributeDiff';

describe('attributeDiff', () => {
  it('tells added, changed, removed and untouched leaves apart, in the order of the texts', () => {
    const before =
      '{"from":"+1","conversations":{"outcome":"Old","case":"7"},"crm":{"id":1,"gone":true}}';
    const after =
      '{"from":"+1","conversations":{"outcome":"New","case":"7","campaign":"C"},"crm":{"id":1},"x":null}';
    expect(attributeDiff(before, after)).toEqual({
      added: [
        { path: 'conversations.campaign', value: '"C"' },
        { path: 'x', value: 'null' },
      ],
      changed: [{ path: 'conversations.outcome', value: '"New"', before: '"Old"' }],
      removed: [{ path: 'crm.gone', value: 'true' }],
      untouched: [
        { path: 'from', value: '"+1"' },
        { path: 'conversations.case', value: '"7"' },
        { path: 'crm.id', value: '1' },
      ],
      identical: false,
    });
  });

  it('sees that a number became a text', () => {
    expect(attributeDiff('{"n":1}', '{"n":"1"}').changed).toEqual([
      { path: 'n', value: '"1"', before: '1' },
    ]);
  });

  it('takes an array whole', () => {
    const { changed, untouched } = attributeDiff('{"a":[1,2],"b":[[]]}', '{"a":[2,1],"b":[[]]}');
    expect(changed).toEqual([{ path: 'a', value: '[2,1]', before: '[1,2]' }]);
    expect(untouched).toEqual([{ path: 'b', value: '[[]]' }]);
  });

  it('notices that an empty object vanished or was filled', () => {
    expect(attributeDiff('{"a":{}}', '{}').removed).toEqual([{ path: 'a', value: '{}' }]);
    const filled = attributeDiff('{"a":{}}', '{"a":{"b":1}}');
    expect(filled.added).toEqual([{ path: 'a.b', value: '1' }]);
    expect(filled.removed).toEqual([{ path: 'a', value: '{}' }]);
  });

  it('keeps keys with dots apart from nested keys', () => {
    const { added, removed } = attributeDiff('{"a":{"b":1}}', '{"a.b":1}');
    expect(removed).toEqual([{ path: 'a.b', value: '1' }]);
    expect(added).toEqual([{ path: '"a.b"', value: '1' }]);
  });

  it('treats __proto__ and constructor as keys like any other', () => {
    const { added } = attributeDiff('{}', '{"__proto__":{"x":1},"constructor":2}');
    expect(added).toEqual([
      { path: '__proto__.x', value: '1' },
      { path: 'constructor', value: '2' },
    ]);
  });

  it('calls the same values in another order unchanged but not identical', () => {
    expect(attributeDiff('{"a":1,"b":2}', '{"b":2, "a":1}')).toEqual({
      added: [],
      changed: [],
      removed: [],
      untouched: [
        { path: 'b', value: '2' },
        { path: 'a', value: '1' },
      ],
      identical: false,
    });
    expect(attributeDiff('{"a":1}', '{"a":1}').identical).toBe(true);
  });

  it('copes with attributes that are no object, or no JSON at all', () => {
    expect(attributeDiff('{"a":1}', 'null')).toMatchObject({
      added: [{ path: '', value: 'null' }],
      removed: [{ path: 'a', value: '1' }],
    });
    expect(attributeDiff('{', '{}')).toMatchObject({
      added: [],
      removed: [{ path: '', value: '{' }],
    });
  });
});
