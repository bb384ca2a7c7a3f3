import type { Answers, AnswerValue } from '../../../../src/core/capture/types';
import type { Field, Option } from '../../../../src/core/catalog/types';
import { evaluateForm } from '../../../../src/core/form/evaluateForm';
import { formPlan, orderFields } from '../../../../src/core/form/formPlan';
import { noFacts } from '../../../support/facts';
import { formOf, letterField, numberField, textField } from '../../../support/formOf';

const letter = letterField('letter', 'conversations.outcome');
const note = textField('note', 'conversations.case');
const chose = (code: string): AnswerValue => ({ kind: 'choice', code });
const wrote = (text: string): AnswerValue => ({ kind: 'text', text });
const agent = (values: Readonly<Record<string, AnswerValue | null>>): Answers =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, origin: 'agent' as const }]),
  );

const evaluate = (
  fields: readonly Field[],
  answers: Answers = {},
  { attributes = {}, saved = [] }: { attributes?: unknown; saved?: readonly string[] } = {},
) => {
  const { catalog, form } = formOf(fields);
  return evaluateForm(catalog, form, { answers, saved }, noFacts, attributes);
};

describe('who answers a field', () => {
  const field: Field = {
    ...note,
    prefill: { var: 'task.tier' },
    default: 'default',
    rules: { set: [{ when: { '==': [{ var: 'answers.letter' }, 'a'] }, to: 'rule' }] },
  };
  const answerWith = (
    answers: Answers,
    more: { attributes?: unknown; saved?: readonly string[] } = {},
  ) => evaluate([letter, field], answers, more)['note']?.answer;

  it('is the agent, else a rule, else the task, else the prefill, else the default', () => {
    const task = { tier: 'gold', conversations: { case: 'task' } };
    const byRule = { letter: chose('a') };
    expect(answerWith(agent({ ...byRule, note: wrote('own') }), { attributes: task })).toEqual({
      value: wrote('own'),
      origin: 'agent',
    });
    expect(answerWith(agent(byRule), { attributes: task })).toEqual({
      value: wrote('rule'),
      origin: 'rule',
    });
    expect(answerWith({}, { attributes: task })).toEqual({
      value: wrote('task'),
      origin: 'prefill',
    });
    expect(answerWith({}, { attributes: { tier: 'gold' } })).toEqual({
      value: wrote('gold'),
      origin: 'proposed',
    });
    expect(answerWith({})).toEqual({ value: wrote('default'), origin: 'default' });
  });

  it('is nobody where the agent took the answer back', () => {
    expect(answerWith(agent({ note: null }))).toEqual({ value: null, origin: 'agent' });
  });

  it('is not the task where this reservation wrote itself', () => {
    const own = { attributes: { conversations: { case: 'saved' } }, saved: ['note'] };
    expect(answerWith({}, own)).toEqual({ value: wrote('default'), origin: 'default' });
  });

  it('proposes nothing that could not be stored', () => {
    const task = { attributes: { tier: 'x'.repeat(200) } };
    expect(answerWith({}, task)).toEqual({ value: wrote('default'), origin: 'default' });
  });
});

describe('what is shown', () => {
  const shownFor = { rules: { show: { '==': [{ var: 'answers.letter' }, 'a'] } } };

  it('follows other answers, whichever field stands first', () => {
    const fields: Field[] = [{ ...note, ...shownFor, required: true }, letter];
    expect(evaluate(fields)['note']).toMatchObject({ shown: false, required: false });
    expect(evaluate(fields, agent({ letter: chose('a') }))['note']).toMatchObject({
      shown: true,
      required: true,
    });
  });

  it('hides an answer, and gives it back', () => {
    const own = agent({ letter: chose('b'), note: wrote('kept') });
    const fields: Field[] = [letter, { ...note, ...shownFor }];
    expect(evaluate(fields, own)['note']?.answer).toBeUndefined();
    const again = { ...own, ...agent({ letter: chose('a') }) };
    expect(evaluate(fields, again)['note']?.answer?.value).toEqual(wrote('kept'));
  });

  it('hides what depends on a hidden answer', () => {
    const fields: Field[] = [
      letter,
      { ...note, ...shownFor },
      {
        ...numberField('amount', 'conversations.conversation_measure_1'),
        rules: { show: { '!!': { var: 'answers.note' } } },
      },
    ];
    const own = agent({ letter: chose('b'), note: wrote('kept') });
    expect(evaluate(fields, own)['amount']?.shown).toBe(false);
  });
});

describe('which options are offered', () => {
  const below: Field = {
    ...letterField('below', 'conversations.campaign'),
    picklist: 'below',
    dependsOn: 'letter',
    rules: { limit: [{ when: { '!!': { var: 'answers.note' } }, options: ['a1', 'free'] }] },
  };
  const option = (code: string, under?: string[]): Option => ({
    code,
    reported: code,
    name: { en: code },
    ...(under ? { under } : {}),
  });
  const offers = (answers: Answers) => {
    const { catalog, form } = formOf([letter, note, below]);
    const options = [option('a1', ['a']), option('a2', ['a']), option('b1', ['b']), option('free')];
    const whole = {
      ...catalog,
      picklists: [...catalog.picklists, { id: 'below', name: { en: 'Below' }, options }],
    };
    const state = evaluateForm(whole, form, { answers, saved: [] }, noFacts, {})['below'];
    return { codes: state?.offers && [...state.offers], waitsFor: state?.waitsFor };
  };

  it('waits for the field that it depends on', () => {
    expect(offers({})).toEqual({ codes: [], waitsFor: 'letter' });
  });

  it('is what stands under the other answer, and what stands nowhere', () => {
    expect(offers(agent({ letter: chose('a') }))).toEqual({
      codes: ['a1', 'a2', 'free'],
      waitsFor: null,
    });
  });

  it('is narrowed by limits as well', () => {
    expect(offers(agent({ letter: chose('a'), note: wrote('x') })).codes).toEqual(['a1', 'free']);
  });
});

describe('the order of fields', () => {
  it('puts each behind those that it looks at', () => {
    const { form } = formOf([
      { ...note, prefill: { var: 'answers.letter' } },
      { ...letter, rules: { require: { var: 'answers.note' } } },
    ]);
    expect(formPlan(form).map(({ field }) => field.id)).toEqual(['letter', 'note']);
    expect(orderFields(form).circle).toBeNull();
  });

  it('names a circle', () => {
    const shownBy = (id: string) => ({ rules: { show: { var: `answers.${id}` } } });
    const { form } = formOf([
      { ...note, ...shownBy('letter') },
      { ...letter, ...shownBy('note') },
    ]);
    expect(orderFields(form).circle).toEqual(['note', 'letter', 'note']);
  });
});
