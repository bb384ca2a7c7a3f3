/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { agentSaid, reasonsField, renderPanel } from '../../support/renderPanel';

const reasons = () => screen.getByRole('combobox', { name: 'Reasons' });
const chosen = () =>
  within(screen.getByRole('list', { name: 'Chosen: Reasons' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent);
const billing = agentSaid({ kind: 'choices', codes: ['billing'] });

test('the list stays open while several are picked, and the count follows', async () => {
  const { user, valueOf } = renderPanel({ fields: [reasonsField] });
  expect(screen.getByText('0 of 3')).toBeVisible();
  await user.click(reasons());
  await user.click(screen.getByRole('option', { name: 'Returns' }));
  await user.click(screen.getByRole('option', { name: 'Billing' }));
  expect(valueOf('reasons')).toEqual({ kind: 'choices', codes: ['billing', 'returns'] });
  expect(chosen()).toEqual(['BillingRemove Billing', 'ReturnsRemove Returns']);
  expect(reasons()).toHaveAccessibleDescription('2 of 3');
  expect(screen.getAllByRole('option', { selected: true })).toHaveLength(2);
});

test('picking a chosen option again takes it back', async () => {
  const { user, valueOf } = renderPanel({ fields: [reasonsField], answers: { reasons: billing } });
  await user.click(reasons());
  await user.click(screen.getByRole('option', { name: 'Billing' }));
  expect(valueOf('reasons')).toBeNull();
});

test('an option whose name is part of another one is its own choice', async () => {
  const { user, valueOf } = renderPanel({ fields: [reasonsField] });
  await user.type(reasons(), 'billing dispute{Enter}');
  expect(valueOf('reasons')).toEqual({ kind: 'choices', codes: ['dispute'] });
  expect(reasons()).toHaveValue('');
});

test('when all places are used, the list says so and takes no more', async () => {
  const { user, intents } = renderPanel({
    fields: [reasonsField],
    answers: {
      reasons: agentSaid({ kind: 'choices', codes: ['billing', 'dispute', 'delivery'] }),
    },
  });
  await user.click(reasons());
  expect(screen.getByText('All 3 places are used. Remove one to choose another.')).toBeVisible();
  await user.click(screen.getByRole('option', { name: 'Returns' }));
  expect(intents).toEqual([]);
});

test('a field that allows fewer options than it has places counts to its own maximum', () => {
  renderPanel({ fields: [{ ...reasonsField, max: 2 } as typeof reasonsField] });
  expect(screen.getByText('0 of 2')).toBeVisible();
});

test('each chosen option has its own remove button, and the focus stays in the field', async () => {
  const { user, valueOf } = renderPanel({
    fields: [reasonsField],
    answers: { reasons: agentSaid({ kind: 'choices', codes: ['billing', 'returns'] }) },
  });
  await user.click(screen.getByRole('button', { name: 'Remove Billing' }));
  expect(valueOf('reasons')).toEqual({ kind: 'choices', codes: ['returns'] });
  expect(reasons()).toHaveFocus();
});

test('the clear button withdraws all at once, and undo brings them back', async () => {
  const { user, valueOf } = renderPanel({ fields: [reasonsField], answers: { reasons: billing } });
  await user.click(screen.getByRole('button', { name: 'Clear Reasons' }));
  expect(valueOf('reasons')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(chosen()).toEqual(['BillingRemove Billing']);
});

test('the keyboard alone is enough', async () => {
  const { user, valueOf } = renderPanel({ fields: [reasonsField] });
  screen.getByRole('button', { name: 'elsewhere' }).focus();
  await user.tab();
  await user.keyboard('{ArrowDown}{Enter}{ArrowDown}{Enter}');
  expect(valueOf('reasons')).toEqual({ kind: 'choices', codes: ['billing', 'dispute'] });
  await user.tab({ shift: true });
  expect(screen.getByRole('button', { name: 'Remove Billing dispute' })).toHaveFocus();
  await user.keyboard('{Enter}');
  expect(valueOf('reasons')).toEqual({ kind: 'choices', codes: ['billing'] });
});

test.each([
  [{ field: 'reasons', code: 'too-few' } as const, { min: 2 }, 'Choose at least 2.'],
  [
    { field: 'reasons', code: 'too-many', details: { max: 1 } } as const,
    { max: 1 },
    'Choose at most 1.',
  ],
  [
    { field: 'reasons', code: 'slots-taken' } as const,
    {},
    'Something else on this task uses the places for these answers. Remove some, or tell your supervisor.',
  ],
])('%o is told at the field', (problem, more, text) => {
  renderPanel({
    fields: [{ ...reasonsField, ...more } as typeof reasonsField],
    answers: { reasons: billing },
    problems: [problem],
  });
  expect(reasons()).toBeInvalid();
  expect(reasons()).toHaveAccessibleDescription(expect.stringContaining(text));
});
