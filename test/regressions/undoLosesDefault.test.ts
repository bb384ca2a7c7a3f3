import { noFacts } from '../support/facts';
import { formOf, letterField, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

const CASE = textField('note', 'conversations.case');
const write = (text: string) =>
  ({ do: 'gesture', gesture: { type: 'write', field: 'note', text } }) as const;

// Undo after a save withdrew the answer for good: the default, which stood there before the agent typed, was lost.
it('an undone and saved answer gives way to the default again', () => {
  const { catalog, form } = formOf([{ ...CASE, default: 'none' }]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen(write('typed'));
  desk.happen({ do: 'flush' });
  desk.happen({ do: 'undo' });
  desk.happen({ do: 'complete' });
  expect(desk.task()).toBe('{"conversations":{"case":"none"}}');
});

// What a rule had set and a save had written came back as the agent's own answer, which no rule changes any more.
it('an undone answer gives way to the rule, not to what the rule once said', () => {
  const { catalog, form } = formOf([
    letterField('letter', 'conversations.outcome'),
    {
      ...CASE,
      rules: { set: [{ when: { '!': { var: 'answers.letter' } }, to: 'no letter' }] },
    },
  ]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen({ do: 'flush' });
  expect(desk.task()).toBe('{"conversations":{"case":"no letter"}}');
  desk.happen(write('typed'));
  desk.happen({ do: 'undo' });
  desk.happen({ do: 'gesture', gesture: { type: 'choose', field: 'letter', code: 'a' } });
  desk.happen({ do: 'complete' });
  expect(desk.task()).toBe('{"conversations":{"outcome":"A"}}');
});

// An accepted value stayed the agent's own after undo, and was written over what others put there since.
it('undo gives an accepted value back to the task', () => {
  const { catalog, form } = formOf([CASE]);
  const desk = throughCore(catalog, form, noFacts, '{"conversations":{"case":"theirs"}}');
  desk.happen({ do: 'accept', field: 'note' });
  desk.happen({ do: 'undo' });
  desk.happen({ do: 'elsewhere', at: ['conversations', 'case'], value: 'newer' });
  desk.happen({ do: 'complete' });
  expect(desk.task()).toBe('{"conversations":{"case":"newer"}}');
});
