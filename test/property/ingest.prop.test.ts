import fc from 'fast-check';
import { DICTIONARY, findEntry } from '../../src/core/insights/dictionary';
import { ingest } from '../../src/core/insights/ingest';
import type { IngestInput, InsightsRecord } from '../../src/core/insights/types';

const FACTS: Omit<IngestInput, 'attributes'> = {
  event: 'reservation.completed',
  taskSid: 'WT1',
  reservationSid: 'WR1',
  queueSid: 'WQ1',
  queueName: 'Support',
  workflowName: 'Assign to anyone',
  channel: 'voice',
  workerName: 'bob',
  activityName: 'Available',
  reason: null,
};

const ingestText = (attributes: string, facts: Partial<IngestInput> = {}): InsightsRecord =>
  ingest({ ...FACTS, ...facts, attributes });

const keysOf = (section: string): string[] =>
  DICTIONARY.map(({ path }) => path)
    .filter((path) => path.startsWith(`${section}.`) && !path.includes('[]'))
    .map((path) => path.slice(section.length + 1));

/** Known keys as often as unknown and hostile ones. */
const anyKey = (section: string) =>
  fc.oneof(
    fc.constantFrom(...keysOf(section)),
    fc.string(),
    fc.constantFrom('__proto__', 'constructor', 'prototype', 'toString', 'media[].url'),
  );

const anyValue = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'binary', maxLength: 400 }) },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 2 }) },
  { weight: 1, arbitrary: fc.constantFrom('', null, 1e300, -0, '▸', 'Yes', 1700000000) },
);

/** JSON text of an object, with keys of any sort: an object literal could not hold `__proto__`. */
const objectText = (keys: fc.Arbitrary<string>, values: fc.Arbitrary<string>) =>
  fc
    .uniqueArray(fc.tuple(keys, values), { selector: ([key]) => key, maxLength: 12 })
    .map((pairs) => `{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}`);

const valueText = anyValue.map((value) => JSON.stringify(value));
const section = (name: string) =>
  fc.oneof(
    { weight: 5, arbitrary: objectText(anyKey(name), valueText) },
    { weight: 1, arbitrary: valueText },
  );

const taskAttributes = fc
  .record({
    conversations: section('conversations'),
    customers: section('customers'),
    reservation_attributes: valueText,
    from: valueText,
    direction: fc.constantFrom('"inbound"', '"outbound"', '"internal"', '7', 'null'),
    call_sid: valueText,
  })
  .map(
    (parts) =>
      `{${Object.entries(parts)
        .map(([key, text]) => `"${key}":${text}`)
        .join()}}`,
  );

const anyAttributes = fc.oneof(
  { weight: 4, arbitrary: taskAttributes },
  { weight: 1, arbitrary: fc.json() },
  { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
);

const anyInput = fc.record(
  {
    attributes: anyAttributes,
    attributesBefore: anyAttributes,
    late: fc.record({ attributes: anyAttributes, afterEndMs: fc.nat(300_000) }),
    reason: fc.option(fc.string({ unit: 'binary', maxLength: 300 })),
    reservationSid: fc.oneof(fc.constant('WR1'), fc.constantFrom('__proto__', '')),
  },
  { requiredKeys: ['attributes', 'reason', 'reservationSid'] },
);

const textsIn = (record: InsightsRecord): [string, string][] =>
  Object.entries(record.values).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );

test('ingest takes any text and answers with a record', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      const record = ingest({ ...FACTS, ...input });
      for (const path of Object.keys(record.values)) expect(findEntry(path)).toBeDefined();
      const places = record.findings.map(({ code, path }) => `${code} ${path}`);
      expect(new Set(places).size).toBe(places.length);
      // Nothing in a record, or said about one, gets lost on the way to the console.
      expect(JSON.parse(JSON.stringify(record.findings))).toEqual(record.findings);
    }),
    { numRuns: 1000 },
  );
});

test('no recorded text is longer than 128 characters, but for links', () => {
  fc.assert(
    fc.property(anyInput, (input) => {
      for (const [path, text] of textsIn(ingest({ ...FACTS, ...input }))) {
        if (findEntry(path)?.kind !== 'link') expect(text.length).toBeLessThanOrEqual(128);
      }
    }),
    { numRuns: 1000 },
  );
});

test('whatever was cut is the beginning of what was given, and whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 100, maxLength: 300 }), (text) => {
      const attributes = JSON.stringify({ from: '+49', conversations: { content: text } });
      const kept = ingestText(attributes).values['conversations.content'];
      expect(text.startsWith(String(kept))).toBe(true);
      expect(String(kept).length).toBeGreaterThanOrEqual(Math.min(127, text.length));
      // Spread by code points, half a pair would be an item of its own.
      expect([...text].slice(0, [...String(kept)].length).join('')).toBe(kept);
    }),
  );
});

test('every key that Insights does not know has a finding, and no other key is called unknown', () => {
  const name = fc.constantFrom('conversations' as const, 'customers' as const);
  const keys = fc.uniqueArray(fc.oneof(anyKey('conversations'), anyKey('customers')), {
    maxLength: 20,
  });
  fc.assert(
    fc.property(name, keys, (sectionName, given) => {
      const members = given.map((key) => `${JSON.stringify(key)}:"x"`).join();
      const { findings } = ingestText(`{"${sectionName}":{${members}}}`);
      const told = findings
        .filter(({ code }) => code === 'unknown-key' || code === 'hostile-key')
        .map(({ path }) => path);
      const known = new Set(keysOf(sectionName));
      const unknown = given.filter((key) => !known.has(key)).map((key) => `${sectionName}.${key}`);
      expect(told.sort()).toEqual(unknown.sort());
    }),
    { numRuns: 500 },
  );
});

test('a record, written back to a task, is recorded as itself', () => {
  const writable = DICTIONARY.filter(
    ({ path, entity, overridable }) =>
      entity !== 'agents' && overridable && !path.includes('[') && !path.includes('<'),
  );
  fc.assert(
    fc.property(taskAttributes, (attributes) => {
      const first = ingestText(attributes).values;
      const again: Record<string, Record<string, unknown>> = { conversations: {}, customers: {} };
      for (const { path, entity } of writable) {
        if (first[path] !== undefined) {
          again[entity]![path.slice(entity.length + 1)] = first[path];
        }
      }
      expect(ingestText(JSON.stringify(again)).values).toEqual(first);
    }),
    { numRuns: 500 },
  );
});

test('the order of keys changes neither the record nor what is found', () => {
  const members = fc.uniqueArray(fc.tuple(anyKey('conversations'), valueText), {
    selector: ([key]) => key,
    maxLength: 12,
  });
  const textOf = (pairs: readonly (readonly [string, string])[]) =>
    `{"conversations":{${pairs.map(([key, value]) => `${JSON.stringify(key)}:${value}`).join()}}}`;
  const setOf = ({ findings }: InsightsRecord) => findings.map((one) => JSON.stringify(one)).sort();
  fc.assert(
    fc.property(members, (pairs) => {
      const forth = ingestText(textOf(pairs));
      const back = ingestText(textOf([...pairs].reverse()));
      expect(JSON.stringify(back.values)).toBe(JSON.stringify(forth.values));
      expect(setOf(back)).toEqual(setOf(forth));
    }),
  );
});

test('a late write changes media alone, and nothing at all after two minutes', () => {
  fc.assert(
    fc.property(
      taskAttributes,
      anyAttributes,
      fc.integer({ min: 0, max: 240_000 }),
      (atEnd, written, afterEndMs) => {
        const late = { attributes: written, afterEndMs };
        const inTime =
          afterEndMs <= 120_000 ? ['conversations.media', 'conversations.segment_link'] : [];
        const others = (record: InsightsRecord) =>
          Object.entries(record.values).filter(([path]) => !inTime.includes(path));
        expect(others(ingestText(atEnd, { late }))).toEqual(others(ingestText(atEnd)));
      },
    ),
    { numRuns: 500 },
  );
});
