import { parseCatalog } from '../../src/core/catalog/parseCatalog';
import { recordPreview } from '../../src/core/preview/recordPreview';
import { noFacts } from '../support/facts';
import { throughCore } from '../support/throughCore';

// A choice out of a tree stored its last level alone where Insights wants the whole way, joined with " ▸ " (rule 16).
const PATH = 'conversations.handling_department_name_in_hierarchy';
const named = (text: string) => ({ en: text });
const option = (code: string, reported: string, parent?: string) => ({
  code,
  reported,
  name: named(code),
  ...(parent === undefined ? {} : { parent }),
});
const parse = (options: readonly object[], path = PATH, also: readonly object[] = []) =>
  parseCatalog({
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'required', wayOut: false },
    picklists: [{ id: 'units', name: named('Units'), options }],
    forms: [
      {
        id: 'form',
        name: named('Form'),
        sections: [
          {
            id: 'all',
            name: named('All'),
            fields: [
              {
                kind: 'choice',
                id: 'unit',
                name: named('Unit'),
                picklist: 'units',
                levels: 'any',
                target: { path },
                also: [{ path: 'conversations.handling_department_id', value: 'code' }, ...also],
              },
            ],
          },
        ],
      },
    ],
    assignments: [{ id: 'all', when: {}, form: 'form' }],
  });
const UNITS = [
  option('l', 'London'),
  option('s', 'Sales', 'l'),
  option('s2', 'Sales 2', 's'),
  option('p', 'Paris'),
];
const catalogOf = (...of: Parameters<typeof parse>) => {
  const parsed = parse(...of);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return { catalog: parsed.value, form: parsed.value.forms[0]! };
};

it.each([
  ['s2', 'London ▸ Sales ▸ Sales 2'],
  ['s', 'London ▸ Sales'],
  ['p', 'Paris'],
])('%s is stored as %s, and found again', (code, text) => {
  const { catalog, form } = catalogOf(UNITS);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen({ do: 'gesture', gesture: { type: 'choose', field: 'unit', code } });
  const end = desk.happen({ do: 'complete' });
  expect(end).toMatchObject({ recorded: { [PATH]: text } });
  expect(JSON.parse(desk.task())).toEqual({
    conversations: {
      handling_department_name_in_hierarchy: text,
      handling_department_id: code,
    },
  });
  const later = throughCore(catalog, form, noFacts, desk.task());
  expect(later.states()['unit']?.answer).toEqual({
    value: { kind: 'choice', code },
    origin: 'prefill',
  });
  const preview = recordPreview(
    {
      catalog,
      form,
      given: { answers: { unit: { value: { kind: 'choice', code }, origin: 'agent' } }, saved: [] },
      facts: noFacts,
      purpose: 'complete',
      reservationSid: 'WR1',
      transferred: false,
      marksCompletion: false,
    },
    {},
  );
  expect(preview).toMatchObject({
    value: {
      lines: expect.arrayContaining([expect.objectContaining({ path: PATH, value: text })]),
    },
  });
});

it('so it is where the choice feeds such a path as well, and for the way through an IVR', () => {
  const { catalog, form } = catalogOf(UNITS, 'conversations.outcome', [
    { path: 'conversations.ivr_path', value: 'reported' },
  ]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen({ do: 'gesture', gesture: { type: 'choose', field: 'unit', code: 's' } });
  desk.happen({ do: 'complete' });
  expect(JSON.parse(desk.task())).toMatchObject({
    conversations: { outcome: 'Sales', ivr_path: 'London ▸ Sales' },
  });
});

it('a way of more than 128 characters is refused at its option', () => {
  const long = [option('a', 'x'.repeat(80)), option('b', 'y'.repeat(46), 'a')];
  expect(parse(long)).toEqual({
    ok: false,
    error: [
      {
        code: 'too-long',
        path: '/picklists/0/options/1/reported',
        details: { target: PATH, length: 129, limit: 128 },
      },
    ],
  });
  expect(parse([option('a', 'x'.repeat(80)), option('b', 'y'.repeat(45), 'a')]).ok).toBe(true);
});

it('a level that itself holds the sign between levels is refused', () => {
  expect(parse([option('a', 'A'), option('b', 'A ▸ B', 'a')])).toMatchObject({
    error: [{ code: 'separator-in-text', path: '/picklists/0/options/1/reported' }],
  });
  // Written out by its author, in a list without levels.
  expect(parse([option('a', 'A'), option('b', 'A ▸ B')]).ok).toBe(true);
});
