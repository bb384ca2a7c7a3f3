/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import {
  amount,
  contentWith,
  formWith,
  note,
  outcome,
  renderForms,
} from '../../support/renderForms';

const lines = () =>
  within(screen.getByRole('region', { name: 'Sections and fields' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent?.trim());

const line = (name: RegExp) =>
  within(screen.getByRole('region', { name: 'Sections and fields' })).getByRole('button', { name });

const service = contentWith(formWith(outcome, amount));

describe('the list of forms', () => {
  it('says what a form is where there is none, and makes the first one', async () => {
    const { user, content, steps } = renderForms(contentWith());
    expect(screen.getByText(/A form is what agents fill in/)).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Make the first form' }));
    expect(content().forms).toHaveLength(1);
    expect(steps).toEqual(['Add form “New form”']);
    expect(screen.getByRole('group', { name: 'Form: New form' })).toHaveFocus();
  });

  it('duplicates a form under an id of its own', async () => {
    const { user, content } = renderForms(service);
    await user.click(screen.getByRole('button', { name: 'Duplicate' }));
    const [first, copy] = content().forms;
    expect(copy).toEqual({ ...first, id: 'service-2', name: { en: 'Service (copy)' } });
    expect(screen.getByRole('group', { name: 'Form: Service (copy)' })).toBeInTheDocument();
  });

  it('renames a form as one step, on Enter', async () => {
    const { user, form, steps } = renderForms(service);
    const box = screen.getByRole('textbox', { name: /Name \(English\)/ });
    await user.clear(box);
    await user.type(box, 'After care{Enter}');
    expect(form().name).toEqual({ en: 'After care' });
    expect(steps).toEqual(['Change “Name” of “Service”']);
  });

  it('does not take an empty name over, and says why', async () => {
    const { user, form } = renderForms(service);
    const box = screen.getByRole('textbox', { name: /Name \(English\)/ });
    await user.clear(box);
    await user.tab();
    expect(form().name).toEqual({ en: 'Service' });
    expect(box).toHaveAccessibleDescription('A text is needed here.');
    await user.type(box, '{Escape}');
    expect(box).toHaveValue('Service');
  });

  it('removes a form that no assignment names, and no other', async () => {
    const used = { ...service, assignments: [{ id: 'all', when: {}, form: 'service' }] };
    const { user, content, update } = renderForms(used);
    expect(screen.getByRole('button', { name: 'Remove' })).toBeDisabled();
    expect(screen.getByText(/1 assignment uses it/)).toBeInTheDocument();
    update({ content: service });
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(content().forms).toEqual([]);
  });

  it('can ask for what is missing only', async () => {
    const { user, form } = renderForms(service);
    const box = screen.getByRole('checkbox', { name: /Ask only for what is missing/ });
    await user.click(box);
    expect(form().asksOnlyMissing).toBe(true);
    await user.click(box);
    expect(form()).not.toHaveProperty('asksOnlyMissing');
  });
});

describe('the outline', () => {
  it('moves a field with Alt and the arrows, into the next section too, and keeps the keyboard there', async () => {
    const { user, form, steps } = renderForms(service);
    line(/^Outcome/).focus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(lines()).toEqual([
      'Result Section',
      'Amount Number',
      'Outcome One option',
      'Details Section without fields',
    ]);
    expect(line(/^Outcome/)).toHaveFocus();
    expect(screen.getByText('Outcome: line 3 of 4')).toBeInTheDocument();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(form().sections.map(({ fields }) => fields.map(({ id }) => id))).toEqual([
      ['amount'],
      ['outcome'],
    ]);
    expect(line(/^Outcome/)).toHaveFocus();
    await user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(steps).toEqual(['Move “Outcome”', 'Move “Outcome”']);
  });

  it('moves a section with its fields', async () => {
    const { user, form } = renderForms(service);
    line(/^Details/).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(form().sections.map(({ id }) => id)).toEqual(['details', 'result']);
  });

  it('moves with buttons, and by choosing a section', async () => {
    const { user, form } = renderForms(service);
    await user.click(line(/^Amount/));
    await user.click(screen.getByRole('button', { name: 'Move up' }));
    expect(form().sections[0]?.fields.map(({ id }) => id)).toEqual(['amount', 'outcome']);
    expect(screen.getByRole('button', { name: 'Move up' })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await user.selectOptions(screen.getByRole('combobox', { name: 'Section' }), 'Details');
    expect(form().sections[1]?.fields.map(({ id }) => id)).toEqual(['amount']);
  });

  it('adds a field of a chosen kind after the chosen one, ready to be published', async () => {
    const { user, form } = renderForms(service);
    await user.click(line(/^Outcome/));
    await user.selectOptions(
      screen.getByRole('combobox', { name: 'Kind of the new field' }),
      'Several options',
    );
    await user.click(screen.getByRole('button', { name: 'Add field' }));
    expect(form().sections[0]?.fields.map(({ id }) => id)).toEqual([
      'outcome',
      'several-options',
      'amount',
    ]);
    expect(
      screen.getByRole('group', { name: 'Field: New field: Several options' }),
    ).toBeInTheDocument();
    expect(screen.queryByText(/error/)).not.toBeInTheDocument();
  });

  it('adds a section, duplicates it with ids of its own for all its fields, and removes it', async () => {
    const { user, form } = renderForms(service);
    await user.click(screen.getByRole('button', { name: 'Add section' }));
    expect(form().sections.map(({ id }) => id)).toEqual(['result', 'details', 'new-section']);
    await user.click(line(/^Result/));
    await user.click(screen.getByRole('button', { name: 'Duplicate' }));
    expect(form().sections[1]?.fields.map(({ id }) => id)).toEqual(['outcome-2', 'amount-2']);
    await user.click(screen.getByRole('button', { name: 'Remove' }));
    expect(form().sections.map(({ id }) => id)).toEqual(['result', 'details', 'new-section']);
    expect(screen.getByRole('group', { name: 'Form: Service' })).toHaveFocus();
  });

  it('marks where something is wrong', () => {
    renderForms(contentWith(formWith(outcome, { ...amount, min: 5, max: 1 })));
    expect(line(/^Amount/)).toHaveAccessibleName('Amount Number 1 error');
    expect(line(/^Outcome/)).toHaveAccessibleName('Outcome One option');
  });
});

describe('a finding', () => {
  const broken = contentWith(formWith(outcome, { ...amount, min: 5, max: 1 }));

  it('is told at its setting, and a jump there focuses it', () => {
    const { update } = renderForms(broken);
    update({ jump: { pointer: '/forms/0/sections/0/fields/1/min', request: 1 } });
    const box = screen.getByRole('textbox', { name: 'Least' });
    expect(box).toHaveFocus();
    expect(box).toHaveAccessibleDescription('The least, 5, is more than the most, 1.');
  });

  it('in a rule leads to the rule, and of a form to the form', () => {
    const rules = { show: { '===': [{ var: 'answers.gone' }, 1] } };
    const { update } = renderForms(contentWith(formWith(outcome, { ...amount, rules })));
    update({ jump: { pointer: '/forms/0/sections/0/fields/1/rules/show/===/0', request: 1 } });
    expect(screen.getByRole('group', { name: 'Show' })).toHaveFocus();
    expect(screen.getByText(/The rule looks at answers.gone/)).toBeInTheDocument();
    update({ jump: { pointer: '/forms/0/name', request: 2 } });
    expect(screen.getByRole('textbox', { name: /Name \(English\)/ })).toHaveFocus();
    expect(screen.getByRole('group', { name: 'Form: Service' })).toBeInTheDocument();
  });
});

describe('without the right to change', () => {
  it('shows everything and offers nothing', async () => {
    const { user, content } = renderForms(contentWith(formWith(outcome, note)), { readOnly: true });
    await user.click(line(/^Note/));
    expect(screen.getByRole('combobox', { name: 'Kind' })).toBeDisabled();
    expect(screen.getByRole('textbox', { name: /Most characters/ })).toBeDisabled();
    const buttons = screen.getAllByRole('button').map(({ textContent }) => textContent ?? '');
    expect(buttons).toContain('Note Text1 warning');
    expect(buttons.filter((name) => /Add|Remove|Dupl|Move|Choose|when/.test(name))).toEqual([]);
    line(/^Note/).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(content().forms[0]?.sections[0]?.fields.map(({ id }) => id)).toEqual([
      'outcome',
      'note',
    ]);
  });
});

test.each([
  ['no form', contentWith(), null],
  ['a form', service, null],
  ['a field', service, '/forms/0/sections/0/fields/0'],
])(
  'with %s has no fault that axe knows',
  async (_name, content, pointer) => {
    const { container } = renderForms(content, {
      jump: pointer === null ? null : { pointer, request: 1 },
    });
    expect((await axe(container)).violations).toEqual([]);
  },
  120_000,
);
