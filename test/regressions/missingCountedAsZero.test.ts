import { noFacts } from '../support/facts';
import { formOf, numberField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

const measured = (field: object, task: object = {}): unknown => {
  const { catalog, form } = formOf([
    { ...numberField('due', 'conversations.conversation_measure_1'), ...field },
  ]);
  const desk = throughCore(catalog, form, noFacts, JSON.stringify(task));
  desk.happen({ do: 'complete' });
  const { conversations } = JSON.parse(desk.task()) as { conversations?: object };
  return Object.values(conversations ?? {})[0];
};
const due = { var: 'task.due' };

// A task without an amount had one of 0 in every report: empty is not zero.
it.each([
  { '/': [due, 3] },
  { '-': [due] },
  { '-': [10, due] },
  { '%': [due, 2] },
  { '*': [due, 2] },
  { '+': [due, 2] },
  { max: [due, due] },
  { min: [due] },
])('%j is no number where the task has none', (prefill) => {
  expect(measured({ prefill })).toBeUndefined();
  expect(measured({ prefill }, { due: '' })).toBeUndefined();
  expect(measured({ prefill }, { due: 4 })).toEqual(expect.any(Number));
});

// What has more digits than a number keeps, or an exponent, was left out without a word.
it.each([
  [{ '/': [10, 3] }, {}, 3.33333333333333],
  [{ '+': [0.1, 0.2] }, {}, 0.3],
  [{ '/': [10, 3] }, { step: 0.05 }, 3.35],
  [{ '/': [11, 3] }, { integer: true }, 4],
  [due, {}, 0.0000001],
])('%j in a field with %j is a plain number', (prefill, settings, number) => {
  expect(measured({ prefill, ...settings }, { due: 1e-7 })).toBe(number);
});
