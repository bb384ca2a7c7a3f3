import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

// The flush leaves an answer out that cannot be stored. Without it a rule showed another field, whose text nobody had
// judged: it went onto the task at any length, where Insights cuts it.
it('a flush stores nothing that Insights would cut, in a field that only it brings into view', () => {
  const { catalog, form } = formOf([
    { ...textField('first', 'conversations.case'), maxLength: 3 },
    {
      ...textField('second', 'conversations.content'),
      rules: { show: { '!': { var: 'answers.first' } } },
    },
  ]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  const write = (field: string, text: string) =>
    desk.happen({ do: 'gesture', gesture: { type: 'write', field, text } });
  write('second', 'x'.repeat(200));
  write('first', 'too long');
  desk.happen({ do: 'flush' });
  expect(desk.task()).toBe('{}');
});
