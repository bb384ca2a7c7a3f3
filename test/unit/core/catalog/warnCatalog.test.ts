import starter from '../../../../public/starter-catalog.json';
import { parseCatalog } from '../../../../src/core/catalog/parseCatalog';
import { warnCatalog } from '../../../../src/core/catalog/warnCatalog';
import { everyKind, everyKindCatalog } from '../../../support/everyKindCatalog';

// Any place in a catalog may be overwritten with anything.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;
type Change = (catalog: Loose, fields: Record<string, Loose>) => void;

const at = (id: string, rest: string): string =>
  `/forms/0/sections/0/fields/${everyKind.findIndex((field) => field.id === id)}${rest}`;
const warningsOf = (change: Change) => {
  const catalog = JSON.parse(JSON.stringify(everyKindCatalog)) as Loose;
  const fields = catalog.forms[0].sections[0].fields as Loose[];
  change(catalog, Object.fromEntries(fields.map((field: Loose) => [field.id, field])));
  const result = parseCatalog(catalog);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return warnCatalog(result.value);
};
/** What this catalog draws as it is. */
const ALWAYS = [
  `unique-values ${at('text', '/target/path')}`,
  `unique-values ${at('reference', '/target/path')}`,
  `media-replaces-default ${at('media', '/target/path')}`,
];
const found = (change: Change) =>
  warningsOf(change)
    .map(({ code, path }) => `${code} ${path}`)
    .filter((line) => !ALWAYS.includes(line));
const options = (count: number) =>
  Array.from({ length: count }, (_, n) => ({
    code: `c${n}`,
    reported: `R ${n}`,
    name: { en: `R ${n}` },
    number: n,
  }));

it('draws only what is due', () => {
  expect(warningsOf(() => undefined).map(({ code, path }) => `${code} ${path}`)).toEqual(ALWAYS);
});

it.each<[string, Change, ...string[]]>([
  [
    'an override',
    (_, f) => (f.text.target = { path: 'conversations.queue', override: true }),
    `override ${at('text', '/target/path')}`,
  ],
  [
    'an override of a further target',
    (_, f) => (f.one.also[0] = { path: 'conversations.queue', value: 'code', override: true }),
    `override ${at('one', '/also/0/path')}`,
  ],
  ['an override where nothing is overridden', (_, f) => (f.yesno.target.override = true)],
  [
    'personal data without the mark',
    (_, f) => (f.yesno.target = { path: 'customers.gender' }),
    `pii-unmarked ${at('yesno', '/target/path')}`,
  ],
  [
    'personal data with the mark',
    (_, f) => Object.assign(f.yesno, { target: { path: 'customers.gender' }, pii: true }),
  ],
  [
    'a measure of a customer',
    (_, f) => (f.number.target.path = 'customers.business_value'),
    `customer-measure ${at('number', '/target/path')}`,
  ],
  [
    'a measure of a customer from an option',
    (_, f) => (f.one.also[1].path = 'customers.business_value'),
    `customer-measure ${at('one', '/also/1/path')}`,
  ],
  [
    'phone numbers in an attribute',
    (_, f) => (f.phone.target.path = 'conversations.source'),
    `unique-values ${at('phone', '/target/path')}`,
  ],
  [
    'e-mail addresses in an attribute',
    (_, f) => (f.email.target.path = 'conversations.source'),
    `unique-values ${at('email', '/target/path')}`,
  ],
  [
    'links in an attribute',
    (_, f) => (f.url.target.path = 'conversations.source'),
    `unique-values ${at('url', '/target/path')}`,
  ],
  [
    'minutes in an attribute',
    (_, f) => (f.date.precision = 'minute'),
    `unique-values ${at('date', '/target/path')}`,
  ],
  [
    'minutes in a date',
    (_, f) =>
      Object.assign(f.date, {
        precision: 'minute',
        target: { path: 'customers.acquisition_date' },
      }),
  ],
  [
    '201 options',
    (c) => (c.picklists[0].options = options(201)) && dropUnder(c),
    'long-list /picklists/0/options',
  ],
  ['200 options', (c) => (c.picklists[0].options = options(200)) && dropUnder(c)],
  [
    '201 options of which one is archived',
    (c) => {
      c.picklists[0].options = options(201);
      c.picklists[0].options[7].archived = true;
      dropUnder(c);
    },
  ],
  [
    '201 options that go to a label only',
    (c, f) => {
      c.picklists[0].options = options(201);
      Object.assign(f.one, {
        target: { path: 'conversations.conversation_label_1' },
        notForSegmenting: true,
      });
      delete f.one.also;
      dropUnder(c);
    },
  ],
  [
    'a kind of a later version',
    (_, f) => (f.yesno.kind = 'signature'),
    `unsupported-kind ${at('yesno', '/kind')}`,
  ],
])('%s', (_what, change, ...warnings) => {
  expect(found(change)).toEqual(warnings);
});

function dropUnder(catalog: Loose): void {
  for (const option of catalog.picklists[1].options) delete option.under;
}

describe('a label for unique values', () => {
  const proposed = (change: Change) =>
    warningsOf(change).find(({ path }) => path === at('text', '/target/path'))?.details?.['label'];

  it('is the first one whose pair nobody uses', () => {
    expect(proposed(() => undefined)).toBe('conversations.conversation_label_7');
  });

  it('is the own one of an attribute with a label', () => {
    expect(
      proposed((_, f) => (f.text.target.path = 'conversations.conversation_attribute_9')),
    ).toBe('conversations.conversation_label_9');
  });

  it('is one of the customer for what is said of the customer', () => {
    expect(proposed((_, f) => (f.text.target.path = 'customers.region'))).toBe(
      'customers.customer_label_1',
    );
  });
});

it('says of the starter catalog that case and content hold many values', () => {
  const parsed = parseCatalog(starter);
  const warnings = parsed.ok ? warnCatalog(parsed.value) : [];
  expect(
    new Set(warnings.map(({ code, details }) => `${code} ${details?.['target'] ?? ''}`)),
  ).toEqual(new Set(['unique-values conversations.case', 'unique-values conversations.content']));
});

describe('names in the languages of the catalog', () => {
  const gaps = (change: Change) =>
    warningsOf(change)
      .filter(({ code }) => code === 'name-missing')
      .map(({ path, details }) => [path, details]);

  it('are asked for once per form and picklist, at the first gap', () => {
    const found = gaps((catalog) => {
      catalog.languages = ['en', 'es'];
      for (const picklist of catalog.picklists) picklist.name.es = 'Lista';
    });
    expect(found).toContainEqual([
      '/picklists/0/options/0/name',
      { language: 'es', count: everyKindCatalog.picklists[0]!.options.length },
    ]);
    expect(found.filter(([path]) => String(path).startsWith('/forms'))).toEqual([
      ['/forms/0/name', { language: 'es', count: 2 + everyKind.length }],
    ]);
  });

  it('may be there in the base language', () => {
    expect(gaps((catalog) => (catalog.languages = ['en', 'en-GB']))).toEqual([]);
  });
});

it('warns of a required field that cannot be answered on some days', () => {
  const found = warningsOf((catalog, f) => {
    f.one.required = true;
    for (const option of catalog.picklists[0].options) option.activeTo = '2026-12-31';
  }).filter(({ code }) => code === 'nothing-on-day');
  expect(found).toContainEqual({
    code: 'nothing-on-day',
    path: at('one', '/picklist'),
    details: { day: '2027-01-01', needed: 1 },
  });
});

describe('warns of forms that hold a task without a way out', () => {
  const reasons = [{ code: 'down', name: { en: 'Down' } }];
  const found = (policies: object) =>
    warningsOf((catalog) => Object.assign(catalog.policies, policies)).filter(
      ({ code }) => code === 'no-way-out',
    );

  it('where answers are required', () => {
    expect(found({ enforcement: 'required', wayOut: true })).toEqual([
      { code: 'no-way-out', path: '/policies/enforcement' },
    ]);
  });

  it.each([
    ['and reasons are named', { enforcement: 'required', wayOutByReason: { reasons } }],
    ['and nothing is required', { enforcement: 'optional' }],
    ['and nothing is more than observed', { enforcement: 'observe' }],
  ])('not %s', (_, policies) => {
    expect(found(policies)).toEqual([]);
  });
});
