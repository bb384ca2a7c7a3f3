import { mergeAnswers } from '../../../../src/core/capture/mergeAnswers';
import type { Answers } from '../../../../src/core/capture/types';
import type { Catalog, Field } from '../../../../src/core/catalog/types';
import { noFacts } from '../../../support/facts';

const A = 'WR0000000000000000000000000000000a';
const B = 'WR0000000000000000000000000000000b';

const field = (id: string, path: string, more: object = {}): Field =>
  ({ kind: 'text', id, name: { en: id }, target: { path }, ...more }) as Field;

const fields: readonly Field[] = [
  field('note', 'conversations.content'),
  field('case', 'conversations.case'),
  field('campaign', 'conversations.campaign', { prefill: { var: 'task.campaign' } }),
  field('language', 'conversations.language', { default: 'en' }),
  field('source', 'conversations.source', {
    rules: { set: [{ when: { '==': [{ var: 'answers.note' }, 'web'] }, to: 'Web' }] },
  }),
  field('secret', 'conversations.initiative', {
    rules: { show: { '==': [{ var: 'answers.note' }, 'open'] } },
    default: 'never seen',
  }),
  field('city', 'customers.city'),
  {
    kind: 'number',
    id: 'amount',
    name: { en: 'Amount' },
    target: { path: 'conversations.conversation_measure_1' },
  },
];

const catalogWith = (policies: Partial<Catalog['policies']> = {}): Catalog => ({
  schema: 1,
  version: 1,
  reportedLanguage: 'en',
  policies: {
    enforcement: 'required',
    wayOut: false,
    originsKey: 'debrief_origins',
    ...policies,
  },
  picklists: [],
  forms: [
    { id: 'form', name: { en: 'Form' }, sections: [{ id: 'all', name: { en: 'All' }, fields }] },
  ],
  assignments: [],
});

const said = (text: string): Answers[string] => ({
  value: { kind: 'text', text },
  origin: 'agent',
});

interface Save {
  readonly answers?: Answers;
  readonly saved?: readonly string[];
  readonly policies?: Partial<Catalog['policies']>;
  readonly reservationSid?: string;
  readonly transferred?: boolean;
  readonly purpose?: 'flush' | 'complete';
}

const save = (attributes: unknown, given: Save = {}) => {
  const catalog = catalogWith(given.policies);
  return mergeAnswers(
    {
      catalog,
      form: catalog.forms[0]!,
      given: { answers: given.answers ?? {}, saved: given.saved ?? [] },
      facts: noFacts,
      reservationSid: given.reservationSid ?? A,
      transferred: given.transferred ?? false,
      marksCompletion: false,
      purpose: given.purpose ?? 'complete',
    },
    attributes,
  );
};

const written = (attributes: unknown, given?: Save): string => {
  const merged = save(attributes, given);
  if (!merged.ok) throw new Error(merged.error.code);
  return JSON.stringify(merged.value.attributes);
};

const TASK = { campaign: 'Recall', conversations: { case: 'C-7' } };

it('says who set each value, in form order, behind all else', () => {
  expect(written(TASK, { answers: { note: said('web'), city: said('Rome') } })).toBe(
    '{"campaign":"Recall",' +
      '"conversations":{"content":"web","case":"C-7","campaign":"Recall","language":"en","source":"Web"},' +
      '"customers":{"city":"Rome"},' +
      '"debrief_origins":{"note":"agent","case":"prefill","campaign":"prefill","language":"default",' +
      '"source":"rule","city":"agent"}}',
  );
});

it('accepting a value makes it the agent’s own, and that alone is worth a write', () => {
  const before = JSON.parse(written(TASK)) as object;
  const accepted = { answers: { case: said('C-7') }, saved: ['campaign', 'language'] };
  expect(save(before, { saved: ['campaign', 'language'] })).toMatchObject({
    value: { changed: false },
  });
  expect(save(before, accepted)).toMatchObject({ value: { changed: true } });
  expect(written(before, accepted)).toContain('"debrief_origins":{"case":"agent",');
});

it('the same save twice changes nothing, to the byte', () => {
  const given = {
    answers: { note: said('web') },
    saved: ['note', 'campaign', 'language', 'source'],
  };
  const first = written(TASK, given);
  const second = save(JSON.parse(first), given);
  expect(second).toMatchObject({ value: { changed: false } });
  expect(written(JSON.parse(first), given)).toBe(first);
});

it('leaves out what is not shown, withdrawn, blank, or cannot be stored', () => {
  const after = written(
    {},
    {
      answers: {
        note: said('  '),
        language: { value: null, origin: 'agent' },
        amount: { value: { kind: 'number', text: 'many' }, origin: 'agent' },
      },
    },
  );
  expect(after).toBe('{}');
});

it('goes with the last answer, and never without the policy', () => {
  const given = { answers: { language: { value: null, origin: 'agent' as const } } };
  expect(written({ debrief_origins: { note: 'agent' } }, given)).toBe('{}');
  expect(
    written({ debrief_origins: { note: 'agent' } }, { policies: { originsKey: undefined } }),
  ).toBe('{"debrief_origins":{"note":"agent"},"conversations":{"language":"en"}}');
});

it('says nothing of what a HIPAA account keeps off the task', () => {
  expect(written({}, { answers: { city: said('Rome') }, policies: { hipaa: 'omit' } })).toBe(
    '{"conversations":{"language":"en"},"debrief_origins":{"language":"default"}}',
  );
});

describe('the 4096 characters', () => {
  const given = { answers: { note: said('short') } };
  const filled = (length: number) => ({ filler: 'x'.repeat(length) });
  const full = written(filled(0), given).length;

  it('count the origins, to the last one', () => {
    const fits = save(filled(4096 - full), given);
    expect(fits).toMatchObject({ ok: true, value: { size: 4096 } });
    expect(written(filled(4096 - full), given)).toContain('debrief_origins');
  });

  it('rather hold the answer alone than neither', () => {
    const tight = filled(4097 - full);
    const first = written(tight, given);
    expect(first).toBe(
      `{"filler":"${tight.filler}","conversations":{"content":"short","language":"en"}}`,
    );
    expect(save(JSON.parse(first), { ...given, saved: ['note', 'language'] })).toMatchObject({
      value: { changed: false },
    });
  });
});

describe('on a transferred task', () => {
  it('the last writer wins', () => {
    const first = written({}, { answers: { note: said('first') }, transferred: true });
    const second = written(JSON.parse(first), {
      answers: { city: said('Rome') },
      transferred: true,
      reservationSid: B,
    });
    expect(JSON.parse(second)).toMatchObject({
      debrief_origins: { language: 'default', city: 'agent' },
    });
    expect(Object.keys(JSON.parse(second) as object).at(-1)).toBe('debrief_legs');
  });

  it('a flush says nothing of the measures it holds back', () => {
    const amount = { value: { kind: 'number', text: '5' }, origin: 'agent' } as const;
    const flushed = written({}, { answers: { amount }, transferred: true, purpose: 'flush' });
    expect(JSON.parse(flushed)).toMatchObject({ debrief_origins: { language: 'default' } });
    expect(flushed).not.toContain('amount');
  });
});
