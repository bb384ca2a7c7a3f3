import { createCapture } from '../../../../src/core/capture/createCapture';
import type { Answers, Intent } from '../../../../src/core/capture/types';
import { validateCapture } from '../../../../src/core/capture/validateCapture';
import { noFacts } from '../../../support/facts';
import { captureOf } from '../../../support/richCapture';
import { richCatalog, richForm } from '../../../support/richCatalog';

const OUTCOME: Intent = { type: 'choose', field: 'outcome', code: 'other' };
const write = (text: string, field = 'note'): Intent => ({ type: 'write', field, text });
const chooseAll = (...codes: string[]): Intent => ({ type: 'choose-all', field: 'topics', codes });

/** Problems on a task without attributes, but for a missing outcome, unless told otherwise. */
const problems = (intents: readonly Intent[], attributes: unknown = {}) =>
  validateCapture(
    richCatalog,
    richForm,
    captureOf(attributes, OUTCOME, ...intents),
    attributes,
    noFacts,
  );
const withAnswers = (answers: Answers, attributes: unknown = {}) =>
  validateCapture(
    richCatalog,
    richForm,
    createCapture({
      reservationSid: 'WR1',
      catalog: richCatalog,
      form: richForm,
      prefill: { answers, foreign: {} },
    }),
    attributes,
    noFacts,
  );

describe('validateCapture', () => {
  it('wants required answers only', () => {
    const empty = validateCapture(richCatalog, richForm, captureOf({}), {}, noFacts);
    expect(empty).toEqual([{ field: 'outcome', code: 'missing' }]);
    expect(problems([])).toEqual([]);
  });

  it('takes a withdrawn answer for missing', () => {
    expect(problems([{ type: 'clear', field: 'outcome' }])).toEqual([
      { field: 'outcome', code: 'missing' },
    ]);
  });

  it('is content with what the task already says', () => {
    const task = { conversations: { outcome: 'Invoice' } };
    expect(validateCapture(richCatalog, richForm, captureOf(task), task, noFacts)).toEqual([]);
  });

  it('misses a prefilled answer that another writer has removed since', () => {
    const capture = captureOf({ conversations: { outcome: 'Invoice' } });
    expect(validateCapture(richCatalog, richForm, capture, { conversations: {} }, noFacts)).toEqual(
      [{ field: 'outcome', code: 'missing' }],
    );
  });

  it('is content when another writer has filled in what the agent has not', () => {
    const task = { conversations: { outcome: 'Invoice' } };
    expect(validateCapture(richCatalog, richForm, captureOf({}), task, noFacts)).toEqual([]);
  });

  it('takes a foreign value for no answer', () => {
    const task = { conversations: { outcome: 'Self-service 4711' } };
    expect(validateCapture(richCatalog, richForm, captureOf(task), task, noFacts)).toEqual([
      { field: 'outcome', code: 'missing' },
    ]);
  });

  it.each([['retired'], ['below-retired'], ['billing'], ['removed']])(
    'reports the option %s, which cannot be chosen any more',
    (code) => {
      expect(
        withAnswers({ outcome: { value: { kind: 'choice', code }, origin: 'agent' } }),
      ).toEqual([{ field: 'outcome', code: 'option-unavailable' }]);
    },
  );

  it('reports an option among several that was archived while it was chosen', () => {
    const answers: Answers = {
      outcome: { value: { kind: 'choice', code: 'other' }, origin: 'agent' },
      topics: { value: { kind: 'choices', codes: ['price', 'gone'] }, origin: 'agent' },
    };
    expect(withAnswers(answers)).toEqual([{ field: 'topics', code: 'option-unavailable' }]);
  });

  it('does not judge an archived option that was only prefilled', () => {
    const task = { conversations: { outcome: 'Below retired' } };
    expect(validateCapture(richCatalog, richForm, captureOf(task), task, noFacts)).toEqual([]);
  });

  it('counts choices', () => {
    expect(problems([chooseAll('delivery', 'returns', 'price', 'quality')])).toEqual([
      { field: 'topics', code: 'too-many', details: { count: 4, max: 3 } },
    ]);
  });

  it('counts too few choices, but not none where none are required', () => {
    const form = JSON.parse(
      JSON.stringify(richForm).replace('"min":1,', '"min":2,'),
    ) as typeof richForm;
    const one = captureOf({}, OUTCOME, chooseAll('price'));
    expect(validateCapture(richCatalog, form, one, {}, noFacts)).toEqual([
      { field: 'topics', code: 'too-few', details: { count: 1, min: 2 } },
    ]);
    expect(validateCapture(richCatalog, form, captureOf({}, OUTCOME), {}, noFacts)).toEqual([]);
  });

  it('reports slots that others have taken meanwhile', () => {
    const task = { conversations: { conversation_attribute_2: 'theirs' } };
    expect(problems([chooseAll('delivery', 'returns', 'price')], task)).toEqual([
      { field: 'topics', code: 'slots-taken', details: { count: 3, free: 2 } },
    ]);
    expect(problems([chooseAll('delivery', 'returns')], task)).toEqual([]);
  });

  it('counts a text without the spaces at its ends', () => {
    expect(problems([write('x'.repeat(20) + '  ')])).toEqual([]);
    expect(problems([write('x'.repeat(21))])).toEqual([
      { field: 'note', code: 'too-long', details: { length: 21, max: 20 } },
    ]);
    expect(problems([write('x'.repeat(128), 'market')])).toEqual([]);
    expect(problems([write('x'.repeat(129), 'market')])).toEqual([
      { field: 'market', code: 'too-long', details: { length: 129, max: 128 } },
    ]);
  });

  it.each<[string, ReturnType<typeof problems>]>([
    ['100', []],
    ['', []],
    ['  ', []],
    ['many', [{ field: 'items', code: 'not-a-number' }]],
    ['1.500', [{ field: 'items', code: 'not-a-number' }]],
    ['1,500', [{ field: 'items', code: 'not-a-number' }]],
    ['1e3', [{ field: 'items', code: 'not-a-number' }]],
    ['0x10', [{ field: 'items', code: 'not-a-number' }]],
    ['9'.repeat(400), [{ field: 'items', code: 'not-a-number' }]],
    ['2,5', [{ field: 'items', code: 'not-an-integer' }]],
    ['-1', [{ field: 'items', code: 'too-small', details: { min: 0 } }]],
    ['101', [{ field: 'items', code: 'too-big', details: { max: 100 } }]],
  ])('judges the number typed as "%s"', (typed, expected) => {
    expect(problems([write(typed, 'items')])).toEqual(expected);
  });

  it('reports in form order, one problem per field', () => {
    const found = validateCapture(
      richCatalog,
      richForm,
      captureOf(
        {},
        write('x'.repeat(200), 'market'),
        write('-1,5', 'items'),
        write('y'.repeat(99)),
      ),
      {},
      noFacts,
    );
    expect(found.map(({ field, code }) => [field, code])).toEqual([
      ['outcome', 'missing'],
      ['note', 'too-long'],
      ['items', 'not-an-integer'],
      ['market', 'too-long'],
    ]);
  });

  it.each([[null], ['text'], [[]], [{ conversations: 'billing' }]])(
    'does not trip over the attributes %j',
    (attributes) => {
      expect(problems([chooseAll('price')], attributes)).toEqual([]);
    },
  );
});
