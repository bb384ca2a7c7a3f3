import { noFacts } from '../support/facts';
import { formOf, letterField, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

// Of two fields that share a target, the second took what the first had saved for a value that the task had brought:
// it counted as answered, and was then taken off the task.
it('a field does not take its twin’s saved answer for its own', () => {
  const twin = (id: string, letter: string) => ({
    ...textField(id, 'conversations.case'),
    required: true,
    rules: { show: { '==': [{ var: 'answers.letter' }, letter] } },
  });
  const { catalog, form } = formOf([
    letterField('letter', 'conversations.outcome'),
    twin('one', 'a'),
    twin('two', 'b'),
  ]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  const choose = (code: string) =>
    desk.happen({ do: 'gesture', gesture: { type: 'choose', field: 'letter', code } });
  choose('a');
  desk.happen({ do: 'gesture', gesture: { type: 'write', field: 'one', text: 'first' } });
  desk.happen({ do: 'flush' });
  expect(desk.task()).toBe('{"conversations":{"outcome":"A","case":"first"}}');
  choose('b');
  expect(desk.happen({ do: 'complete' })).toEqual({ end: 'refused', problems: ['two missing'] });
});
