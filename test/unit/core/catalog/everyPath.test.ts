import { parseCatalog } from '../../../../src/core/catalog/parseCatalog';
import type { CatalogProblem } from '../../../../src/core/catalog/types';
import { DICTIONARY, findPairPartner } from '../../../../src/core/insights/dictionary';

const named = (id: string) => ({ id, name: { en: id } });
const options = (reported: readonly string[]) =>
  reported.map((text, n) => ({ code: `c${n}`, reported: text, name: { en: text }, number: n }));

/** What the id of a conversation has to look like (rule 23). */
const exampleAt = (path: string) =>
  path === 'conversations.conversation_id'
    ? { pattern: 'WT\\w+', example: `WT${'0a'.repeat(16)}` }
    : { pattern: '\\d+', example: '1' };

/** A field of each kind with its target at `path`, and all the marks that an author can give. */
const fieldsAt = (path: string) => {
  const marks = { notForSegmenting: true, noSegmentEnded: true, pii: true };
  const base = { ...named('field'), ...marks, target: { path, override: true } };
  const choosing = { ...named('field'), ...marks, picklist: 'list', levels: 'any' };
  return [
    { ...choosing, kind: 'choice', target: base.target },
    { ...choosing, kind: 'choices', joined: { ...base.target, separator: '|' }, max: 1 },
    { ...base, kind: 'text' },
    { ...base, kind: 'yesno' },
    { ...base, kind: 'number' },
    { ...base, kind: 'number', integer: true },
    { ...base, kind: 'rating', max: 5 },
    { ...base, kind: 'date', precision: 'day' },
    { ...base, kind: 'phone' },
    { ...base, kind: 'email' },
    { ...base, kind: 'url' },
    { ...base, kind: 'reference', ...exampleAt(path) },
    { ...base, kind: 'media', types: ['Referenced'] },
  ];
};

/** The id without which Insights shows no name (rule 15). */
const companion = (path: string) =>
  /_name(_in_hierarchy)?$/.test(path) && path.startsWith('conversations.handling_')
    ? [
        {
          ...named('companion'),
          kind: 'text',
          target: { path: path.replace(/_name.*$/, '_id'), override: true },
        },
      ]
    : [];

const problemsAt = (field: object, path: string): readonly CatalogProblem[] => {
  const allowed = DICTIONARY.find((entry) => entry.path === path)?.allowed ?? ['A', 'B'];
  const parsed = parseCatalog({
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'optional', wayOut: true },
    picklists: [{ ...named('list'), options: options(allowed) }],
    forms: [
      {
        ...named('form'),
        sections: [{ ...named('section'), fields: [field, ...companion(path)] }],
      },
    ],
    assignments: [],
  });
  return parsed.ok ? [] : parsed.error;
};

/** Paths that no form may write, and why not. Written by hand, from the documentation. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  kind: ['conversations.kind'],
  'derived-only': [
    'recording_status',
    'segment_name',
    'abandon_time',
    'queue_time',
    'ring_time',
    'talk_time',
    'wrap_up_time',
    'agent_talk_time',
    'silence_time',
    'longest_talk_by_agent',
    'longest_silence_before_agent',
    'customer_talk_time',
    'crosstalk_time',
    'longest_talk_by_customer',
    'longest_silence_before_customer',
    'segment_recording_offset',
  ].map((name) => `conversations.${name}`),
  'inside-list': [
    'type',
    'url',
    'title',
    'sid',
    'start_time',
    'channels',
    'url_provider',
    'conversation_sid',
  ].map((name) => `conversations.media[].${name}`),
  reservation: ['reservation_attributes.<reservation_sid>.media'],
  worker: [
    'agent_id',
    'agent_attribute_1',
    'agent_attribute_2',
    'agent_attribute_3',
    'agent_label_1',
    'agent_label_2',
    'agent_label_3',
    'full_name',
    'department_id',
    'department_name',
    'department_name_in_hierarchy',
    'email',
    'location',
    'manager',
    'phone',
    'role',
    'state',
    'team_id',
    'team_name',
    'team_name_in_hierarchy',
  ].map((name) => `agents.${name}`),
};
const reasons = new Map(
  Object.entries(REFUSED).flatMap(([reason, paths]) =>
    paths.map((path) => [path, reason] as const),
  ),
);
const writable = DICTIONARY.map(({ path }) => path).filter((path) => !reasons.has(path));

test('the counts', () => {
  console.log(
    `${DICTIONARY.length} paths: ${writable.length} can be a target, ${reasons.size} are refused (${Object.entries(
      REFUSED,
    )
      .map(([reason, paths]) => `${reason} ${paths.length}`)
      .join(', ')})`,
  );
  expect([DICTIONARY.length, writable.length, reasons.size]).toEqual([148, 102, 46]);
});

test.each(writable)('%s takes some kind of field', (path) => {
  const problems = fieldsAt(path).map((field) => problemsAt(field, path));
  expect(problems).toContainEqual([]);
  // Those that it does not take are refused because they do not fit.
  const others = new Set(problems.flat().map(({ code }) => code));
  expect([[], ['wrong-kind']]).toContainEqual([...others]);
});

test.each([...reasons])('%s is refused for every kind of field: %s', (path, reason) => {
  for (const field of fieldsAt(path)) {
    expect(problemsAt(field, path)).toEqual([
      {
        code: 'unwritable-target',
        path: expect.stringMatching(/\/fields\/0\/(target|joined)\/path$/),
        details: { target: path, reason },
      },
    ]);
  }
});

test.each([
  'call_sid',
  'flexInteractionSid',
  'transfer_sid',
  'previous_task_sid',
  'conversations.call_sid',
])('%s joins segments, and is refused for every kind of field', (path) => {
  for (const field of fieldsAt(path)) {
    expect(problemsAt(field, path).map(({ code }) => code)).toEqual(['correlation-key']);
  }
});

test('each of the pairs takes a choice and a slot', () => {
  const attributes = writable.filter((path) => path.includes('_attribute_'));
  expect(attributes).toHaveLength(13);
  for (const attribute of attributes) {
    const pair = { attribute, label: findPairPartner(attribute) };
    const choosing = { ...named('field'), picklist: 'list', levels: 'any' };
    expect(problemsAt({ ...choosing, kind: 'choice', target: pair }, attribute)).toEqual([]);
    expect(problemsAt({ ...choosing, kind: 'choices', slots: [pair] }, attribute)).toEqual([]);
  }
});

test('each measure, and each whole number, takes the number of an option', () => {
  const numeric = DICTIONARY.filter(
    ({ path, type }) => writable.includes(path) && (type === 'number' || type === 'integer'),
  ).map(({ path }) => path);
  expect(numeric).toHaveLength(20);
  for (const path of numeric) {
    const field = {
      ...named('field'),
      kind: 'choice',
      picklist: 'list',
      levels: 'any',
      target: { path: 'conversations.outcome' },
      also: [{ path, value: 'number', override: true }],
    };
    expect(problemsAt(field, path)).toEqual([]);
  }
});
