import documented from '../../../../docs/insights-dictionary.json';
import {
  DICTIONARY,
  findEntry,
  findPairPartner,
  isDerived,
  isWritableTaskPath,
} from '../../../../src/core/insights/dictionary';

/**
 * Where the documentation names a default that an answer may replace without its author saying so. (A label's default
 * is its own attribute: the two are written together.)
 */
const NOT_DERIVED: Readonly<Record<string, string>> = {
  'conversations.outcome': 'from the reason of the completion, and Flex UI completes without one',
  'conversations.media': 'what is there is listed again, and warned of on its own',
  'conversations.conversation_id': 'an id: asks for another mark, that no segment has ended',
};
const hasDefault = (source: string | null): boolean =>
  source !== null && !source.startsWith('None');

test('the typed dictionary says the same as docs/insights-dictionary.json', () => {
  const shared = documented.map(
    ({ path, entity, kind, type, allowed, overridable, defaultSource, pii, maxLength }) => ({
      path,
      entity,
      kind,
      type,
      allowed,
      overridable,
      derived:
        overridable && hasDefault(defaultSource) && !(kind === 'label' || path in NOT_DERIVED),
      pii,
      maxLength,
    }),
  );
  expect(DICTIONARY).toEqual(shared);
});

test('it holds 148 attributes, each once', () => {
  expect(DICTIONARY).toHaveLength(148);
  expect(new Set(DICTIONARY.map(({ path }) => path)).size).toBe(148);
});

describe('findEntry', () => {
  test('finds an attribute by its path', () => {
    expect(findEntry('conversations.order')).toEqual({
      path: 'conversations.order',
      entity: 'conversations',
      kind: 'attribute',
      type: 'integer',
      allowed: null,
      overridable: true,
      derived: false,
      pii: false,
      maxLength: null,
    });
  });

  test.each(['', 'constructor', '__proto__', 'outcome', 'conversations', 'conversations.Outcome'])(
    'finds nothing for %j',
    (path) => {
      expect(findEntry(path)).toBeUndefined();
    },
  );
});

describe('isDerived', () => {
  test.each([
    'conversations.queue',
    'conversations.hold_time',
    'customers.phone',
    'conversations.date',
  ])('%s is filled in by Insights', (path) => {
    expect(isDerived(path)).toBe(true);
  });

  test.each([
    'conversations.outcome',
    'conversations.conversation_label_1',
    'conversations.case',
    'x',
  ])('%s is not', (path) => {
    expect(isDerived(path)).toBe(false);
  });
});

describe('isWritableTaskPath', () => {
  test.each([
    'conversations.outcome',
    'conversations.abandoned',
    'conversations.conversation_attribute_10',
    'conversations.conversation_label_1',
    'conversations.conversation_measure_10',
    'conversations.hold_time',
    'conversations.segment_link',
    'conversations.date',
    'conversations.handling_team_id',
    'customers.customer_attribute_3',
    'customers.year_of_birth',
    'customers.business_value',
  ])('%s', (path) => {
    expect(isWritableTaskPath(path)).toBe(true);
  });

  test.each([
    ['conversations.kind', 'makes segments unplayable'],
    ['conversations.talk_time', 'derived by Insights'],
    ['conversations.conversation_id', 'joins tasks'],
    ['customers.external_id', 'joins customers, and only from the start'],
    ['conversations.media', 'a list'],
    ['conversations.media[].url', 'inside a list'],
    ['reservation_attributes.<reservation_sid>.media', 'a list'],
    ['agents.full_name', 'on the worker'],
    ['conversations.conversation_attribute_11', 'unknown'],
    ['call_sid', 'joins segments'],
    ['conversations.__proto__', 'hostile'],
  ])('not %s: %s', (path) => {
    expect(isWritableTaskPath(path)).toBe(false);
  });

  test('99 of the 148 attributes can be the target of a form', () => {
    expect(DICTIONARY.filter(({ path }) => isWritableTaskPath(path))).toHaveLength(99);
  });
});

describe('findPairPartner', () => {
  test.each([
    ['conversations.conversation_attribute_1', 'conversations.conversation_label_1'],
    ['conversations.conversation_label_10', 'conversations.conversation_attribute_10'],
    ['customers.customer_attribute_3', 'customers.customer_label_3'],
    ['customers.customer_label_2', 'customers.customer_attribute_2'],
  ])('%s belongs to %s', (path, partner) => {
    expect(findPairPartner(path)).toBe(partner);
  });

  test.each([
    'conversations.outcome',
    'conversations.conversation_measure_1',
    'conversations.conversation_attribute_11',
    'conversations.external_id_label',
    'customers.conversation_label_1',
  ])('%s has none', (path) => {
    expect(findPairPartner(path)).toBeUndefined();
  });
});
