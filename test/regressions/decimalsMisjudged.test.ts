import { checkValue } from '../../src/core/capture/checkValue';
import { noFacts } from '../support/facts';
import { formOf, numberField, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

const AMOUNT = numberField('amount', 'conversations.conversation_measure_1');

// 1.234 on the task was read as if somebody had typed it, who might have meant thousands: rules saw no number.
it('a number that the task brings is that number to rules', () => {
  const { catalog, form } = formOf([
    AMOUNT,
    {
      ...textField('note', 'conversations.case'),
      rules: { show: { '<': [1, { var: 'answers.amount' }, 2] } },
    },
  ]);
  const task = '{"conversations":{"conversation_measure_1":1.234}}';
  expect(throughCore(catalog, form, noFacts, task).states()['note']?.shown).toBe(true);
});

// The tolerance for binary fractions grew with the number until it took in everything.
it.each([
  ['30000000.01', { code: 'off-step', details: { step: 0.05, from: 0 } }],
  ['30000000.05', null],
  ['999999999999.99', { code: 'off-step', details: { step: 0.05, from: 0 } }],
  ['-0.15', null],
  ['0.15', null],
  ['0.1', null],
  ['0.12', { code: 'off-step', details: { step: 0.05, from: 0 } }],
])('%s is judged by steps of 0.05', (text, problem) => {
  const field = { ...AMOUNT, step: 0.05 };
  const value = { kind: 'number', text, decimal: '.' } as const;
  expect(checkValue(formOf([field]).catalog, field, value, {}, null)).toEqual(problem);
});
