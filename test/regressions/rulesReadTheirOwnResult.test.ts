import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

const shownIf = (show: unknown) => ({
  ...textField('note', 'conversations.case'),
  default: 'x',
  rules: { show: show as never },
});

// A rule saw what its own form had saved: the first save changed what it said, and the second took it off again.
it('what a form writes does not change what its rules say', () => {
  const { catalog, form } = formOf([shownIf({ '!': { var: 'task.conversations.case' } })]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen({ do: 'complete' });
  desk.happen({ do: 'complete' });
  expect(desk.task()).toBe('{"conversations":{"case":"x"}}');
});

// JsonLogic's `var` finds what every JavaScript object inherits.
it('a task has no attribute that it does not have', () => {
  const { catalog, form } = formOf([shownIf({ '!!': { var: 'task.constructor.name' } })]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  expect(desk.states()['note']?.shown).toBe(false);
});
