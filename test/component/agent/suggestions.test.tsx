/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { AnswerValue, Suggestions } from '../../../src/core/capture/types';
import {
  agentSaid,
  noteField,
  outcomeField,
  renderPanel,
  solvedField,
  type PanelOptions,
} from '../../support/renderPanel';

const REFUND: AnswerValue = { kind: 'choice', code: 'refund' };
const suggested = (values: Readonly<Record<string, AnswerValue>>): Suggestions =>
  Object.fromEntries(
    Object.entries(values).map(([id, value]) => [id, { value, source: 'Copilot' }]),
  );

const show = (values: Readonly<Record<string, AnswerValue>>, options: PanelOptions = {}) =>
  renderPanel({
    fields: [outcomeField, noteField, solvedField],
    suggestions: suggested(values),
    ...options,
  });
const use = () => screen.queryByRole('button', { name: 'Use the suggestion for Outcome' });

it('is shown with its source, answers nothing, and becomes the answer by one press', async () => {
  const { user, valueOf, container } = show({ outcome: REFUND });
  expect(valueOf('outcome')).toBeNull();
  expect(screen.getByText('Suggested by Copilot')).toBeVisible();
  expect(use()).toHaveAccessibleDescription('Suggested by Copilot Service ▸ Refund');
  expect(screen.getByRole('combobox', { name: /^Outcome/ })).toHaveAccessibleDescription(
    /Suggested by Copilot Service ▸ Refund/,
  );
  expect((await axe(container)).violations).toEqual([]);

  await user.click(use()!);
  expect(valueOf('outcome')).toEqual(REFUND);
  expect(use()).toBeNull();
  expect(screen.queryByText('Suggested by Copilot')).toBeNull();
  expect(screen.getByRole('combobox', { name: /^Outcome/ })).toHaveFocus();

  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(valueOf('outcome')).toBeNull();
  expect(use()).toBeVisible();
});

it('never goes over what was typed: it stands beside it', async () => {
  const { user, valueOf } = show(
    { note: { kind: 'text', text: 'a summary' } },
    { answers: { note: agentSaid({ kind: 'text', text: 'my own' }) } },
  );
  expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('my own');
  await user.type(screen.getByRole('textbox', { name: 'Note' }), ' words');
  expect(valueOf('note')).toEqual({ kind: 'text', text: 'my own words' });
  expect(screen.getByText('a summary')).toBeVisible();
});

it('all of them are taken over by one press, as one step, but for what is answered', async () => {
  const { user, valueOf } = show(
    {
      outcome: REFUND,
      note: { kind: 'text', text: 'a summary' },
      solved: { kind: 'yesno', yes: true },
    },
    { answers: { note: agentSaid({ kind: 'text', text: 'my own' }) } },
  );
  await user.click(
    screen.getByRole('button', { name: 'Use all suggestions for questions without an answer' }),
  );
  expect(valueOf('outcome')).toEqual(REFUND);
  expect(valueOf('solved')).toEqual({ kind: 'yesno', yes: true });
  expect(valueOf('note')).toEqual({ kind: 'text', text: 'my own' });
  await user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(valueOf('outcome')).toBeNull();
  expect(valueOf('solved')).toBeNull();
});

it('is not shown where it is the answer, or where nobody could give it', () => {
  show({ outcome: REFUND }, { answers: { outcome: agentSaid(REFUND) } });
  expect(use()).toBeNull();
  show({ outcome: { kind: 'choice', code: 'old' } });
  expect(use()).toBeNull();
});

it('is not shown to somebody who looks on', () => {
  show({ outcome: REFUND }, { readOnly: true });
  expect(screen.queryByText('Suggested by Copilot')).toBeNull();
});

it('speaks the agent’s language', () => {
  show({ outcome: REFUND, solved: { kind: 'yesno', yes: true } }, { language: 'es' });
  expect(screen.getAllByText('Sugerencia de Copilot')).toHaveLength(2);
  expect(screen.getByRole('button', { name: 'Usar la sugerencia para Resultado' })).toBeVisible();
});
