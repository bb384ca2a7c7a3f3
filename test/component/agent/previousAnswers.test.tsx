/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import { axe } from 'jest-axe';
import type { AnswerValue, Prefill } from '../../../src/core/capture/types';
import type { Field } from '../../../src/core/catalog/types';
import {
  agentSaid,
  amountField,
  campaignField,
  filledIn,
  noteField,
  outcomeField,
  reasonsField,
  renderPanel,
  solvedField,
} from '../../support/renderPanel';

const saidBefore = (
  answers: Readonly<Record<string, AnswerValue>>,
  foreign: Prefill['foreign'] = {},
): Prefill => ({
  answers: Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, filledIn(value)])),
  foreign,
});
const note = () => screen.getByRole('textbox', { name: 'Note' });
const copyTo = (field: string) => screen.getByRole('button', { name: `Copy to ${field}` });
const noCopy = () => expect(screen.queryByRole('button', { name: /^Copy/ })).toBeNull();

const everyKind = saidBefore({
  outcome: { kind: 'choice', code: 'new' },
  reasons: { kind: 'choices', codes: ['billing', 'returns'] },
  note: { kind: 'text', text: 'call back' },
  solved: { kind: 'yesno', yes: false },
  amount: { kind: 'number', text: '2.5' },
});

describe('an answer of the previous agent', () => {
  test.each<[string, Field, string]>([
    ['outcome', outcomeField, 'Sales ▸ New contract'],
    ['reasons', reasonsField, 'Billing, Returns'],
    ['note', noteField, 'call back'],
    ['solved', solvedField, 'No'],
    ['amount', amountField, '2.5'],
  ])('is shown at %s, fills in nothing, and can be copied', async (id, field, text) => {
    const { user, intents, valueOf } = renderPanel({ fields: [field], previous: everyKind });
    const shown = screen.getByText(`Previous agent: ${text}`);
    expect(valueOf(id)).toBeNull();
    const copy = screen.getByRole('button', { name: /^Copy to / });
    expect(copy).toHaveTextContent(/^Copy$/);
    expect(copy).toHaveAccessibleDescription(`Previous agent: ${text}`);
    await user.click(copy);
    expect(intents).toHaveLength(1);
    expect(valueOf(id)).toEqual(everyKind.answers[id]?.value);
    // It stays to be compared with, and there is nothing left to copy.
    expect(shown).toBeVisible();
    noCopy();
  });

  test('is shown in the agent’s language', () => {
    renderPanel({ fields: [outcomeField, solvedField], previous: everyKind, language: 'es' });
    expect(screen.getByText('Agente anterior: Ventas ▸ New contract')).toBeVisible();
    expect(screen.getByText('Agente anterior: No')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copiar en Resultado' })).toHaveTextContent(
      /^Copiar$/,
    );
  });

  test('is told with its field, and the keyboard alone is enough to copy it', async () => {
    const { user, valueOf } = renderPanel({ fields: [noteField], previous: everyKind });
    expect(note()).toHaveAccessibleDescription('Previous agent: call back');
    note().focus();
    await user.tab();
    expect(copyTo('Note')).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(valueOf('note')).toEqual({ kind: 'text', text: 'call back' });
    expect(note()).toHaveFocus();
  });

  test('can replace what the agent has typed, and undo gives that back', async () => {
    const { user, valueOf } = renderPanel({ fields: [noteField], previous: everyKind });
    await user.type(note(), 'mine');
    await user.click(copyTo('Note'));
    expect(note()).toHaveValue('call back');
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(valueOf('note')).toEqual({ kind: 'text', text: 'mine' });
    expect(copyTo('Note')).toBeVisible();
  });

  test('does not count as given', () => {
    renderPanel({
      fields: [{ ...outcomeField, required: true } as Field],
      previous: everyKind,
    });
    expect(screen.getByText('1 required answer left')).toBeVisible();
  });

  test('keeps its lines', () => {
    const previous = saidBefore({ note: { kind: 'text', text: 'called twice\nno answer' } });
    renderPanel({ fields: [noteField], previous });
    expect(screen.getByText(/called twice/).textContent).toBe(
      'Previous agent: called twice\nno answer',
    );
  });

  test.each<[string, Field, AnswerValue, RegExp]>([
    [
      'an archived option',
      outcomeField,
      { kind: 'choice', code: 'old' },
      /Service ▸ Fax sent\s+It cannot be copied: this question does not offer it\./,
    ],
    [
      'options of which one is gone',
      reasonsField,
      { kind: 'choices', codes: ['billing', 'gone'] },
      /Billing, gone\s+It cannot be copied: this question does not offer all of these options\./,
    ],
  ])('cannot be copied when it is %s, and says why', (_, field, value, text) => {
    renderPanel({ fields: [field], previous: saidBefore({ [field.id]: value }) });
    expect(screen.getByText(text)).toBeVisible();
    noCopy();
  });

  test('has no reason to be copied where the agent has chosen the same archived option', () => {
    const old: AnswerValue = { kind: 'choice', code: 'old' };
    renderPanel({
      fields: [outcomeField],
      previous: saidBefore({ outcome: old }),
      answers: { outcome: agentSaid(old) },
    });
    expect(screen.getByText('Previous agent: Service ▸ Fax sent')).toBeVisible();
    noCopy();
  });

  test('that is none of the options is shown beside those that are', () => {
    const previous = saidBefore(
      { reasons: { kind: 'choices', codes: ['billing'] } },
      { reasons: 'Legacy 7', outcome: 'Legacy 8' },
    );
    renderPanel({ fields: [outcomeField, reasonsField], previous });
    expect(screen.getByText(/^Previous agent: Legacy 8\s+It cannot be copied/)).toBeVisible();
    expect(screen.getByText(/^Previous agent: Legacy 7\s+It cannot be copied/)).toBeVisible();
    expect(copyTo('Reasons')).toHaveAccessibleDescription('Previous agent: Billing');
    expect(screen.getByRole('combobox', { name: 'Reasons' })).toHaveAccessibleDescription(
      /^Previous agent: Billing Previous agent: Legacy 7\s+It cannot be copied/,
    );
    expect(screen.queryByRole('button', { name: 'Copy to Outcome' })).toBeNull();
    expect(copyTo('Reasons')).toBeVisible();
  });

  test('is only shown to somebody who looks on', () => {
    const previous = saidBefore(
      { outcome: { kind: 'choice', code: 'old' }, note: { kind: 'text', text: 'call back' } },
      { campaign: 'Legacy 7' },
    );
    renderPanel({ fields: [outcomeField, noteField, campaignField], previous, readOnly: true });
    expect(screen.getByText('Previous agent: Service ▸ Fax sent')).toBeVisible();
    expect(screen.getByText('Previous agent: call back')).toBeVisible();
    expect(screen.getByText('Previous agent: Legacy 7')).toBeVisible();
    noCopy();
  });
});

describe('all answers of the previous agent', () => {
  const copyAll = () =>
    screen.queryByRole('button', { name: 'Copy all answers of the previous agent' });

  test('are copied by one gesture and undone by one', async () => {
    const { user, intents, valueOf } = renderPanel({ previous: everyKind });
    expect(copyAll()).toHaveTextContent(/^Copy all$/);
    await user.click(copyAll()!);
    expect(intents).toHaveLength(1);
    for (const [id, { value }] of Object.entries(everyKind.answers)) {
      expect(valueOf(id)).toEqual(value);
    }
    expect(copyAll()).toBeNull();
    // The button is gone, and the keyboard's place in the page is not.
    expect(document.body).not.toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    for (const id of Object.keys(everyKind.answers)) expect(valueOf(id)).toBeNull();
    expect(copyAll()).toBeVisible();
  });

  test('are not offered once the agent has answered one of them', async () => {
    const { user } = renderPanel({ previous: everyKind });
    await user.type(note(), 'm');
    expect(copyAll()).toBeNull();
    expect(copyTo('Outcome')).toBeVisible();
  });

  test.each([
    ['there is one', { previous: saidBefore({ note: { kind: 'text', text: 'x' } }) }],
    ['nothing can be changed', { previous: everyKind, readOnly: true }],
    ['there are none', {}],
  ])('are not offered where %s', (_, options) => {
    renderPanel(options);
    expect(copyAll()).toBeNull();
  });
});

test('no grave finding of axe', async () => {
  const { container } = renderPanel({
    previous: { ...everyKind, foreign: { campaign: 'Legacy 7' } },
  });
  const { violations } = await axe(container);
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual(
    [],
  );
}, 30_000);
