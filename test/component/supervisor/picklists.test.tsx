/** @jest-environment jsdom */
import { screen, within } from '@testing-library/react';
import { axe } from 'jest-axe';
import { content, lines, renderPicklists } from '../../support/renderPicklists';

const button = (name: string) => screen.getByRole('button', { name });
const unused = { ...content, forms: [] };

test('the list says how many options each picklist has, and which one is open', async () => {
  const { user } = renderPicklists();
  expect(button('Outcomes')).toHaveAttribute('aria-current', 'true');
  expect(within(screen.getByRole('navigation')).getByText('7 options')).toBeVisible();
  await user.click(button('Causes'));
  expect(button('Causes')).toHaveAttribute('aria-current', 'true');
  expect(lines()).toEqual(['1 Price']);
});

test('names are shown in the language that is written in', () => {
  renderPicklists({ language: 'es' });
  expect(button('Resultados')).toBeVisible();
});

test('a new picklist is opened, says how to begin, and takes its first options by keyboard', async () => {
  const { user, picklist, steps } = renderPicklists();
  button('New picklist').focus();
  await user.keyboard('{Enter}Why they left{Enter}');
  expect(button('New picklist')).toHaveFocus();
  expect(button('Why they left')).toHaveAttribute('aria-current', 'true');
  expect(screen.getByRole('heading', { name: 'No option yet' })).toBeVisible();
  button('Add option').focus();
  await user.keyboard('{Enter}Price{Enter}{Insert}Service{Enter}');
  expect(picklist('why-they-left').options.map(({ code }) => code)).toEqual(['price', 'service']);
  expect(steps).toEqual(['Add picklist “Why they left”', 'Add “Price”', 'Add “Service”']);
});

test('a picklist is renamed in the language that is written in', async () => {
  const { user, picklist, steps } = renderPicklists();
  await user.click(button('Rename'));
  await user.keyboard('Results{Enter}');
  expect(picklist().name).toEqual({ en: 'Results', es: 'Resultados' });
  expect(steps).toEqual(['Rename picklist “Outcomes”']);
  expect(button('Rename')).toHaveFocus();
});

test('a picklist that a field offers is not deleted, and where it is used is said', () => {
  renderPicklists();
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  expect(screen.getByText('It cannot be deleted: the fields below use it.')).toBeVisible();
  expect(
    within(screen.getByRole('group', { name: 'Where it is used' })).getByText(
      'Field “Outcome” of form “Service calls” offers it',
    ),
  ).toBeVisible();
});

test('a published picklist stays, for past reports', () => {
  renderPicklists({ content: unused, used: unused });
  expect(screen.queryByRole('button', { name: 'Delete' })).toBeNull();
  expect(screen.getByText(/its options are published/)).toBeVisible();
});

test('a picklist that nothing uses is deleted as one step', async () => {
  const { user, draft, steps, undo } = renderPicklists({ content: unused });
  await user.click(button('Delete'));
  expect(draft().picklists.map(({ id }) => id)).toEqual(['causes', 'spare']);
  expect(button('Causes')).toHaveAttribute('aria-current', 'true');
  expect(steps).toEqual(['Delete picklist “Outcomes”']);
  undo();
  expect(button('Outcomes')).toBeVisible();
});

describe('without any picklist', () => {
  const none = { ...content, picklists: [], forms: [] };

  test('the page says what one is, and how to begin', async () => {
    const { container } = renderPicklists({ content: none });
    expect(screen.getByRole('heading', { name: 'No picklist yet' })).toBeVisible();
    expect(button('New picklist')).toBeVisible();
    expect((await axe(container)).violations).toEqual([]);
  });

  test('whoever may only read is not told to add one', () => {
    renderPicklists({ content: none, readOnly: true });
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.getByText('This catalog has no picklist.')).toBeVisible();
  });
});
