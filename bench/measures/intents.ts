import { always } from '../../src/app/catalogs/always';
import { changeAnswers } from '../../src/app/changeAnswers';
import { openSession } from '../../src/app/openSession';
import { createAppState } from '../../src/app/sessions';
import type { Catalog, Field, Rule } from '../../src/core/catalog/types';
import { createFakePorts } from '../../test/support/fakePorts';
import { createFakeTask } from '../../test/support/fakeTask';
import { noFacts } from '../../test/support/facts';
import { compare, type Figure } from '../support/figures';

const SAMPLES = 31;
const KEYS_PER_SAMPLE = 40;
const WR = 'WR00000000000000000000000000000001';

/** Every field is shown, required and filled in by rules that look at the two before it. */
const catalogOf = (count: number): Catalog => {
  const seen = (n: number): Rule => ({
    or: [{ '!': { var: `answers.f${n - 1}` } }, { '!==': [{ var: `answers.f${n - 2}` }, 'none'] }],
  });
  const fields = Array.from({ length: count }, (_, n): Field => ({
    kind: 'text',
    id: `f${n}`,
    name: { en: `Field ${n}` },
    target: { path: `conversations.bench_${n}` },
    rules:
      n < 2
        ? {}
        : {
            show: seen(n),
            require: seen(n),
            set: [{ when: { '===': [{ var: `answers.f${n - 1}` }, 'x'] }, to: 'y' }],
          },
  }));
  return {
    schema: 1,
    version: 1,
    reportedLanguage: 'en',
    policies: { enforcement: 'required', wayOut: false },
    picklists: [],
    forms: [
      { id: 'form', name: { en: 'Form' }, sections: [{ id: 's', name: { en: 'S' }, fields }] },
    ],
    assignments: [{ id: 'all', when: {}, form: 'form' }],
  };
};

/** Types into the first field of a form of so many fields: what one key costs, in microseconds. */
const typist = async (count: number): Promise<() => number> => {
  const app = createAppState(always(catalogOf(count)), createFakePorts(createFakeTask({})).ports);
  await openSession(app, { reservationSid: WR, facts: noFacts, attributes: {}, readOnly: false });
  let typed = 0;
  return () => {
    const start = performance.now();
    for (let i = 0; i < KEYS_PER_SAMPLE; i++) {
      typed += 1;
      changeAnswers(app, WR, { type: 'write', field: 'f0', text: `text ${typed}` });
    }
    return ((performance.now() - start) * 1000) / KEYS_PER_SAMPLE;
  };
};

/** A key in a form of 200 fields, each with rules, against one of 20: rules, checks, the store and the draft. */
export const measureIntents = async (): Promise<Figure[]> => {
  const [many, few] = [await typist(200), await typist(20)];
  for (let i = 0; i < 5; i++) {
    many();
    few();
  }
  const ofMany: number[] = [];
  const ofFew: number[] = [];
  for (let i = 0; i < SAMPLES; i++) {
    ofMany.push(many());
    ofFew.push(few());
  }
  return [
    {
      group: 'A key typed into a form whose fields all have rules (Node)',
      what: '200 fields',
      unit: 'µs',
      ...compare(ofMany, '20 fields', ofFew),
    },
  ];
};
