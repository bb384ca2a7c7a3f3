import type { Field } from '../../src/core/catalog/types';
import { recordPreview } from '../../src/core/preview/recordPreview';
import { noFacts } from '../support/facts';
import { formOf, textField } from '../support/formOf';
import { throughCore } from '../support/throughCore';

// The name of a team or department went onto the task without its id, where Insights drops it without a word (rule 15).
const ID = textField('id', 'conversations.handling_department_id');
const NAME = textField('name', 'conversations.handling_department_name');
const HIDDEN_ID: Field = { ...ID, rules: { show: { '!!': { var: 'answers.extra' } } } };
const EXTRA = textField('extra', 'conversations.case');
const write = (field: string, text: string) =>
  ({ do: 'gesture', gesture: { type: 'write', field, text } }) as const;
const complete = { do: 'complete' } as const;

it.each(['required', 'optional'] as const)(
  'a name without the id that is asked for is told at the name: %s',
  (enforcement) => {
    const { catalog, form } = formOf([ID, NAME], { enforcement });
    const desk = throughCore(catalog, form, noFacts, '{}');
    desk.happen(write('name', 'Sales'));
    expect(desk.happen(complete)).toEqual({
      end: 'refused',
      problems: ['name name-without-id'],
    });
    desk.happen({ do: 'flush' });
    expect(desk.task()).toBe('{}');
    desk.happen(write('id', 'D1'));
    expect(desk.happen(complete)).toMatchObject({
      end: 'stored',
      recorded: {
        'conversations.handling_department_id': 'D1',
        'conversations.handling_department_name': 'Sales',
      },
    });
    desk.happen({ do: 'gesture', gesture: { type: 'clear', field: 'id' } });
    expect(desk.happen(complete)).toMatchObject({ problems: ['name name-without-id'] });
  },
);

it('an id that stands on the task already is one', () => {
  const { catalog, form } = formOf([ID, NAME]);
  const task = '{"conversations":{"handling_department_id":"D1"}}';
  const desk = throughCore(catalog, form, noFacts, task);
  desk.happen(write('name', 'Sales'));
  expect(desk.happen(complete)).toMatchObject({ end: 'stored' });
});

it('without an id that rules hide it is not written, comes off again, and the record view says so', () => {
  const { catalog, form } = formOf([HIDDEN_ID, NAME, EXTRA]);
  const desk = throughCore(catalog, form, noFacts, '{}');
  desk.happen(write('extra', 'x'));
  desk.happen(write('id', 'D1'));
  desk.happen(write('name', 'Sales'));
  desk.happen(complete);
  expect(JSON.parse(desk.task())).toEqual({
    conversations: { handling_department_id: 'D1', handling_department_name: 'Sales', case: 'x' },
  });
  desk.happen({ do: 'gesture', gesture: { type: 'clear', field: 'extra' } });
  expect(desk.happen(complete)).toMatchObject({ end: 'stored', recorded: {} });
  expect(desk.task()).not.toContain('Sales');

  const answers = { name: { value: { kind: 'text', text: 'Sales' }, origin: 'agent' } } as const;
  const preview = recordPreview(
    {
      catalog,
      form,
      given: { answers, saved: [] },
      facts: noFacts,
      purpose: 'complete',
      reservationSid: 'WR1',
      transferred: false,
      marksCompletion: false,
    },
    {},
  );
  expect(preview).toMatchObject({
    value: {
      lines: [
        {
          path: 'conversations.handling_department_name',
          value: undefined,
          findings: [{ code: 'name-without-id', rule: 15 }],
        },
      ],
    },
  });
});
