/** @jest-environment jsdom */
import { screen } from '@testing-library/react';
import {
  agentSaid,
  amountField,
  caseField,
  noteField,
  renderPanel,
  solvedField,
} from '../../support/renderPanel';

describe('text', () => {
  test('every keystroke is an intent of its own, at once', async () => {
    const { user, intents } = renderPanel({ fields: [noteField] });
    await user.type(screen.getByRole('textbox', { name: 'Note' }), 'abc');
    expect(intents).toEqual([
      { type: 'write', field: 'note', text: 'a' },
      { type: 'write', field: 'note', text: 'ab' },
      { type: 'write', field: 'note', text: 'abc' },
    ]);
  });

  test('a counter appears near the limit', async () => {
    const { user } = renderPanel({ fields: [caseField] });
    const box = screen.getByRole('textbox', { name: 'Case number' });
    await user.type(box, '123456789');
    expect(box).not.toHaveAccessibleDescription();
    await user.type(box, '0');
    expect(box).toHaveAccessibleDescription('20 characters left');
    await user.type(box, '1234567890123456789');
    expect(box).toHaveAccessibleDescription('1 character left');
  });

  test('a pasted text that is too long is kept whole and the excess counted', async () => {
    const { user, valueOf } = renderPanel({
      fields: [caseField],
      problems: [{ field: 'case', code: 'too-long', details: { length: 33, max: 30 } }],
    });
    const box = screen.getByRole('textbox', { name: 'Case number' });
    await user.click(box);
    await user.paste('x'.repeat(33));
    expect(valueOf('case')).toEqual({ kind: 'text', text: 'x'.repeat(33) });
    expect(box).toHaveAccessibleDescription('At most 30 characters. 3 characters too many');
  });

  test('a text without a limit of its own ends where Insights cuts', async () => {
    const { user } = renderPanel({ fields: [noteField] });
    const box = screen.getByRole('textbox', { name: 'Note' });
    await user.click(box);
    await user.paste('x'.repeat(128));
    expect(box).toHaveAccessibleDescription('0 characters left');
  });

  test('cleared text is withdrawn', async () => {
    const { user, valueOf } = renderPanel({
      fields: [noteField],
      answers: { note: agentSaid({ kind: 'text', text: 'secret' }) },
    });
    await user.click(screen.getByRole('button', { name: 'Clear Note' }));
    expect(valueOf('note')).toBeNull();
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveValue('');
    expect(screen.getByRole('textbox', { name: 'Note' })).toHaveFocus();
  });
});

describe('yes or no', () => {
  test('is a group of two, and can be cleared again', async () => {
    const { user, valueOf } = renderPanel({ fields: [solvedField] });
    expect(screen.getByRole('radiogroup', { name: 'Solved?' })).toBeVisible();
    await user.click(screen.getByRole('radio', { name: 'No' }));
    expect(valueOf('solved')).toEqual({ kind: 'yesno', yes: false });
    expect(screen.getByRole('radio', { name: 'No' })).toBeChecked();
    await user.click(screen.getByRole('button', { name: 'Clear Solved?' }));
    expect(valueOf('solved')).toBeNull();
    expect(screen.getByRole('radio', { name: 'No' })).not.toBeChecked();
  });

  test('the keyboard alone is enough', async () => {
    const { user, valueOf } = renderPanel({ fields: [solvedField] });
    screen.getByRole('button', { name: 'elsewhere' }).focus();
    await user.tab();
    await user.keyboard(' ');
    expect(valueOf('solved')).toEqual({ kind: 'yesno', yes: true });
    await user.keyboard('{ArrowDown}');
    expect(valueOf('solved')).toEqual({ kind: 'yesno', yes: false });
  });

  test('a missing answer is told at the group', () => {
    renderPanel({
      fields: [{ ...solvedField, required: true }],
      problems: [{ field: 'solved', code: 'missing' }],
    });
    const group = screen.getByRole('radiogroup', { name: 'Solved?' });
    expect(group).toBeInvalid();
    expect(group).toHaveAccessibleDescription('This answer is required.');
  });
});

describe('number', () => {
  test('what was typed is kept, also when it is no number', async () => {
    const { user, valueOf } = renderPanel({ fields: [amountField] });
    await user.type(screen.getByRole('textbox', { name: 'Amount' }), '1x');
    expect(valueOf('amount')).toEqual({ kind: 'number', text: '1x', decimal: '.' });
    expect(screen.getByRole('textbox', { name: 'Amount' })).toHaveValue('1x');
  });

  test.each([
    ['not-a-number', 'Enter a number, for example 42.'],
    ['not-an-integer', 'Enter a whole number, without decimals.'],
    ['too-small', 'Enter 0 or more.'],
    ['too-big', 'Enter 10 or less.'],
  ] as const)('%s is told at the field', (code, text) => {
    renderPanel({
      fields: [amountField],
      answers: { amount: agentSaid({ kind: 'number', text: '?' }) },
      problems: [{ field: 'amount', code, details: { min: 0, max: 10 } }],
    });
    const box = screen.getByRole('textbox', { name: 'Amount' });
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(text);
  });
});
