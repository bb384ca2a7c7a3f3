import { readPath } from '../../../../src/core/attributes/paths';

describe('readPath', () => {
  it('reads the value at a path, null and false too', () => {
    const attributes = { conversations: { outcome: 'Sale', content: null, productive: false } };
    expect(readPath(attributes, 'conversations.outcome')).toBe('Sale');
    expect(readPath(attributes, 'conversations.content')).toBeNull();
    expect(readPath(attributes, 'conversations.productive')).toBe(false);
  });

  it('finds nothing where there is nothing', () => {
    expect(readPath({}, 'conversations.outcome')).toBeUndefined();
    expect(readPath({ conversations: null }, 'conversations.outcome')).toBeUndefined();
    expect(readPath({ conversations: 'outcome' }, 'conversations.length')).toBeUndefined();
    expect(readPath({ conversations: ['x'] }, 'conversations.0')).toBeUndefined();
  });

  it('does not find what every object inherits', () => {
    expect(readPath({ conversations: {} }, 'conversations.constructor')).toBeUndefined();
    expect(readPath({ conversations: {} }, 'conversations.__proto__')).toBeUndefined();
    expect(readPath({}, '__proto__.toString')).toBeUndefined();
  });
});
