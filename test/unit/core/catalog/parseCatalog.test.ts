import starter from '../../../../public/starter-catalog.json';
import { parseCatalog, parseCatalogText } from '../../../../src/core/catalog/parseCatalog';
import { richCatalog } from '../../../support/richCatalog';

// Any place in a catalog may be overwritten with anything.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const broken = (change: (catalog: Loose) => void): Loose => {
  const catalog = JSON.parse(JSON.stringify(richCatalog)) as Loose;
  change(catalog);
  return catalog;
};
const problemsOf = (input: unknown) => {
  const result = parseCatalog(input);
  return result.ok ? [] : result.error;
};
const problems = (change: (catalog: Loose) => void) => problemsOf(broken(change));

const OUTCOME = '/forms/0/sections/0/fields/0';
const TOPICS = '/forms/0/sections/0/fields/2';
const NOTE = '/forms/0/sections/1/fields/0';
const PRODUCTIVE = '/forms/0/sections/1/fields/1';
const ITEMS = '/forms/0/sections/1/fields/2';
const at = (catalog: Loose, pointer: string): Loose =>
  pointer
    .slice(1)
    .split('/')
    .reduce((value: Loose, key) => value[key], catalog);
const attribute = (n: number) => `conversations.conversation_attribute_${n}`;
const label = (n: number) => `conversations.conversation_label_${n}`;

describe('parseCatalog', () => {
  it('takes a good catalog as it is', () => {
    const result = parseCatalogText(JSON.stringify(richCatalog));
    expect(result.ok && JSON.stringify(result.value)).toBe(JSON.stringify(richCatalog));
  });

  it('takes the starter catalog', () => {
    expect(problemsOf(starter)).toEqual([]);
  });

  it('says that a text is no JSON', () => {
    for (const text of ['', '{"schema":1', 'null,', '<html>']) {
      const result = parseCatalogText(text);
      expect(!result.ok && result.error.map(({ code, path }) => [code, path])).toEqual([
        ['not-json', ''],
      ]);
    }
  });

  it.each([[null], [4], ['x'], [[]], [{}]])('refuses %j without throwing', (input) => {
    expect(problemsOf(input).length).toBeGreaterThan(0);
  });

  it.each([[0], [2], [1.5]])('refuses the file version %p', (schema) => {
    expect(problems((catalog) => (catalog.schema = schema))).toEqual([
      { code: 'unsupported-schema', path: '/schema', details: { found: schema } },
    ]);
  });

  it.each([
    ['/picklists'],
    ['/forms'],
    ['/assignments'],
    ['/picklists/0/options'],
    ['/forms/0/sections'],
    ['/forms/0/sections/0/fields'],
    [`${TOPICS}/slots`],
  ])('names the place where null stands for a list: %s', (pointer) => {
    const found = problems((catalog) => {
      const cut = pointer.lastIndexOf('/');
      const parent = cut === 0 ? catalog : at(catalog, pointer.slice(0, cut));
      parent[pointer.slice(cut + 1)] = null;
    });
    expect(found).toContainEqual({
      code: 'wrong-shape',
      path: pointer,
      details: { expected: 'Array', found: 'null' },
    });
  });

  it('names a list given as a text', () => {
    const found = problems((catalog) => (catalog.picklists[0].options = 'Resolved'));
    expect(found).toContainEqual({
      code: 'wrong-shape',
      path: '/picklists/0/options',
      details: { expected: 'Array', found: '"Resolved"' },
    });
  });

  it('names every missing and every unknown key', () => {
    const found = problems((catalog) => {
      delete catalog.version;
      at(catalog, OUTCOME).requird = true;
      at(catalog, OUTCOME).tagret = {};
      delete at(catalog, OUTCOME).levels;
    });
    expect(found).toEqual([
      { code: 'missing-key', path: '/version' },
      { code: 'missing-key', path: `${OUTCOME}/levels` },
      { code: 'unknown-key', path: `${OUTCOME}/requird` },
      { code: 'unknown-key', path: `${OUTCOME}/tagret` },
    ]);
  });

  it('escapes keys in a path', () => {
    expect(problems((catalog) => (catalog['a/b~c'] = 1))).toEqual([
      { code: 'unknown-key', path: '/a~1b~0c' },
    ]);
  });

  it.each<[string, (catalog: Loose) => void, { code: string; path: string }]>([
    [
      'an unknown enforcement',
      (c) => (c.policies.enforcement = 'hard'),
      { code: 'wrong-shape', path: '/policies/enforcement' },
    ],
    [
      'a kind of field that is no text',
      (c) => (at(c, NOTE).kind = 7),
      { code: 'wrong-shape', path: `${NOTE}/kind` },
    ],
    [
      'a target that is neither a path nor a pair',
      (c) => (at(c, OUTCOME).target = { attribute: attribute(1) }),
      { code: 'wrong-target', path: `${OUTCOME}/target` },
    ],
    [
      'a version that is no positive integer',
      (c) => (c.version = 0),
      { code: 'out-of-range', path: '/version' },
    ],
    [
      'no slots',
      (c) => (at(c, TOPICS).slots = []),
      { code: 'out-of-range', path: `${TOPICS}/slots` },
    ],
    [
      'a second picklist of the same id',
      (c) => (c.picklists[1].id = 'outcomes'),
      { code: 'duplicate-id', path: '/picklists/1/id' },
    ],
    [
      'a second form of the same id',
      (c) => c.forms.push({ ...c.forms[0], sections: [] }),
      { code: 'duplicate-id', path: '/forms/1/id' },
    ],
    [
      'a second section of the same id',
      (c) => (c.forms[0].sections[1].id = 'result'),
      { code: 'duplicate-id', path: '/forms/0/sections/1/id' },
    ],
    [
      'a second field of the same id, in another section',
      (c) => (at(c, NOTE).id = 'outcome'),
      { code: 'duplicate-id', path: `${NOTE}/id` },
    ],
    [
      'a second assignment of the same id',
      (c) => c.assignments.push(c.assignments[0]),
      { code: 'duplicate-id', path: '/assignments/1/id' },
    ],
    [
      'a field id that every object has',
      (c) => (at(c, NOTE).id = 'constructor'),
      { code: 'reserved-id', path: `${NOTE}/id` },
    ],
    [
      'a code used twice',
      (c) => (c.picklists[0].options[2].code = 'invoice'),
      { code: 'duplicate-code', path: '/picklists/0/options/2/code' },
    ],
    [
      'a reported text used twice, but for capitals',
      (c) => (c.picklists[0].options[2].reported = 'INVOICE'),
      { code: 'duplicate-reported', path: '/picklists/0/options/2/reported' },
    ],
    [
      'an empty reported text',
      (c) => (c.picklists[0].options[1].reported = ' '),
      { code: 'empty', path: '/picklists/0/options/1/reported' },
    ],
    [
      'a reported text of 129 characters',
      (c) => (c.picklists[0].options[1].reported = 'x'.repeat(129)),
      { code: 'too-long', path: '/picklists/0/options/1/reported' },
    ],
    [
      'a code of 129 characters',
      (c) => (c.picklists[0].options[5].code = 'x'.repeat(129)),
      { code: 'too-long', path: '/picklists/0/options/5/code' },
    ],
    [
      'a reported text with a space at the end',
      (c) => (c.picklists[0].options[1].reported = 'Invoice '),
      { code: 'not-trimmed', path: '/picklists/0/options/1/reported' },
    ],
    [
      'an unknown parent',
      (c) => (c.picklists[0].options[1].parent = 'nobody'),
      { code: 'unknown-parent', path: '/picklists/0/options/1/parent' },
    ],
    [
      'an option that is its own parent',
      (c) => (c.picklists[0].options[5].parent = 'other'),
      { code: 'cyclic-parent', path: '/picklists/0/options/5/parent' },
    ],
    [
      'a target that Insights does not know',
      (c) => (at(c, NOTE).target.path = 'conversations.contents'),
      { code: 'unknown-target', path: `${NOTE}/target/path` },
    ],
    [
      'the target kind, which must not be set',
      (c) => (at(c, OUTCOME).target.path = 'conversations.kind'),
      { code: 'unwritable-target', path: `${OUTCOME}/target/path` },
    ],
    [
      'a target that joins tasks',
      (c) => (at(c, NOTE).target.path = 'conversations.conversation_id'),
      { code: 'linking-id', path: `${NOTE}/target/path` },
    ],
    [
      'an attribute of agents',
      (c) => (at(c, NOTE).target.path = 'agents.location'),
      { code: 'unwritable-target', path: `${NOTE}/target/path` },
    ],
    [
      'a correlation attribute at the root',
      (c) => (at(c, NOTE).target.path = 'call_sid'),
      { code: 'correlation-key', path: `${NOTE}/target/path` },
    ],
    [
      'a text for a measure',
      (c) => (at(c, NOTE).target.path = 'conversations.conversation_measure_2'),
      { code: 'wrong-kind', path: `${NOTE}/target/path` },
    ],
    [
      'a yes-no for a measure',
      (c) => (at(c, PRODUCTIVE).target.path = 'conversations.conversation_measure_2'),
      { code: 'wrong-kind', path: `${PRODUCTIVE}/target/path` },
    ],
    [
      'a number for a text attribute',
      (c) => (at(c, ITEMS).target.path = attribute(7)),
      { code: 'wrong-kind', path: `${ITEMS}/target/path` },
    ],
    [
      'a text for a date',
      (c) => (at(c, NOTE).target.path = 'conversations.date'),
      { code: 'wrong-kind', path: `${NOTE}/target/path` },
    ],
    [
      'a free text where Insights takes a few values only',
      (c) => (at(c, NOTE).target.path = 'conversations.direction'),
      { code: 'wrong-kind', path: `${NOTE}/target/path` },
    ],
    [
      'an option that Insights does not take at the target',
      (c) => (at(c, OUTCOME).target.path = 'conversations.direction'),
      { code: 'not-allowed', path: '/picklists/0/options/1/reported' },
    ],
    [
      'a label without its attribute',
      (c) => (at(c, NOTE).target.path = label(7)),
      { code: 'label-without-attribute', path: `${NOTE}/target/path` },
    ],
    [
      'a measure that the next agent would start with, and count again',
      (c) => (at(c, ITEMS).carryOver = true),
      { code: 'carry-over-measure', path: `${ITEMS}/carryOver` },
    ],
    [
      'a pair that does not belong together',
      (c) => (at(c, TOPICS).slots[1].label = label(5)),
      { code: 'wrong-pair', path: `${TOPICS}/slots/1` },
    ],
    [
      'a pair the wrong way round',
      (c) => (at(c, TOPICS).slots[1] = { attribute: label(2), label: attribute(2) }),
      { code: 'wrong-pair', path: `${TOPICS}/slots/1` },
    ],
    [
      'two fields with one target',
      (c) => (at(c, NOTE).target.path = 'conversations.outcome'),
      { code: 'duplicate-target', path: `${NOTE}/target/path` },
    ],
    [
      'a slot used twice',
      (c) => (at(c, TOPICS).slots[2] = at(c, TOPICS).slots[0]),
      { code: 'duplicate-target', path: `${TOPICS}/slots/2/attribute` },
    ],
    [
      'a slot that another field has',
      (c) => (at(c, TOPICS).slots[2] = { attribute: attribute(9), label: label(9) }),
      { code: 'duplicate-target', path: `${TOPICS}/slots/2/attribute` },
    ],
    [
      'an unknown picklist',
      (c) => (at(c, OUTCOME).picklist = 'nothing'),
      { code: 'unknown-picklist', path: `${OUTCOME}/picklist` },
    ],
    [
      'a required field without an option to choose',
      (c) => c.picklists[0].options.forEach((option: Loose) => (option.archived = true)),
      { code: 'nothing-to-choose', path: `${OUTCOME}/picklist` },
    ],
    [
      'a maxLength of 129',
      (c) => (at(c, NOTE).maxLength = 129),
      { code: 'max-length', path: `${NOTE}/maxLength` },
    ],
    [
      'a maxLength of 0',
      (c) => (at(c, NOTE).maxLength = 0),
      { code: 'out-of-range', path: `${NOTE}/maxLength` },
    ],
    [
      'a number with min over max',
      (c) => (at(c, ITEMS).min = 101),
      { code: 'min-over-max', path: `${ITEMS}/min` },
    ],
    [
      'a count with min over max',
      (c) => (at(c, TOPICS).max = 1) && (at(c, TOPICS).min = 2),
      { code: 'min-over-max', path: `${TOPICS}/min` },
    ],
    [
      'fewer slots than answers are asked for',
      (c) => (at(c, TOPICS).slots = at(c, TOPICS).slots.slice(0, 2)),
      { code: 'too-few-slots', path: `${TOPICS}/slots` },
    ],
    [
      'an unknown form',
      (c) => (c.assignments[0].form = 'nothing'),
      { code: 'unknown-form', path: '/assignments/0/form' },
    ],
    [
      'an empty list in an assignment',
      (c) => (c.assignments[0].when = { queues: [] }),
      { code: 'empty-list', path: '/assignments/0/when/queues' },
    ],
    [
      'a form without a name in the reported language',
      (c) => (c.forms[0].name = { es: 'Rico' }),
      { code: 'text-missing', path: '/forms/0/name' },
    ],
    [
      'an option without a name in the reported language',
      (c) => (c.picklists[0].options[3].name = {}),
      { code: 'text-missing', path: '/picklists/0/options/3/name' },
    ],
    [
      'a help without the reported language',
      (c) => (at(c, NOTE).help = { es: 'Ayuda' }),
      { code: 'text-missing', path: `${NOTE}/help` },
    ],
    [
      'a name that is no texts',
      (c) => (at(c, NOTE).name = 'Note'),
      { code: 'wrong-shape', path: `${NOTE}/name` },
    ],
  ])('reports %s', (_what, change, { code, path }) => {
    const found = problems(change);
    expect(found.map((problem) => ({ code: problem.code, path: problem.path }))).toContainEqual({
      code,
      path,
    });
  });

  it('reports a circle of parents once, and nothing else', () => {
    const found = problems((catalog) => {
      const [billing, invoice, dispute] = catalog.picklists[0].options;
      [billing.parent, invoice.parent, dispute.parent] = ['dispute', 'billing', 'invoice'];
    });
    expect(found).toEqual([
      {
        code: 'cyclic-parent',
        path: '/picklists/0/options/0/parent',
        details: { code: 'billing' },
      },
    ]);
  });

  it('takes a field of a later kind for one that asks for nothing', () => {
    const later = JSON.parse(JSON.stringify(richCatalog)) as Loose;
    at(later, NOTE).kind = 'signature';
    const parsed = parseCatalog(later);
    expect(parsed.ok && parsed.value.forms[0]?.sections[1]?.fields[0]).toEqual({
      kind: 'unsupported',
      id: 'note',
      name: { en: 'Note' },
      was: 'signature',
    });
  });

  it('reports what is wrong in shape and in meaning in one go', () => {
    const found = problems((catalog) => {
      catalog.schema = 2;
      catalog.picklists[0].options[1] = null;
      catalog.picklists[0].options[2].parent = 'nobody';
      catalog.picklists[1].options[1].code = 'delivery';
      at(catalog, OUTCOME).target.path = 'conversations.kind';
      catalog.forms[0].sections[1].name = null;
      at(catalog, NOTE).maxLength = 500;
      catalog.assignments[0].form = 'nothing';
    });
    expect(found.map(({ code, path }) => `${code} ${path}`).sort()).toEqual([
      'duplicate-code /picklists/1/options/1/code',
      'max-length /forms/0/sections/1/fields/0/maxLength',
      'unknown-form /assignments/0/form',
      'unknown-parent /picklists/0/options/2/parent',
      'unsupported-schema /schema',
      'unwritable-target /forms/0/sections/0/fields/0/target/path',
      'wrong-shape /forms/0/sections/1/name',
      'wrong-shape /picklists/0/options/1',
    ]);
  });

  it('says what a repeated value repeats', () => {
    expect(
      problems((catalog) => (catalog.picklists[0].options[2].code = 'invoice')),
    ).toContainEqual({
      code: 'duplicate-code',
      path: '/picklists/0/options/2/code',
      details: { value: 'invoice', first: '/picklists/0/options/1' },
    });
  });

  it('reads a picklist of 10 000 options below each other in one pass', () => {
    const chain = (catalog: Loose) => {
      catalog.picklists[0].options = Array.from({ length: 10_000 }, (_, n) => ({
        code: `c${n}`,
        reported: `C ${n}`,
        name: { en: `C ${n}` },
        ...(n > 0 ? { parent: `c${n - 1}` } : {}),
      }));
    };
    expect(problems(chain)).toEqual([]);
  });
});
