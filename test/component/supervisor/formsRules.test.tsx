/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { Field, Rule } from '../../../src/core/catalog/types';
import {
  amount,
  contentWith,
  formWith,
  note,
  outcome,
  renderForms,
} from '../../support/renderForms';

const product: Field = {
  kind: 'choice',
  id: 'product',
  name: { en: 'Product' },
  picklist: 'topics',
  levels: 'any',
  target: { path: 'conversations.campaign' },
};

/** The settings of the second field of a form, which begins with Outcome. */
const renderField = (field: Field, readOnly = false) =>
  renderForms(contentWith(formWith(outcome, field)), {
    readOnly,
    jump: { pointer: '/forms/0/sections/0/fields/1', request: 1 },
  });

const show = () => within(screen.getByRole('group', { name: 'Show' }));
const shown = (rule: Rule): Field => ({ ...amount, rules: { show: rule } });

const pick = async (
  user: ReturnType<typeof renderForms>['user'],
  box: HTMLElement,
  name: string | RegExp,
) => {
  await user.click(box);
  await user.click(screen.getByRole('option', { name }));
};

describe('a rule in words', () => {
  it('is made by choosing: show when Outcome is under Sales', async () => {
    const { user, field, steps } = renderField(amount);
    await user.click(screen.getByRole('button', { name: 'Show only when…' }));
    expect(field('amount', 'number').rules).toEqual({
      show: { '!==': [{ var: 'answers.outcome' }, null] },
    });
    expect(screen.getByRole('group', { name: 'Show' })).toHaveFocus();
    await user.selectOptions(
      show().getByRole('combobox', { name: 'Condition 1: how' }),
      'is under',
    );
    await pick(user, show().getByRole('combobox', { name: 'Condition 1: value' }), 'Sales');
    expect(field('amount', 'number').rules).toEqual({
      show: { in: ['sales', { var: 'paths.outcome' }] },
    });
    expect(screen.getByText('Shown when Outcome is under Sales')).toBeInTheDocument();
    expect(new Set(steps)).toEqual(new Set(['Change “Show” of “Amount”']));
  });

  it.each<[Rule, string]>([
    [{ in: ['sales', { var: 'paths.outcome' }] }, 'Outcome is under Sales'],
    [{ '==': [{ var: 'channel' }, 'chat'] }, 'Channel is chat'],
    [
      {
        and: [
          { in: [{ var: 'time.weekday' }, [6, 7]] },
          { or: [{ '>=': [{ var: 'time.clock' }, '18:00'] }, { '!!': [{ var: 'task.vip' }] }] },
        ],
      },
      'Day of the week is one of Saturday, Sunday and (Time of day is at least 18:00 or task attribute vip is set, and not 0 or no)',
    ],
    [
      { '!': [{ or: [{ in: ['sales', { var: 'worker.skills' }] }] }] },
      'none of this holds: The agent’s skills has sales',
    ],
    [{ '===': [{ var: 'direction' }, 'outbound'] }, 'Direction is outbound'],
    [{ '<': [{ var: 'task.attempts' }, 3] }, 'task attribute attempts is less than 3 or empty'],
  ])('reads %j', (rule, sentence) => {
    renderField(shown(rule));
    expect(screen.getByText(`Shown when ${sentence}`)).toBeInTheDocument();
  });

  it('takes further conditions and groups, and gives them up again', async () => {
    const { user, field } = renderField(shown({ '===': [{ var: 'channel' }, 'chat'] }));
    await user.click(show().getByRole('button', { name: 'Add group' }));
    await user.selectOptions(
      show().getByRole('combobox', { name: 'Conditions: how many have to hold' }),
      'At least one of these',
    );
    const group = within(show().getByRole('group', { name: 'Group 2' }));
    await user.selectOptions(
      group.getByRole('combobox', { name: 'Condition 2.1: what it looks at' }),
      'Attribute of the task',
    );
    const name = group.getByRole('textbox', { name: 'Condition 2.1: name of the attribute' });
    await user.clear(name);
    await user.type(name, 'vip{Enter}');
    await user.selectOptions(group.getByRole('combobox', { name: 'Condition 2.1: how' }), 'is');
    await user.selectOptions(
      group.getByRole('combobox', { name: 'Condition 2.1: value, type' }),
      'Yes or no',
    );
    await user.selectOptions(group.getByRole('combobox', { name: 'Condition 2.1: value' }), 'Yes');
    expect(field('amount', 'number').rules?.show).toEqual({
      or: [
        { '===': [{ var: 'channel' }, 'chat'] },
        { or: [{ '===': [{ var: 'task.vip' }, true] }] },
      ],
    });
    await user.click(group.getByRole('button', { name: 'Remove Condition 2.1' }));
    expect(show().getByRole('button', { name: 'Add condition' })).toHaveFocus();
    await user.click(show().getByRole('button', { name: 'Remove Condition 1' }));
    expect(field('amount', 'number')).not.toHaveProperty('rules');
    expect(screen.getByRole('button', { name: 'Show only when…' })).toHaveFocus();
  });

  it('asks for a number where a number is meant', async () => {
    const rule = { '>': [{ var: 'answers.amount' }, 10] };
    const { user, field } = renderForms(
      contentWith(formWith(amount, { ...note, rules: { show: rule } })),
      {
        jump: { pointer: '/forms/0/sections/0/fields/1', request: 1 },
      },
    );
    const box = show().getByRole('textbox', { name: 'Condition 1: value' });
    await user.clear(box);
    await user.type(box, 'ten{Enter}');
    expect(show().getByRole('alert')).toHaveTextContent('Enter a number.');
    expect(field('note', 'text').rules?.show).toEqual(rule);
    await user.clear(box);
    await user.type(box, '20{Enter}');
    expect(field('note', 'text').rules?.show).toEqual({ '>': [{ var: 'answers.amount' }, 20] });
  });

  it('never offers the field itself', () => {
    renderField(shown({ '===': [{ var: 'channel' }, 'chat'] }));
    const about = show().getByRole('combobox', { name: 'Condition 1: what it looks at' });
    const names = within(about)
      .getAllByRole('option')
      .map(({ textContent }) => textContent);
    expect(names).toContain('Outcome');
    expect(names).not.toContain('Amount');
  });
});

describe('a rule that words cannot tell', () => {
  const rule: Rule = { some: [{ var: 'worker.skills' }, { '===': [{ var: '' }, 'sales'] }] };

  it('is shown as JSON and stays as it is until it is changed', async () => {
    const { user, field, steps } = renderField(shown(rule));
    const box = show().getByRole('textbox', { name: 'Show: rule as JSON' });
    expect(box).toHaveValue(JSON.stringify(rule, null, 2));
    await user.click(box);
    await user.tab();
    expect(steps).toEqual([]);
    await user.clear(box);
    await user.type(box, '{{"var":');
    await user.tab();
    expect(box).toHaveAccessibleDescription('This is not JSON; the rule is still as it was.');
    expect(field('amount', 'number').rules?.show).toBe(rule);
  });

  it('is checked', () => {
    renderField(shown({ log: ['x'] }));
    expect(show().getByRole('textbox', { name: 'Show: rule as JSON' })).toHaveAccessibleDescription(
      'Rules do not know “log”.',
    );
  });

  it('can be taken away', async () => {
    const { user, field } = renderField(shown(rule));
    await user.click(screen.getByRole('button', { name: 'Show: remove rule' }));
    expect(field('amount', 'number')).not.toHaveProperty('rules');
  });
});

test('a rule in words can be edited as JSON', async () => {
  const { user, field } = renderField(shown({ '===': [{ var: 'channel' }, 'chat'] }));
  await user.click(screen.getByRole('button', { name: 'Show: edit as JSON' }));
  const box = show().getByRole('textbox', { name: 'Show: rule as JSON' });
  await user.clear(box);
  await user.click(box);
  await user.paste('{"===":[{"var":"channel"},"voice"]}');
  await user.tab();
  expect(field('amount', 'number').rules?.show).toEqual({ '===': [{ var: 'channel' }, 'voice'] });
});

test('a choice is limited to some options', async () => {
  const { user, field } = renderField(product);
  await user.click(screen.getByRole('button', { name: 'Offer only some when…' }));
  expect(screen.getByText(/Nothing is chosen, so nothing ever matches/)).toBeInTheDocument();
  await pick(user, screen.getByRole('combobox', { name: 'Options of limit 1' }), 'Delivery');
  expect(field('product', 'choice').rules?.limit).toEqual([
    { when: { '!==': [{ var: 'answers.outcome' }, null] }, options: ['delivery'] },
  ]);
  await user.click(screen.getByRole('button', { name: 'Limit 1: remove rule' }));
  expect(field('product', 'choice')).not.toHaveProperty('rules');
  expect(screen.getByRole('button', { name: 'Offer only some when…' })).toHaveFocus();
});

test('a field is set to a value, or from the task', async () => {
  const { user, field } = renderField(amount);
  await user.click(screen.getByRole('button', { name: 'Set it when…' }));
  const when = { '!==': [{ var: 'answers.outcome' }, null] };
  expect(field('amount', 'number').rules?.set).toEqual([{ when, to: 0 }]);
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Value of setting 1: from where' }),
    'From the task, the worker or an answer',
  );
  const box = screen.getByRole('textbox', { name: 'Value of setting 1' });
  await user.click(box);
  await user.paste('{task.items}');
  await user.keyboard('{Enter}');
  expect(field('amount', 'number').rules?.set).toEqual([{ when, to: { var: 'task.items' } }]);
});

test('a section is shown by a rule about fields of other sections', async () => {
  const content = contentWith(formWith(outcome));
  const { user, form } = renderForms(content, {
    jump: { pointer: '/forms/0/sections/1', request: 1 },
  });
  await user.click(screen.getByRole('button', { name: 'Show only when…' }));
  expect(form().sections[1]?.rules).toEqual({
    show: { '!==': [{ var: 'answers.outcome' }, null] },
  });
});

test('without the right to change a rule is read and not written', () => {
  renderField(shown({ in: ['sales', { var: 'paths.outcome' }] }), true);
  expect(screen.getByText('Shown when Outcome is under Sales')).toBeInTheDocument();
  for (const box of show().getAllByRole('combobox')) expect(box).toBeDisabled();
  expect(show().queryByRole('button')).not.toBeInTheDocument();
});

test('rules have no fault that axe knows', async () => {
  renderField(
    shown({
      and: [
        { in: ['sales', { var: 'paths.outcome' }] },
        { or: [{ in: [{ var: 'time.weekday' }, [1]] }, { '===': [{ var: 'task.vip' }, true] }] },
      ],
    }),
  );
  expect((await axe(screen.getByRole('group', { name: 'Rules' }))).violations).toEqual([]);
});
