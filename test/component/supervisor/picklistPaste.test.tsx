/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { line, renderPicklists } from '../../support/renderPicklists';

const dialog = () => screen.getByRole('dialog', { name: 'Paste options into Outcomes' });
const inDialog = () => within(dialog());
const plan = () => inDialog().getByRole('status', { name: 'What it makes' }).textContent;
const pasteButton = () => inDialog().getByRole('button', { name: 'Paste' });

const pasted = async (text: string) => {
  const view = renderPicklists();
  await view.user.click(line('Service'));
  await view.user.click(screen.getByRole('button', { name: 'Paste options' }));
  expect(inDialog().getByRole('textbox', { name: 'Names, one a line' })).toHaveFocus();
  await view.user.paste(text);
  return view;
};

test('what is pasted is shown before it is made, and made as one step', async () => {
  const { user, shape, steps, undo } = await pasted('Sales\tCross-sell\nLost\n\tTo a rival\n');
  expect(plan()).toBe('3 options are new. 1 is there already and stays as it is.');
  const preview = inDialog().getByRole('list', { name: 'New options, with their codes' });
  expect(
    within(preview)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['Cross-sell cross-sell', 'Lost lost', 'To a rival to-a-rival']);
  const before = shape();
  await user.click(pasteButton());
  expect(shape()).toBe(
    'sales sales/new sales/upgrade sales/cross-sell service service/refund service/fax other lost lost/to-a-rival',
  );
  expect(steps).toEqual(['Paste 3 options']);
  expect(screen.queryByRole('dialog')).toBeNull();
  undo();
  expect(shape()).toBe(before);
});

test('it goes below the chosen option where that is wanted', async () => {
  const { user, optionOf } = await pasted('Repair');
  await user.selectOptions(
    inDialog().getByRole('combobox', { name: 'Where they go' }),
    'Below Service',
  );
  await user.click(pasteButton());
  expect(optionOf('repair')?.parent).toBe('service');
  expect(line('Repair')).toHaveAttribute('aria-level', '2');
});

test('with an error in any line nothing is pasted, and the line is named', async () => {
  const { user, steps } = await pasted(`Fine\n\t\tToo deep\n${'x'.repeat(129)}`);
  expect(inDialog().getByText(/^Line 2: “Too deep” stands in a column/)).toBeVisible();
  expect(inDialog().getByText(/^Line 3: .* is longer than the 128 characters/)).toBeVisible();
  expect(pasteButton()).toBeDisabled();
  expect((await axe(dialog())).violations).toEqual([]);
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(steps).toEqual([]);
});
