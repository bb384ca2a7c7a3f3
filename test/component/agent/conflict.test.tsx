/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { Conflict } from '../../../src/core/conflicts/findConflicts';
import { agentSaid, noteField, outcomeField, renderPanel } from '../../support/renderPanel';

const conflict: Conflict = {
  field: 'outcome',
  theirs: { kind: 'choice', code: 'refund' },
  raw: 'Refund',
  values: { 'conversations.outcome': 'Refund' },
};

const render = (more: Partial<Conflict> = {}, language = 'en', readOnly = false) =>
  renderPanel({
    fields: [outcomeField, noteField],
    answers: { outcome: agentSaid({ kind: 'choice', code: 'new' }) },
    conflicts: [{ ...conflict, ...more }],
    problems: [{ field: 'outcome', code: 'conflict' }],
    language,
    readOnly,
  });

test('both values stand at the field, each with a button, and the focus stays at the field', async () => {
  const { user, decide, container } = render();
  expect(await screen.findByText('On the task now: Service ▸ Refund')).toBeVisible();
  expect(screen.getByText('Your answer: Sales ▸ New contract')).toBeVisible();
  expect((await axe(container)).violations).toEqual([]);
  await user.click(screen.getByRole('button', { name: 'Take theirs: Outcome' }));
  await user.click(screen.getByRole('button', { name: 'Keep mine: Outcome' }));
  expect(decide.mock.calls).toEqual([
    ['outcome', 'theirs'],
    ['outcome', 'ours'],
  ]);
  expect(screen.getByRole('combobox', { name: 'Outcome' })).toHaveFocus();
}, 30_000);

test('what is no answer is shown as it is written, and cannot be taken', async () => {
  render({ theirs: null, raw: 'Stolen' });
  expect(await screen.findByText('On the task now: Stolen')).toBeVisible();
  expect(screen.queryByRole('button', { name: /Take theirs/ })).toBeNull();
});

test('who looks on has nothing to decide', () => {
  render({}, 'en', true);
  expect(screen.queryByRole('button', { name: /Keep mine/ })).toBeNull();
});

test('speaks the agent’s language', async () => {
  render({}, 'es');
  expect(await screen.findByRole('button', { name: 'Mantener la mía: Resultado' })).toBeVisible();
});

test('an answer that gave way says so', () => {
  renderPanel({ fields: [outcomeField], taken: ['outcome'] });
  expect(
    screen.getByText('Changed on the task meanwhile: its value was taken. Undo brings yours back.'),
  ).toBeVisible();
});
