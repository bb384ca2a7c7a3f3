/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import type { Option } from '../../../src/core/catalog/types';
import { agentSaid, campaignField, outcomeField, renderPanel } from '../../support/renderPanel';

const outcome = () => screen.getByRole('combobox', { name: 'Outcome' });
const shown = () => screen.queryAllByRole('option').map((option) => option.textContent);

describe('finding an option', () => {
  test('offers what may be chosen, in catalog order, with the path below the name', async () => {
    const { user } = renderPanel({ fields: [outcomeField] });
    await user.click(outcome());
    expect(shown()).toEqual(['New contractSales', 'UpgradeSales', 'RefundService']);
  });

  test.each([
    ['its name', 'upgr', 'UpgradeSales'],
    ['a synonym', 'signup', 'New contractSales'],
    ['its path', 'service', 'RefundService'],
  ])('finds an option by %s', async (_, query, expected) => {
    const { user } = renderPanel({ fields: [outcomeField] });
    await user.type(outcome(), query);
    expect(shown()).toEqual([expected]);
  });

  test('says so when nothing is found, and Enter then chooses nothing', async () => {
    const { user, intents } = renderPanel({ fields: [outcomeField] });
    await user.type(outcome(), 'zzz{Enter}');
    expect(screen.getByText('Nothing found. Try other words.')).toBeVisible();
    expect(shown()).toEqual([]);
    expect(intents).toEqual([]);
  });

  test('renders the first 50 of 10 000 and tells how many more there are', async () => {
    const { user } = renderPanel({ fields: [campaignField] });
    await user.click(screen.getByRole('combobox', { name: 'Campaign' }));
    expect(screen.getAllByRole('option')).toHaveLength(50);
    expect(screen.getByText('9,950 more: type to narrow')).toBeVisible();
    await user.keyboard('campaign 9999');
    expect(shown()).toEqual(['Campaign 9999']);
    expect(screen.queryByText(/more: type to narrow/)).toBeNull();
  });
});

describe('choosing', () => {
  test('a click chooses, closes the list and shows name and path', async () => {
    const { user, valueOf } = renderPanel({ fields: [outcomeField] });
    await user.click(outcome());
    await user.click(screen.getByRole('option', { name: /Refund/ }));
    expect(valueOf('outcome')).toEqual({ kind: 'choice', code: 'refund' });
    expect(outcome()).toHaveValue('Refund');
    expect(outcome()).toHaveAccessibleDescription('Service');
    expect(shown()).toEqual([]);
  });

  test('the keyboard alone is enough: type, Enter, change with arrows', async () => {
    const { user, valueOf } = renderPanel({ fields: [outcomeField] });
    screen.getByRole('button', { name: 'elsewhere' }).focus();
    await user.tab();
    expect(outcome()).toHaveFocus();
    await user.keyboard('new{Enter}');
    expect(valueOf('outcome')).toEqual({ kind: 'choice', code: 'new' });
    await user.keyboard('{ArrowDown}');
    expect(outcome()).toHaveAttribute(
      'aria-activedescendant',
      screen.getByRole('option', { name: /New contract/ }).id,
    );
    await user.keyboard('{ArrowDown}{Enter}');
    expect(valueOf('outcome')).toEqual({ kind: 'choice', code: 'upgrade' });
    expect(outcome()).toHaveValue('Upgrade');
  });

  test('marks the chosen option in the list', async () => {
    const { user } = renderPanel({
      fields: [outcomeField],
      answers: { outcome: agentSaid({ kind: 'choice', code: 'upgrade' }) },
    });
    await user.click(outcome());
    expect(screen.getByRole('option', { selected: true })).toHaveTextContent('Upgrade');
  });

  test.each([
    ['Escape', '{Escape}'],
    ['Escape twice', '{Escape}{Escape}'],
    ['Tab', '{Tab}'],
  ])('%s puts the chosen text back and changes nothing', async (_, keys) => {
    const { user, intents } = renderPanel({
      fields: [outcomeField],
      answers: { outcome: agentSaid({ kind: 'choice', code: 'upgrade' }) },
    });
    await user.click(outcome());
    await user.clear(outcome());
    await user.keyboard('refu');
    expect(outcome()).toHaveValue('refu');
    await user.keyboard(keys);
    expect(outcome()).toHaveValue('Upgrade');
    expect(shown()).toEqual([]);
    expect(intents).toEqual([]);
  });

  test('emptying the text and going elsewhere by mouse does not clear the answer', async () => {
    const { user, valueOf } = renderPanel({
      fields: [outcomeField],
      answers: { outcome: agentSaid({ kind: 'choice', code: 'upgrade' }) },
    });
    await user.clear(outcome());
    await user.click(screen.getByRole('button', { name: 'elsewhere' }));
    expect(outcome()).toHaveValue('Upgrade');
    expect(valueOf('outcome')).toEqual({ kind: 'choice', code: 'upgrade' });
  });

  test('leaving by mouse while an option is highlighted chooses nothing', async () => {
    const { user, intents } = renderPanel({ fields: [outcomeField] });
    await user.click(outcome());
    await user.hover(screen.getByRole('option', { name: /Refund/ }));
    await user.tab();
    expect(intents).toEqual([]);
    expect(outcome()).toHaveValue('');
  });
});

describe('taking back', () => {
  const answers = { outcome: agentSaid({ kind: 'choice', code: 'upgrade' }) };

  test('the clear button withdraws the answer and hands the focus to the field', async () => {
    const { user, valueOf } = renderPanel({ fields: [outcomeField], answers });
    await user.click(screen.getByRole('button', { name: 'Clear Outcome' }));
    expect(valueOf('outcome')).toBeNull();
    expect(outcome()).toHaveValue('');
    expect(outcome()).toHaveFocus();
    expect(screen.queryByRole('button', { name: 'Clear Outcome' })).toBeNull();
  });

  test('undo brings the earlier option back into the box', async () => {
    const { user, valueOf } = renderPanel({ fields: [outcomeField], answers });
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
    await user.click(outcome());
    await user.click(screen.getByRole('option', { name: /Refund/ }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(valueOf('outcome')).toEqual({ kind: 'choice', code: 'upgrade' });
    expect(outcome()).toHaveValue('Upgrade');
    expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
  });
});

describe('values that are not on offer', () => {
  test('an option archived while chosen keeps its name and says what to do', () => {
    renderPanel({
      fields: [outcomeField],
      answers: { outcome: agentSaid({ kind: 'choice', code: 'old' }) },
      problems: [{ field: 'outcome', code: 'option-unavailable' }],
    });
    expect(outcome()).toHaveValue('Fax sent');
    expect(outcome()).toBeInvalid();
    expect(outcome()).toHaveAccessibleDescription(/This option is no longer offered/);
  });

  test('a code that no option has is shown as it is', () => {
    renderPanel({
      fields: [outcomeField],
      answers: { outcome: agentSaid({ kind: 'choice', code: 'vanished' }) },
    });
    expect(outcome()).toHaveValue('vanished');
  });

  test('a foreign value on the task is told, not taken for an answer', () => {
    renderPanel({ fields: [outcomeField], foreign: { outcome: 'Legacy code 7' } });
    expect(outcome()).toHaveValue('');
    expect(outcome()).toHaveAccessibleDescription(
      'On the task now: Legacy code 7. It is not one of the options; choosing replaces it.',
    );
  });

  test('a picklist that is missing from the catalog does not break the panel', () => {
    renderPanel({ fields: [{ ...outcomeField, picklist: 'nowhere' } as typeof outcomeField] });
    expect(screen.getByText(/This question cannot be shown/)).toBeVisible();
  });
});

test('the list belongs to the box for assistive technology', async () => {
  const { user } = renderPanel({ fields: [outcomeField] });
  expect(outcome()).toHaveAttribute('aria-expanded', 'false');
  await user.click(outcome());
  expect(outcome()).toHaveAttribute('aria-expanded', 'true');
  const list = screen.getByRole('listbox', { name: 'Outcome' });
  expect(outcome()).toHaveAttribute('aria-controls', list.id);
  expect(within(list).getAllByRole('option')).toHaveLength(3);
});

describe('a key and a description', () => {
  const keyed = (more: Partial<Option>[]) => ({
    catalog: {
      picklists: [
        {
          id: 'outcomes',
          name: { en: 'Outcomes' },
          options: more.map((part, n) => ({
            code: `o${n}`,
            reported: `Option ${n}`,
            name: { en: `Option ${n}` },
            ...part,
          })),
        },
      ],
    },
    fields: [outcomeField],
  });

  test('the key chooses the option in the open list', async () => {
    const { user, valueOf } = renderPanel(keyed([{ shortcut: 3 }, { shortcut: 1 }, {}]));
    await user.click(outcome());
    await user.keyboard('1');
    expect(valueOf('outcome')).toEqual({ kind: 'choice', code: 'o1' });
    expect(outcome()).toHaveValue('Option 1');
    expect(shown()).toEqual([]);
  });

  test('the key stands at its option and is part of no name', async () => {
    const { user } = renderPanel(keyed([{ shortcut: 3 }, {}]));
    await user.click(outcome());
    const row = screen.getByRole('option', { name: 'Option 0' });
    expect(row).toHaveTextContent('3Option 0');
    expect(row).toHaveAttribute('aria-keyshortcuts', '3');
    expect(screen.getByRole('option', { name: 'Option 1' })).not.toHaveAttribute(
      'aria-keyshortcuts',
    );
  });

  test('once there is something to search for, a digit belongs to it', async () => {
    const { user, intents } = renderPanel(
      keyed([{ shortcut: 1, name: { en: 'Level one' } }, { name: { en: 'Level 1' } }]),
    );
    await user.type(outcome(), 'level 1');
    expect(shown()).toEqual(['Level 1']);
    expect(intents).toEqual([]);
  });

  test('a key that two options in the list have chooses neither', async () => {
    const { user, intents } = renderPanel(keyed([{ shortcut: 1 }, { shortcut: 1 }]));
    await user.click(outcome());
    await user.keyboard('1');
    expect(intents).toEqual([]);
    expect(outcome()).toHaveValue('1');
  });

  test('a closed list takes no key', async () => {
    const { user, intents } = renderPanel(keyed([{ shortcut: 1 }]));
    await user.click(outcome());
    await user.keyboard('{Escape}1');
    expect(intents).toEqual([]);
  });

  test('the description stands below the name', async () => {
    const { user } = renderPanel(keyed([{ description: { en: 'When they sign today' } }]));
    await user.click(outcome());
    expect(shown()).toEqual(['Option 0When they sign today']);
  });
});
